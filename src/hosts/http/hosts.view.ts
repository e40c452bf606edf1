import { CalendarDate, Instant, listOf, OneOf, Uuid, Whole } from '../../platform/http/view-fields.js';
import { zoneNames, type Zone } from '../../platform/text/zones.js';

export class HostRatingView {
  average: number;

  @Whole()
  count: number;
}

export class HostNoteView {
  @Uuid()
  id: string;

  title: string;
}

/** A unit worth a visit; times carry the offset of its zone. */
export class HostView {
  /** Code. */
  unit: string;
  name: string;
  place: string;
  /** Name of the regional office; null for who is of no region. */
  regionalOffice: string | null;

  @OneOf('TimeZone', zoneNames)
  timeZone: Zone;

  score: number;
  /** In words. */
  reasons: string[];

  @Whole()
  notes: number;

  @Whole()
  replications: number;

  @Whole()
  uses: number;

  @Whole()
  hosted: number;

  /** Whether somebody there has an active account. */
  usesSambang: boolean;

  rating: HostRatingView | null;
  /** To the metre where both places are confirmed, else about so many. */
  distanceKm: number | null;
  /** Whether somebody confirmed where both are. */
  distanceConfirmed: boolean;

  @Instant()
  nextFree: string | null;

  titles: HostNoteView[];
}

export class HostList extends listOf(HostView) {}

export class HostRulesView {
  identity: string;
  phone: string;
  camera: string;

  @Whole()
  largestParty: number | null;

  @Whole()
  shortestNoticeDays: number;
}

export class HostFreeTimeView {
  @Instant()
  startsAt: string;

  @Instant()
  endsAt: string;
}

export class HostPracticeView {
  @Uuid()
  id: string;

  title: string;
  context: string;
  whatWasDone: string;
  resources: string;
  howToCopy: string;
  result: string;
  pitfalls: string;
}

export class HostedVisitView {
  @Uuid()
  visit: string;

  title: string;
  guest: string;

  @Instant()
  startsAt: string;

  outcomes: string;
  decisions: string;
}

export class HostReplicationView {
  name: string;
  practice: string;

  @CalendarDate()
  since: string;

  result: string;
}

/** A host beside others, with what it wrote, what visits to it brought, and who took it over. */
export class ComparedHostView extends HostView {
  rules: HostRulesView | null;
  free: HostFreeTimeView[];
  practices: HostPracticeView[];
  summaries: HostedVisitView[];
  replicatedBy: HostReplicationView[];
}

export class ComparedHostList extends listOf(ComparedHostView) {}
