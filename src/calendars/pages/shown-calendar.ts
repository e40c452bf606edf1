/** What `/kalender/acara` answers and the calendar in the browser takes; both sides read the types from here. */

/** A visit, or a time proposed for one; times are instants, read in the reader's zone. */
export interface ShownEvent {
  id: string;
  title: string;
  start: string;
  end: string;
  url: string;
  mark: string;
  state: string;
  colour: string;
  /** Guest and host. */
  parties: string;
  /** The time in the host's zone where it is not the reader's; empty otherwise. */
  hostTime: string;
  movable: boolean;
  proposed: boolean;
}

/** A day without visits. */
export interface ShownDay {
  /** `YYYY-MM-DD` */
  date: string;
  name: string;
  /** Closed every week, so that it has no name of its own. */
  weekly: boolean;
}

export interface ShownPeriod {
  events: ShownEvent[];
  days: ShownDay[];
  /** The days without visits, a line each. */
  lines: string[];
}
