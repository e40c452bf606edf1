import { Module } from '@nestjs/common';
import { FollowUpsModule } from '../follow-ups/index.js';
import { PeopleModule } from '../people/index.js';
import { EntitiesModule } from '../platform/database/entities.module.js';
import { ProblemsModule } from '../platform/errors/problem-catalog.js';
import { MailSamplesModule } from '../platform/mail/mail-samples.js';
import { UnitsModule } from '../units/index.js';
import { VisitsModule } from '../visits/index.js';
import { unitChangeMailSamples } from './domain/mail-samples.js';
import { unitChangeConstraints, unitChangeProblems } from './http/problems.js';
import { UnitChangesController } from './http/unit-changes.controller.js';
import { TurnUnitsJob } from './jobs/turn-units.job.js';
import { ChangeTasks } from './pages/change-tasks.js';
import { UnitChangePageController } from './pages/unit-change.controller.js';
import { UnitChangePages } from './pages/unit-changes.controller.js';
import { ChangeChoicesQuery } from './queries/change-choices.js';
import { ChangeReaders } from './queries/change-readers.js';
import { ChangeSurroundingsQuery } from './queries/change-surroundings.js';
import { DueUnitChanges } from './queries/due-unit-changes.js';
import { ListUnitChanges } from './queries/list-unit-changes.js';
import { TouchedVisits } from './queries/touched-visits.js';
import { unitChangesEntities } from './storage/entities.js';
import { UnitChangeRepository } from './storage/unit-change-repository.js';
import { ChangeBook } from './use-cases/change-book.js';
import { DecideUnitChange } from './use-cases/decide-unit-change.js';
import { Determine } from './use-cases/determine.js';
import { Foretell } from './use-cases/foretell.js';
import { HoldPartnerChanges } from './use-cases/hold-partner-changes.js';
import { Inherit } from './use-cases/inherit.js';
import { MakeUnitChange } from './use-cases/make-unit-change.js';
import { ReadUnitChange } from './use-cases/read-unit-change.js';
import { TellChange } from './use-cases/tell-change.js';
import { TurnUnits } from './use-cases/turn-units.js';

/** What becomes of units: opened, closed, merged, split, renamed; proposed, decided, carried out on its day. */
@Module({
  imports: [
    EntitiesModule.forFeature(unitChangesEntities),
    UnitsModule,
    PeopleModule,
    VisitsModule,
    FollowUpsModule,
    ProblemsModule.forFeature(unitChangeProblems, unitChangeConstraints),
    MailSamplesModule.forFeature(unitChangeMailSamples),
  ],
  // A new one before the one of an id.
  controllers: [UnitChangesController, UnitChangePages, UnitChangePageController],
  providers: [
    ChangeChoicesQuery,
    ChangeReaders,
    ChangeSurroundingsQuery,
    DueUnitChanges,
    ListUnitChanges,
    TouchedVisits,
    UnitChangeRepository,
    ChangeBook,
    DecideUnitChange,
    Determine,
    Foretell,
    HoldPartnerChanges,
    Inherit,
    MakeUnitChange,
    ReadUnitChange,
    TellChange,
    TurnUnits,
    TurnUnitsJob,
    ChangeTasks,
  ],
})
export class UnitChangesModule {}
