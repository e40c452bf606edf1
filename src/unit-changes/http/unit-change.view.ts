import {
  CalendarDate,
  EachOf,
  Instant,
  OneOf,
  pageOf,
  Uuid,
  Whole,
} from '../../platform/http/view-fields.js';
import { zoneNames, type Zone } from '../../platform/text/zones.js';
import {
  unitChangeKinds,
  unitChangeStates,
  unitChangeSteps,
  type UnitChangeKind,
  type UnitChangeState,
  type UnitChangeVerb,
} from '../domain/unit-change.js';

const verbs = Object.keys(unitChangeSteps);

export class OpenedUnitView {
  code: string;
  name: string;
  type: string;
  class: string | null;
  place: string;
  regionalOffice: string;

  @OneOf('TimeZone', zoneNames)
  timeZone: Zone;
}

export class UnitChangeLineView {
  @Uuid()
  id: string;

  @OneOf('UnitChangeKind', unitChangeKinds)
  kind: UnitChangeKind;

  @OneOf('UnitChangeState', unitChangeStates)
  state: UnitChangeState;

  /** What becomes of which unit, in words. */
  title: string;

  /** Date in the unit's zone from which it holds. */
  @CalendarDate()
  effectiveOn: string;

  /** Code of the region's office; null where a directorate or a partner closes. */
  regionalOffice: string | null;
  /** Null for a new unit. */
  unit: string | null;
  /** As it was called on the day before. */
  unitName: string | null;
  successor: string | null;
  successorName: string | null;
}

export class UnitChangePage extends pageOf(UnitChangeLineView) {}

/** A visit to come that a change touches. */
export class TouchedVisitView {
  @Uuid()
  id: string;

  reference: string;
  title: string;
  guestUnitName: string;
  hostUnitName: string;

  @Instant()
  startsAt: string;

  @Instant()
  endsAt: string;

  /** Whether it is agreed upon; else it waits for an answer. */
  agreed: boolean;
}

export class UnitChangeView extends UnitChangeLineView {
  name: string | null;
  /** Code of the type. */
  type: string | null;
  class: string | null;
  opens: OpenedUnitView[];
  endsOrigin: boolean;
  callsOff: boolean;
  movesPeople: boolean;
  decree: string;
  reason: string;
  proposedBy: string;

  @Instant()
  proposedAt: string;

  decidedBy: string | null;

  @Instant()
  decidedAt: string | null;

  decisionReason: string;

  /** When it was carried out. */
  @Instant()
  doneAt: string | null;

  /** Visits to come that it touches, while it is not carried out. */
  visits: TouchedVisitView[];

  @EachOf('UnitChangeVerb', verbs)
  allowedActions: UnitChangeVerb[];

  @Whole()
  version: number;
}
