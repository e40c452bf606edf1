import { HolidayEntity } from './holiday.entity.js';
import { ClosedDayEntity, HostingPolicyEntity, HostingWindowEntity } from './hosting-policy.entity.js';
import { ProgramEntity } from './program.entity.js';
import { RegionalOfficeEntity } from './regional-office.entity.js';
import { UnitEntity, UnitFormerNameEntity, UnitTypeEntity } from './unit.entity.js';

/** The tables of this feature. */
export const unitsEntities = [
  ClosedDayEntity,
  HolidayEntity,
  HostingPolicyEntity,
  HostingWindowEntity,
  ProgramEntity,
  RegionalOfficeEntity,
  UnitEntity,
  UnitFormerNameEntity,
  UnitTypeEntity,
];
