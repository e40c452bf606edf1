import { CalendarDate, listOf, OneOf, pageOf, Whole } from '../../platform/http/view-fields.js';
import { zoneNames, type Zone } from '../../platform/text/zones.js';
import { holidayKinds, type HolidayKind } from '../domain/holiday-paste.js';

export class UnitLineView {
  code: string;
  name: string;
  /** Code of the type. */
  type: string;
  place: string;
  /** Code of the regional office. */
  regionalOffice: string;

  @OneOf('TimeZone', zoneNames)
  timeZone: Zone;

  latitude: number | null;
  longitude: number | null;
  /** Whether it receives guests. */
  open: boolean;
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

export class HostingPolicyView {
  open: boolean;

  /** Visits at one time. */
  @Whole()
  capacity: number;

  @Whole()
  largestParty: number | null;

  @Whole()
  shortestNoticeDays: number;

  @Whole()
  longestNoticeDays: number;

  windows: HostingWindowView[];
  identityRule: string;
  phoneRule: string;
  cameraRule: string;
}

export class ClosedDayView {
  @CalendarDate()
  date: string;

  reason: string;
}

export class UnitView {
  code: string;
  name: string;
  /** Code of the type. */
  type: string;
  typeName: string;
  subtype: string | null;
  class: string | null;
  place: string;
  regionalOffice: string;
  regionalOfficeName: string;

  @OneOf('TimeZone', zoneNames)
  timeZone: Zone;

  latitude: number | null;
  longitude: number | null;
  aliases: string[];
  formerNames: FormerNameView[];
  email: string | null;
  phone: string | null;
  address: string | null;
  hostingPolicy: HostingPolicyView;
  closedDays: ClosedDayView[];

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
