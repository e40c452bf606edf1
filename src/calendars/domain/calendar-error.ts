/** Why a calendar object cannot be written; all of them are faults of stored data, none of a reader's input. */
export type CalendarErrorCode =
  | 'calendar-uid-invalid'
  | 'calendar-address-invalid'
  | 'calendar-zone-unknown'
  | 'calendar-time-invalid'
  | 'calendar-sequence-invalid'
  | 'calendar-visit-cancelled';

/** Raised instead of writing a calendar object that clients would misread. */
export class CalendarError extends Error {
  constructor(
    readonly code: CalendarErrorCode,
    detail: string,
  ) {
    super(`${code}: ${detail}`);
    this.name = 'CalendarError';
  }
}
