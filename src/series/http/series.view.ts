import {
  CalendarDate,
  EachOf,
  Instant,
  listOf,
  OneOf,
  Uuid,
  Whole,
} from '../../platform/http/view-fields.js';
import { zoneNames } from '../../platform/text/zones.js';
import { visitStates } from '../../visits/index.js';
import { frequencies, ordinals } from '../domain/recurrence.js';
import { seriesSteps } from '../domain/series-steps.js';

export class RecurrenceView {
  @OneOf('SeriesFrequency', frequencies)
  frequency: string;

  @Whole()
  every: number;

  @OneOf('SeriesOrdinal', ordinals)
  ordinal: number | null;

  @CalendarDate()
  firstOn: string;

  @CalendarDate()
  until: string;

  /** As RRULE (RFC 5545). */
  rule: string;

  /** In Indonesian. */
  words: string;
}

/** A date of a series that was not made yet. */
export class PlannedDateView {
  @CalendarDate()
  date: string;

  @Instant()
  startsAt: string;

  @Instant()
  endsAt: string;

  /** Why there would be no visit on it. */
  skipped: string | null;
}

export class SeriesPreviewView {
  recurrence: RecurrenceView;
  dates: PlannedDateView[];
}

/** A date by the rule: its visit, wherever that was moved, or why there is none. */
export class SeriesDateView {
  @CalendarDate()
  date: string;

  skipped: string | null;

  @Uuid()
  visit: string | null;

  reference: string | null;

  @OneOf('VisitState', visitStates)
  state: string | null;

  @Instant()
  startsAt: string | null;

  @Instant()
  endsAt: string | null;

  /** What the caller may do to it, unless its host's rules speak against it. */
  @EachOf('SeriesStep', seriesSteps)
  steps: string[];
}

export class SeriesView {
  @Uuid()
  id: string;

  @Whole()
  version: number;

  title: string;
  guestUnit: string;
  guestUnitName: string;
  hostUnit: string;
  hostUnitName: string;

  @OneOf('TimeZone', zoneNames)
  timeZone: string;

  recurrence: RecurrenceView;
  dates: SeriesDateView[];
}

/** What a step came to on one date. */
export class SeriesOutcomeView {
  @CalendarDate()
  date: string;

  @Uuid()
  visit: string;

  done: boolean;
  /** Code of the problem that speaks against it. */
  code: string | null;
  /** The same in Indonesian. */
  detail: string | null;
}

export class SeriesOutcomeList extends listOf(SeriesOutcomeView) {}
