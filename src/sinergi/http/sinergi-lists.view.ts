import {
  CalendarDate,
  Instant,
  listOf,
  OneOf,
  pageOf,
  Uuid,
  Whole,
} from '../../platform/http/view-fields.js';
import { measureCodes, type Measure } from '../../results/index.js';
import { zoneNames, type Zone } from '../../platform/text/zones.js';
import { visitStates } from '../../visits/index.js';

/** A visit; times carry the offset of the host's zone. */
export class SinergiVisitView {
  @Uuid()
  id: string;

  reference: string;
  title: string;

  @OneOf('VisitState', visitStates)
  state: string;

  guestUnitName: string;
  hostUnitName: string;

  @OneOf('TimeZone', zoneNames)
  timeZone: Zone;

  @Instant()
  startsAt: string;

  @Instant()
  endsAt: string;
}

export class SinergiVisitPage extends pageOf(SinergiVisitView) {}

export class SinergiFollowUpView {
  @Uuid()
  id: string;

  what: string;
  unitName: string;
  person: string;

  @CalendarDate()
  dueOn: string;
}

export class SinergiFollowUpPage extends pageOf(SinergiFollowUpView) {}

export class SinergiReplicationView {
  @Uuid()
  id: string;

  @Uuid()
  followUp: string;

  @Uuid()
  note: string | null;

  practice: string;
  fromUnitName: string;
  toUnitName: string;

  @CalendarDate()
  since: string;
}

export class SinergiReplicationPage extends pageOf(SinergiReplicationView) {}

/** An amount that was counted at a unit. */
class SinergiResultView {
  @Uuid()
  id: string;

  /** The visit or the practice of which it is. */
  @Uuid()
  visit: string | null;

  @Uuid()
  note: string | null;

  unitName: string;
  what: string;
  amount: number;

  @OneOf('Measure', measureCodes)
  measure: Measure;

  @CalendarDate()
  measuredOn: string;
}

export class SinergiResultPage extends pageOf(SinergiResultView) {}

/** What was counted by one measure in the period. */
class ResultSumView {
  @OneOf('Measure', measureCodes)
  measure: Measure;

  @Whole()
  count: number;

  /** Null for what does not add up. */
  sum: number | null;
}

export class ResultSumList extends listOf(ResultSumView) {}

export class SinergiNoteView {
  @Uuid()
  id: string;

  title: string;
  unitName: string;

  @Instant()
  publishedAt: string;

  @OneOf('TimeZone', zoneNames)
  timeZone: Zone;

  @Whole()
  replications: number;
}

export class SinergiNotePage extends pageOf(SinergiNoteView) {}

class SilentUnitView {
  code: string;
  name: string;
  officeName: string;
}

export class SilentUnitList extends listOf(SilentUnitView) {}
