import { Instant, listOf, OneOf, Uuid, Whole } from '../../platform/http/view-fields.js';
import { zoneNames } from '../../platform/text/zones.js';
import { visitModes, visitStates, type VisitMode } from '../../visits/index.js';

const memberRoles = ['leader', 'member'] as const;

export class TripLineView {
  @Uuid()
  id: string;

  title: string;
  guestUnitName: string;
  hostNames: string[];

  @Instant()
  startsAt: string;

  @Instant()
  endsAt: string;
}

export class TripList extends listOf(TripLineView) {}

/** The way from the leg before; an estimate. */
export class TripWayView {
  /** As the crow flies; to the metre where both places are confirmed, else about so many. */
  kilometres: number;

  /** Whether somebody confirmed where both hosts are. */
  confirmed: boolean;

  @Whole()
  minutes: number;
}

export class TripLegView {
  @Uuid()
  visit: string;

  reference: string;

  @OneOf('VisitState', visitStates)
  state: string;

  hostUnit: string;
  hostUnitName: string;

  @OneOf('TimeZone', zoneNames)
  timeZone: string;

  @Instant()
  startsAt: string;

  @Instant()
  endsAt: string;

  /** How guests and host meet; nobody travels to what is online. */
  @OneOf('VisitMode', Object.keys(visitModes))
  mode: VisitMode;

  /** Codes. */
  programs: string[];
  /** Whether it fell out. */
  out: boolean;
  /** From the leg before that stands; null for the first, and where a place is not known. */
  way: TripWayView | null;
}

export class TripMemberView {
  @Uuid()
  id: string;

  name: string;
  office: string | null;
  position: string | null;
  rank: string | null;
  /** The last three digits; null for all but the people of the unit that goes. */
  nip: string | null;
  /** Null for all but the people of the unit that goes. */
  email: string | null;
  phone: string | null;

  @OneOf('TripMemberRole', memberRoles)
  role: string;
}

export class TripView {
  @Uuid()
  id: string;

  @Whole()
  version: number;

  title: string;
  guestUnit: string;
  guestUnitName: string;
  legs: TripLegView[];
  party: TripMemberView[];
}

/** What came of a request for one leg. */
export class TripOutcomeView {
  @Uuid()
  visit: string;

  done: boolean;
  /** Code of the problem that speaks against it. */
  code: string | null;
}

export class TripOutcomeList extends listOf(TripOutcomeView) {}
