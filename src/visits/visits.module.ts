import { Module } from '@nestjs/common';
import { PeopleModule } from '../people/index.js';
import { EntitiesModule } from '../platform/database/entities.module.js';
import { ProblemsModule } from '../platform/errors/problem-catalog.js';
import { MailSamplesModule } from '../platform/mail/mail-samples.js';
import { UnitsModule } from '../units/index.js';
import { visitMailSamples } from './domain/mail-samples.js';
import { AvailabilityController } from './http/availability.controller.js';
import { FilesController } from './http/files.controller.js';
import { ParticipantsController } from './http/participants.controller.js';
import { visitConstraints, visitProblems } from './http/problems.js';
import { VisitsController } from './http/visits.controller.js';
import { ExpireVisitsJob } from './jobs/expire-visits.job.js';
import { NotifyUnitsJob } from './jobs/notify-units.job.js';
import { UnitSections } from './pages/unit-section.js';
import { VisitEditPages } from './pages/visit-edit.controller.js';
import { VisitFilePages } from './pages/visit-files.controller.js';
import { ParticipantAddressPages } from './pages/participant-address.controller.js';
import { VisitParticipantPages } from './pages/visit-participants.controller.js';
import { VisitStepPages } from './pages/visit-steps.controller.js';
import { VisitParts } from './pages/visit-parts.js';
import { VisitTasks } from './pages/visit-tasks.js';
import { VisitView } from './pages/visit-view.js';
import { VisitPages } from './pages/visits.controller.js';
import { AwaitedVisits } from './queries/awaited-visits.js';
import { HostedPrograms } from './queries/hosted-programs.js';
import { ListVisits } from './queries/list-visits.js';
import { NoticeReaders } from './queries/notice-readers.js';
import { OverlappingPeople } from './queries/overlapping-people.js';
import { ProgramChoices } from './queries/program-choices.js';
import { RecentSteps } from './queries/recent-steps.js';
import { TakenTime } from './queries/taken-time.js';
import { UnitChoices } from './queries/unit-choices.js';
import { VisitFactsQuery } from './queries/visit-facts.js';
import { VisitHistory } from './queries/visit-history.js';
import { VisitSurroundings } from './queries/visit-surroundings.js';
import { WaitingForAnswer } from './queries/waiting-for-answer.js';
import { visitsEntities } from './storage/entities.js';
import { FileRepository } from './storage/file-repository.js';
import { HistoryRepository } from './storage/history-repository.js';
import { HostTimeRepository } from './storage/host-time-repository.js';
import { IdempotencyRepository } from './storage/idempotency-repository.js';
import { ParticipantRepository } from './storage/participant-repository.js';
import { VisitRepository } from './storage/visit-repository.js';
import { AnswerInvitation } from './use-cases/answer-invitation.js';
import { CarryOutStep } from './use-cases/carry-out-step.js';
import { ChangeParticipants } from './use-cases/change-participants.js';
import { ConfirmAddress } from './use-cases/confirm-address.js';
import { ChangeVisit } from './use-cases/change-visit.js';
import { CheckHostRules } from './use-cases/check-host-rules.js';
import { CheckReferences } from './use-cases/check-references.js';
import { CreateVisit, VisitStore } from './use-cases/create-visit.js';
import { EditVisit } from './use-cases/edit-visit.js';
import { ExpireVisits } from './use-cases/expire-visits.js';
import { FindFreeTime } from './use-cases/find-free-time.js';
import { HearParticipant } from './use-cases/hear-participant.js';
import { HoldHostTime } from './use-cases/hold-host-time.js';
import { KeepFiles } from './use-cases/keep-files.js';
import { NotifyUnits } from './use-cases/notify-units.js';
import { ReadVisit } from './use-cases/read-visit.js';
import { RecordChange } from './use-cases/record-change.js';
import { RelayProposal } from './use-cases/relay-proposal.js';
import { TellUnits } from './use-cases/tell-units.js';
import { StepSurroundings } from './use-cases/step-surroundings.js';
import { TakeStep } from './use-cases/take-step.js';
import { VisitBackground } from './use-cases/visit-background.js';
import { VisitMoves } from './use-cases/visit-moves.js';

@Module({
  imports: [
    EntitiesModule.forFeature(visitsEntities),
    UnitsModule,
    PeopleModule,
    ProblemsModule.forFeature(visitProblems, visitConstraints),
    MailSamplesModule.forFeature(visitMailSamples),
  ],
  controllers: [
    AvailabilityController,
    VisitsController,
    ParticipantsController,
    FilesController,
    VisitPages,
    VisitStepPages,
    VisitEditPages,
    ParticipantAddressPages,
    VisitParticipantPages,
    VisitFilePages,
  ],
  providers: [
    HostedPrograms,
    UnitSections,
    TellUnits,
    AwaitedVisits,
    ListVisits,
    NoticeReaders,
    OverlappingPeople,
    ProgramChoices,
    RecentSteps,
    TakenTime,
    UnitChoices,
    VisitFactsQuery,
    VisitHistory,
    VisitSurroundings,
    WaitingForAnswer,
    FileRepository,
    HistoryRepository,
    HostTimeRepository,
    IdempotencyRepository,
    ParticipantRepository,
    VisitRepository,
    AnswerInvitation,
    CarryOutStep,
    StepSurroundings,
    ChangeParticipants,
    ConfirmAddress,
    ChangeVisit,
    CheckHostRules,
    CheckReferences,
    CreateVisit,
    VisitStore,
    EditVisit,
    ExpireVisits,
    FindFreeTime,
    HearParticipant,
    HoldHostTime,
    KeepFiles,
    NotifyUnits,
    ReadVisit,
    RecordChange,
    RelayProposal,
    TakeStep,
    VisitBackground,
    VisitMoves,
    VisitView,
    VisitParts,
    VisitTasks,
    ExpireVisitsJob,
    NotifyUnitsJob,
  ],
  exports: [
    ProgramChoices,
    AnswerInvitation,
    NoticeReaders,
    VisitFactsQuery,
    FileRepository,
    ParticipantRepository,
    ChangeParticipants,
    ChangeVisit,
    CheckReferences,
    CreateVisit,
    EditVisit,
    FindFreeTime,
    ProgramChoices,
    ReadVisit,
    RelayProposal,
    TakeStep,
    VisitMoves,
  ],
})
export class VisitsModule {}
