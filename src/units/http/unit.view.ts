import type { AnswerOf } from '../../platform/http/described-answer.js';
import {
  CalendarDate,
  Instant,
  listOf,
  OneOf,
  pageOf,
  Uuid,
  Whole,
} from '../../platform/http/view-fields.js';
import { zoneNames, type Zone } from '../../platform/text/zones.js';
import { organisationKinds, type OrganisationKind } from '../domain/organisation-kinds.js';
import type { kindFields } from '../domain/kind-rules.js';
import type { hostingFields, unitFields } from '../domain/unit-fields.js';
import { visitKinds, type VisitKind } from '../domain/visit-kinds.js';
import { holidayKinds, type HolidayKind } from '../domain/holiday-paste.js';

export class UnitLineView {
  code: string;
  name: string;
  @OneOf('OrganisationKind', organisationKinds)
  kind: OrganisationKind;

  /** Code of the type of a UPT; null for every other kind. */
  type: string | null;
  place: string;
  /** Code of the regional office, a Kanwil's own; null for directorates and partners. */
  regionalOffice: string | null;

  @OneOf('TimeZone', zoneNames)
  timeZone: Zone;

  latitude: number | null;
  longitude: number | null;
  /** Whether somebody confirmed where it is; else it is about there. */
  positionConfirmed: boolean;
  /** Whether it receives guests, and somebody can answer: by an account, or by mail. */
  open: boolean;
  /** Whether somebody there has an active account. */
  usesSambang: boolean;
  /** First date on which it is no more; null for one that lives on. */
  @CalendarDate()
  closedOn: string | null;
}

export class UnitPage extends pageOf(UnitLineView) {}

export class FormerNameView {
  name: string;
  /** As the reference data write it. */
  usedUntil: string;
}

/** A window in which guests are received; hours are those of the unit's own clock. */
export class HostingWindowView {
  /** 1 is Monday. */
  @Whole()
  weekday: number;

  /** `HH:MM`. */
  startsAt: string;
  endsAt: string;
}

export class HostingPolicyView implements AnswerOf<typeof hostingFields> {
  open: boolean;

  /** Visits at one time. */
  @Whole()
  capacity: number;

  /** Whether a visit that is wholly online counts among them. */
  onlineTakesPlace: boolean;

  @Whole()
  largestParty: number | null;

  @Whole()
  shortestNoticeDays: number;

  @Whole()
  longestNoticeDays: number;

  /** Minutes after the start from which somebody who arrives is late. */
  @Whole()
  lateMinutes: number;

  /** Whether those who come sign by finger on a screen of the host. */
  takesSignatures: boolean;

  windows: HostingWindowView[];
  identityRule: string;
  phoneRule: string;
  cameraRule: string;
}

/** What is received of one kind of visit, where that differs from the hosting policy; null where it does not. */
export class KindRuleView implements AnswerOf<typeof kindFields> {
  @OneOf('VisitKind', visitKinds)
  kind: VisitKind;

  receives: boolean;

  @Whole()
  largestParty: number | null;

  @Whole()
  shortestNoticeDays: number | null;

  @Whole()
  longestNoticeDays: number | null;

  @Whole()
  shortestMinutes: number | null;

  @Whole()
  longestMinutes: number | null;

  /** Of the hours of a date, those in which it is received; none for all of them. */
  windows: HostingWindowView[];
}

/** Dates on which a unit receives guests at other hours, or not at all. */
export class PeriodView {
  @Uuid()
  id: string;

  /** Whether it is every unit's. */
  national: boolean;
  name: string;

  @CalendarDate()
  from: string;

  /** Itself inside. */
  @CalendarDate()
  until: string;

  /** Whether nobody is received. */
  closed: boolean;
  windows: HostingWindowView[];
}

export class ClosedDayView {
  @CalendarDate()
  date: string;

  reason: string;
}

export class UnitView implements AnswerOf<typeof unitFields> {
  code: string;
  name: string;

  @OneOf('OrganisationKind', organisationKinds)
  kind: OrganisationKind;

  /** Code of the type of a UPT; null for every other kind. */
  type: string | null;
  typeName: string | null;
  subtype: string | null;
  class: string | null;
  place: string;
  regionalOffice: string | null;
  regionalOfficeName: string | null;

  @OneOf('TimeZone', zoneNames)
  timeZone: Zone;

  latitude: number | null;
  longitude: number | null;
  /** When somebody confirmed the position on a map; null where it is only about there, or not known. */
  @Instant()
  positionConfirmedAt: string | null;

  /** Name of who confirmed it. */
  positionConfirmedBy: string | null;
  aliases: string[];
  formerNames: FormerNameView[];
  /** First date of its life; null for long ago. */
  @CalendarDate()
  openedOn: string | null;

  /** First date on which it is no more; null for one that lives on. */
  @CalendarDate()
  closedOn: string | null;

  /** Code of the unit into which it merges or merged. */
  successor: string | null;
  /** Codes of the units that merged into it, or will. */
  absorbed: string[];
  email: string | null;
  phone: string | null;
  webPage: string | null;
  address: string | null;
  postcode: string | null;
  /** Whether somebody there has an active account. */
  usesSambang: boolean;
  /** Whether it receives guests, as its hosting policy says, and somebody can answer: by an account, or by mail. */
  open: boolean;
  hostingPolicy: HostingPolicyView;
  closedDays: ClosedDayView[];
  kinds: KindRuleView[];
  /** Its own and every unit's that have not ended. */
  periods: PeriodView[];

  @Whole()
  version: number;
}

/** A regional office as it was changed. */
export class ChangedOfficeView {
  code: string;
  name: string;
  shortName: string;
  email: string | null;
  /** Whether it must approve visits inside its region, and visits across regions. */
  approvesInside: boolean;
  approvesAcross: boolean;

  @Whole()
  version: number;
}

class OfficeView extends ChangedOfficeView {
  region: string;
  seat: string;

  @OneOf('TimeZone', zoneNames)
  timeZone: Zone;
}

export class OfficeList extends listOf(OfficeView) {}

class ProgramView {
  code: string;
  framework: string;

  @Whole()
  number: number | null;

  title: string;

  @CalendarDate()
  from: string;

  verified: boolean;

  /** Since when it is not offered any more; null while it is. */
  @CalendarDate()
  retiredOn: string | null;
}

export class ProgramList extends listOf(ProgramView) {}

class HolidayView {
  @CalendarDate()
  date: string;

  name: string;

  @OneOf('HolidayKind', holidayKinds)
  kind: HolidayKind;
}

export class HolidayList extends listOf(HolidayView) {}
