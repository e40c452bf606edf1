import { Module } from '@nestjs/common';
import { NotesModule } from '../notes/index.js';
import { PeopleModule } from '../people/index.js';
import { EntitiesModule } from '../platform/database/entities.module.js';
import { ProblemsModule } from '../platform/errors/problem-catalog.js';
import { MailSamplesModule } from '../platform/mail/mail-samples.js';
import { UnitsModule } from '../units/index.js';
import { VisitsModule } from '../visits/index.js';
import { followUpMailSamples } from './domain/mail-samples.js';
import { EvidenceFilesController } from './http/evidence-files.controller.js';
import { FollowUpStoryController } from './http/follow-up-story.controller.js';
import { FollowUpsController } from './http/follow-ups.controller.js';
import { LineageController } from './http/lineage.controller.js';
import { followUpConstraints, followUpProblems } from './http/problems.js';
import { AskConfirmationJob } from './jobs/ask-confirmation.job.js';
import { RemindOwnersJob } from './jobs/remind-owners.job.js';
import { WithdrawFollowUpRemindersJob } from './jobs/withdraw-reminders.job.js';
import { EvidencePages } from './pages/evidence.controller.js';
import { FollowUpParts } from './pages/follow-up-parts.js';
import { FollowUpSection } from './pages/follow-up-section.js';
import { FollowUpPages } from './pages/follow-up.controller.js';
import { FollowUpsPages } from './pages/follow-ups.controller.js';
import { ShowFollowUp } from './pages/show-follow-up.js';
import { LineagePages } from './pages/lineage.controller.js';
import { NewFollowUpPages } from './pages/new-follow-up.controller.js';
import { DueFollowUps } from './queries/due-follow-ups.js';
import { FollowUpChoices } from './queries/follow-up-choices.js';
import { FollowUpFacts } from './queries/follow-up-facts.js';
import { LineageFacts } from './queries/lineage-facts.js';
import { AwaitedConfirmations } from './queries/awaited-confirmations.js';
import { ListFollowUps } from './queries/list-follow-ups.js';
import { OwnedFollowUps } from './queries/owned-follow-ups.js';
import { RemindedFollowUps } from './queries/reminded-follow-ups.js';
import { followUpsEntities } from './storage/entities.js';
import { CommentRepository } from './storage/comment-repository.js';
import { EvidenceFileRepository } from './storage/evidence-file-repository.js';
import { FollowUpRepository } from './storage/follow-up-repository.js';
import { ReplicationRepository } from './storage/replication-repository.js';
import { AskConfirmation } from './use-cases/ask-confirmation.js';
import { ChangeFollowUp } from './use-cases/change-follow-up.js';
import { CheckFollowUp } from './use-cases/check-follow-up.js';
import { CommentFollowUp } from './use-cases/comment-follow-up.js';
import { ConfirmReplication } from './use-cases/confirm-replication.js';
import { ExportFollowUps } from './use-cases/export-follow-ups.js';
import { MoveFollowUps } from './use-cases/move-follow-ups.js';
import { FollowRenames } from './use-cases/follow-renames.js';
import { HandOverFollowUps } from './use-cases/hand-over-follow-ups.js';
import { HoldPartnerPromises } from './use-cases/hold-partners.js';
import { EvidenceStore, KeepEvidence } from './use-cases/keep-evidence.js';
import { ReadFollowUp } from './use-cases/read-follow-up.js';
import { ReadLineage } from './use-cases/read-lineage.js';
import { RemindOwners, WithdrawFollowUpReminders } from './use-cases/remind-owners.js';
import { WriteFollowUp } from './use-cases/write-follow-up.js';

const queries = [
  DueFollowUps,
  FollowUpChoices,
  FollowUpFacts,
  LineageFacts,
  AwaitedConfirmations,
  ListFollowUps,
  OwnedFollowUps,
  RemindedFollowUps,
];
const storage = [CommentRepository, EvidenceFileRepository, FollowUpRepository, ReplicationRepository];
const useCases = [
  ExportFollowUps,
  AskConfirmation,
  ChangeFollowUp,
  CheckFollowUp,
  CommentFollowUp,
  ConfirmReplication,
  HandOverFollowUps,
  HoldPartnerPromises,
  MoveFollowUps,
  EvidenceStore,
  KeepEvidence,
  ReadFollowUp,
  ReadLineage,
  RemindOwners,
  WithdrawFollowUpReminders,
  WriteFollowUp,
];
const jobs = [AskConfirmationJob, RemindOwnersJob, WithdrawFollowUpRemindersJob];

/** What units promised after a visit (tindak lanjut), and the practices that were copied so (replikasi). */
@Module({
  imports: [
    EntitiesModule.forFeature(followUpsEntities),
    UnitsModule,
    PeopleModule,
    VisitsModule,
    NotesModule,
    MailSamplesModule.forFeature(followUpMailSamples),
    ProblemsModule.forFeature(followUpProblems, followUpConstraints),
  ],
  controllers: [
    FollowUpsController,
    FollowUpStoryController,
    EvidenceFilesController,
    LineageController,
    FollowUpsPages,
    NewFollowUpPages,
    EvidencePages,
    FollowUpPages,
    LineagePages,
  ],
  providers: [
    FollowRenames,
    ...queries,
    ...storage,
    ...useCases,
    ...jobs,
    FollowUpParts,
    FollowUpSection,
    ShowFollowUp,
  ],
  exports: [ConfirmReplication, FollowUpFacts, MoveFollowUps, WriteFollowUp],
})
export class FollowUpsModule {}
