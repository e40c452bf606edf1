export { UnitsModule } from './units.module.js';
export { ChangeUnit } from './use-cases/change-unit.js';
export { LoadReferenceData } from './use-cases/load-reference-data.js';
export { freeWindows, type BusyTime, type FreeWindow } from './domain/availability.js';
export { changeableParts } from './domain/policies.js';
export { closedDates, daysFrom, hostingHours, type Hosting } from './domain/hosting-hours.js';
export { termsOf } from './domain/kind-rules.js';
export { isThereOn, visitKinds, type VisitKind } from './domain/index.js';
export { commonWindows, windowReasons } from './domain/common-windows.js';
export { checkRequest, type HostingRequest, type RequestFault } from './domain/hosting-request.js';
export type { AgreedVisit, DisplacedVisit, Displacement } from './domain/displaced-visits.js';
export { AgreedVisits } from './use-cases/agreed-visits.js';
export {
  isOrganisationKind,
  kindsWith,
  kindWords,
  type OrganisationKind,
} from './domain/organisation-kinds.js';
export {
  closedDaysOfUnit,
  holidaysBetween,
  kindsOfUnit,
  lifeOfUnit,
  largestPartyOfVisit,
  periodsOfUnit,
  policyOfUnit,
  receivesKind,
  shortestNoticeOfVisit,
} from './queries/hosting-sql.js';
export { UnitRegister, type UnitLifeRow } from './storage/unit-register.js';
export { defaultPolicy } from './domain/hosting-policy.js';
export { notRenamed, renamed, rolled, styleOn } from './domain/name-timeline.js';
export { UnitFacts } from './queries/unit-facts.js';
export type { HostingFacts, UnitFact } from './queries/unit-facts.js';
export { UnitStrengths, type ProgramStrength } from './use-cases/unit-strengths.js';
export { TakenHostTime } from './use-cases/taken-host-time.js';
export { usesSambang } from './queries/unit-usage.js';
export { NOT_USING, usageAsked, usageOptions } from './domain/usage-words.js';
export { streetAddress } from './queries/unit-address.js';
export { countingFor } from './queries/heirs.js';
export { everNamed, nameAt, nameOn, nameOnVisit } from './queries/unit-name.js';
export { NamedUnits, type KnownUnit } from './queries/named-units.js';
export { unitFinder, unknownUnitWords, type FoundUnit } from './domain/unit-names.js';
export { WriteDownPartner } from './use-cases/write-down-partner.js';
export { OrganisationHoldings } from './use-cases/organisation-holdings.js';
export { partnerNamed, partnerPattern } from './queries/unit-name.js';
export { unitsPersonal } from './storage/personal-columns.js';
