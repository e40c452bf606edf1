import { Module } from '@nestjs/common';
import { EntitiesModule } from '../platform/database/entities.module.js';
import { ProblemsModule } from '../platform/errors/problem-catalog.js';
import { unitConstraints, unitProblems } from './http/problems.js';
import { ReferenceController } from './http/reference.controller.js';
import { UnitsController } from './http/units.controller.js';
import { HolidayPages } from './pages/administration-holidays.controller.js';
import { OfficePages } from './pages/administration-office.controller.js';
import { ProgramPages } from './pages/administration-programs.controller.js';
import { UnitSearch } from './pages/unit-search.js';
import { UnitView } from './pages/unit-view.js';
import { UnitEditPages } from './pages/unit-edit.controller.js';
import { UnitPages } from './pages/units.controller.js';
import { ListReference } from './queries/list-reference.js';
import { ListUnits } from './queries/list-units.js';
import { UnitChoices } from './queries/unit-choices.js';
import { UnitDetails } from './queries/unit-details.js';
import { UnitFacts } from './queries/unit-facts.js';
import { unitsEntities } from './storage/entities.js';
import { HolidayRepository } from './storage/holiday-repository.js';
import { OfficeRepository } from './storage/office-repository.js';
import { ProgramRepository } from './storage/program-repository.js';
import { UnitRepository } from './storage/unit-repository.js';
import { ChangeRegionalOffice } from './use-cases/change-regional-office.js';
import { ChangeUnit } from './use-cases/change-unit.js';
import { KeepHolidays } from './use-cases/keep-holidays.js';
import { KeepPrograms } from './use-cases/keep-programs.js';
import { LoadReferenceData } from './use-cases/load-reference-data.js';
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
    ProgramPages,
    OfficePages,
  ],
  providers: [
    ListReference,
    ListUnits,
    UnitChoices,
    UnitDetails,
    UnitFacts,
    HolidayRepository,
    OfficeRepository,
    ProgramRepository,
    UnitRepository,
    ChangeRegionalOffice,
    ChangeUnit,
    KeepHolidays,
    KeepPrograms,
    LoadReferenceData,
    TakenHostTime,
    UnitStrengths,
    UnitView,
    UnitSearch,
  ],
  exports: [LoadReferenceData, TakenHostTime, UnitFacts, UnitStrengths],
})
export class UnitsModule {}
