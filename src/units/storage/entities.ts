import { HolidayEntity } from './holiday.entity.js';
import { HostingKindEntity, HostingKindWindowEntity } from './hosting-kind.entity.js';
import { HostingPeriodEntity, HostingPeriodWindowEntity } from './hosting-period.entity.js';
import { ClosedDayEntity, HostingPolicyEntity, HostingWindowEntity } from './hosting-policy.entity.js';
import { MergedOrganisationEntity, PartnerNameEntity } from './partner-name.entity.js';
import { ProgramEntity } from './program.entity.js';
import { RegionalOfficeEntity } from './regional-office.entity.js';
import { UnitEntity, UnitNameEntity, UnitTypeEntity } from './unit.entity.js';

/** The tables of this feature. */
export const unitsEntities = [
  ClosedDayEntity,
  HolidayEntity,
  HostingKindEntity,
  HostingKindWindowEntity,
  HostingPeriodEntity,
  HostingPeriodWindowEntity,
  HostingPolicyEntity,
  HostingWindowEntity,
  MergedOrganisationEntity,
  PartnerNameEntity,
  ProgramEntity,
  RegionalOfficeEntity,
  UnitEntity,
  UnitNameEntity,
  UnitTypeEntity,
];
