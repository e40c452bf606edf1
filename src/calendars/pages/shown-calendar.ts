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

/** A day with more visits than a calendar tells one by one. */
export interface ShownDayOfMany {
  /** `YYYY-MM-DD` */
  date: string;
  title: string;
  /** The list of the day. */
  url: string;
}

export interface ShownPeriod {
  events: ShownEvent[];
  manyByDay: ShownDayOfMany[];
  /** What is to be told of the period; empty for nothing. */
  note: string;
  days: ShownDay[];
  /** The days without visits, a line each. */
  lines: string[];
}
