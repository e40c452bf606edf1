import { Module } from '@nestjs/common';
import { ProblemsModule } from '../platform/errors/problem-catalog.js';
import { VisitsModule } from '../visits/index.js';
import { FollowUpsController } from './http/follow-ups.controller.js';
import { followUpConstraints, followUpProblems } from './http/problems.js';
import { BoardPages } from './pages/board.controller.js';
import { FollowUpParts } from './pages/follow-up-parts.js';
import { FollowUpSection } from './pages/follow-up-section.js';
import { FollowUpPages } from './pages/follow-up.controller.js';
import { NewFollowUpPages } from './pages/new-follow-up.controller.js';
import { DueFollowUps } from './queries/due-follow-ups.js';
import { FollowUpChoices } from './queries/follow-up-choices.js';
import { FollowUpFacts } from './queries/follow-up-facts.js';
import { ListFollowUps } from './queries/list-follow-ups.js';
import { FollowUpRepository } from './storage/follow-up-repository.js';
import { ReadFollowUp } from './use-cases/read-follow-up.js';
import { WriteFollowUp } from './use-cases/write-follow-up.js';

/** What units promised after a visit (tindak lanjut). */
@Module({
  imports: [VisitsModule, ProblemsModule.forFeature(followUpProblems, followUpConstraints)],
  controllers: [FollowUpsController, BoardPages, NewFollowUpPages, FollowUpPages],
  providers: [
    DueFollowUps,
    FollowUpChoices,
    FollowUpParts,
    FollowUpFacts,
    ListFollowUps,
    FollowUpRepository,
    ReadFollowUp,
    WriteFollowUp,
    FollowUpSection,
  ],
  exports: [FollowUpFacts, WriteFollowUp],
})
export class FollowUpsModule {}
