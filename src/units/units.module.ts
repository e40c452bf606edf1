import { Module } from '@nestjs/common';
import { EntitiesModule } from '../platform/database/entities.module.js';
import { ProblemsModule } from '../platform/errors/problem-catalog.js';
import { unitConstraints, unitProblems } from './http/problems.js';
import { OrganisationsController } from './http/organisations.controller.js';
import { ReferenceController } from './http/reference.controller.js';
import { UnitsController } from './http/units.controller.js';
import { HolidayPages } from './pages/administration-holidays.controller.js';
import { OfficePages } from './pages/administration-office.controller.js';
import { ProgramPages } from './pages/administration-programs.controller.js';
import { OrganisationMergePages } from './pages/organisation-merge.controller.js';
import { OrganisationPages } from './pages/organisations.controller.js';
import { UnitSearch } from './pages/unit-search.js';
import { ShowUnit } from './pages/show-unit.js';
import { UnitEditPages } from './pages/unit-edit.controller.js';
import { UnitPages } from './pages/units.controller.js';
import { ListReference } from './queries/list-reference.js';
import { ListUnits } from './queries/list-units.js';
import { NamedUnits } from './queries/named-units.js';
import { Organisations } from './queries/organisations.js';
import { UnitChoices } from './queries/unit-choices.js';
import { UnitDetails } from './queries/unit-details.js';
import { UnitFacts } from './queries/unit-facts.js';
import { unitsEntities } from './storage/entities.js';
import { HolidayRepository } from './storage/holiday-repository.js';
import { OrganisationRepository } from './storage/organisation-repository.js';
import { PartnerRepository } from './storage/partner-repository.js';
import { OfficeRepository } from './storage/office-repository.js';
import { ProgramRepository } from './storage/program-repository.js';
import { UnitRegister } from './storage/unit-register.js';
import { UnitRepository } from './storage/unit-repository.js';
import { HostingPeriodRepository } from './storage/hosting-period-repository.js';
import { KindRepository } from './storage/kind-repository.js';
import { KeepPeriods } from './use-cases/keep-periods.js';
import { ListPeriods } from './queries/list-periods.js';
import { PeriodForms } from './pages/period-pages.js';
import { NationalPeriodPages, UnitPeriodPages } from './pages/periods.controller.js';
import { PeriodsController } from './http/periods.controller.js';
import { ChangeRegionalOffice } from './use-cases/change-regional-office.js';
import { AgreedVisits } from './use-cases/agreed-visits.js';
import { ConfirmPosition } from './use-cases/confirm-position.js';
import { ChangeUnit } from './use-cases/change-unit.js';
import { FindDisplaced } from './use-cases/find-displaced.js';
import { KeepHolidays } from './use-cases/keep-holidays.js';
import { KeepPrograms } from './use-cases/keep-programs.js';
import { KeepOrganisations } from './use-cases/keep-organisations.js';
import { MergePartners } from './use-cases/merge-partners.js';
import { OrganisationHoldings } from './use-cases/organisation-holdings.js';
import { WriteDownPartner } from './use-cases/write-down-partner.js';
import { LoadReferenceData } from './use-cases/load-reference-data.js';
import { OfficeBook } from './use-cases/office-book.js';
import { TakenHostTime } from './use-cases/taken-host-time.js';
import { UnitStrengths } from './use-cases/unit-strengths.js';

/** Units, their regional offices, and when they receive guests. */
@Module({
  imports: [
    EntitiesModule.forFeature(unitsEntities),
    ProblemsModule.forFeature(unitProblems, unitConstraints),
  ],
  controllers: [
    ReferenceController,
    UnitsController,
    UnitEditPages,
    UnitPages,
    HolidayPages,
    NationalPeriodPages,
    PeriodsController,
    UnitPeriodPages,
    ProgramPages,
    OfficePages,
    OrganisationMergePages,
    OrganisationPages,
    OrganisationsController,
  ],
  providers: [
    ListReference,
    ListUnits,
    UnitChoices,
    UnitDetails,
    UnitFacts,
    NamedUnits,
    HolidayRepository,
    HostingPeriodRepository,
    KeepPeriods,
    KindRepository,
    ListPeriods,
    PeriodForms,
    OfficeRepository,
    ProgramRepository,
    UnitRegister,
    UnitRepository,
    AgreedVisits,
    ChangeRegionalOffice,
    ChangeUnit,
    ConfirmPosition,
    FindDisplaced,
    KeepHolidays,
    KeepPrograms,
    OfficeBook,
    KeepOrganisations,
    MergePartners,
    Organisations,
    OrganisationHoldings,
    OrganisationRepository,
    PartnerRepository,
    WriteDownPartner,
    LoadReferenceData,
    TakenHostTime,
    UnitStrengths,
    ShowUnit,
    UnitSearch,
  ],
  exports: [
    AgreedVisits,
    LoadReferenceData,
    NamedUnits,
    OrganisationHoldings,
    TakenHostTime,
    UnitFacts,
    UnitRegister,
    UnitStrengths,
    WriteDownPartner,
  ],
})
export class UnitsModule {}
