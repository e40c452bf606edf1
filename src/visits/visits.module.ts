import { Module } from '@nestjs/common';
import { PeopleModule } from '../people/index.js';
import { EntitiesModule } from '../platform/database/entities.module.js';
import { ProblemsModule } from '../platform/errors/problem-catalog.js';
import { MailSamplesModule } from '../platform/mail/mail-samples.js';
import { UnitsModule } from '../units/index.js';
import { visitMailSamples } from './domain/mail-samples.js';
import { ArrangedVisitsController } from './http/arranged-visits.controller.js';
import { AvailabilityController } from './http/availability.controller.js';
import { FilesController } from './http/files.controller.js';
import { GuestsController } from './http/guests.controller.js';
import { ParticipantsController } from './http/participants.controller.js';
import { HostAnswerController } from './http/host-answer.controller.js';
import { ReachController } from './http/reach.controller.js';
import { NipLooksController } from './http/nip-looks.controller.js';
import { PartyController } from './http/party.controller.js';
import { visitConstraints, visitProblems } from './http/problems.js';
import { VisitExportController } from './http/visit-export.controller.js';
import { VisitsController } from './http/visits.controller.js';
import { ExpireVisitsJob } from './jobs/expire-visits.job.js';
import { TellAnswersJob, TellUrgentAnswersJob } from './jobs/tell-answers.job.js';
import { TellGuestsJob, WatchInvitationsJob } from './jobs/guests.job.js';
import { NotifyUnitsJob } from './jobs/notify-units.job.js';
import { OvertakeMailsJob } from './jobs/overtake-mails.job.js';
import { OvertakeMails } from './use-cases/overtake-mails.js';
import { visitPages } from './pages/all-pages.js';
import { UnitSections } from './pages/unit-section.js';
import { VisitParts } from './pages/visit-parts.js';
import { VisitTasks } from './pages/visit-tasks.js';
import { ShowGuests } from './pages/show-guests.js';
import { ShowVisit } from './pages/show-visit.js';
import { HeldVisits } from './queries/held-visits.js';
import { NoticeReaders } from './queries/notice-readers.js';
import { OrganisationChoices } from './queries/organisation-choices.js';
import { ProgramChoices } from './queries/program-choices.js';
import { VisitFactsQuery } from './queries/visit-facts.js';
import { visitQueries } from './queries/all-queries.js';
import { visitsEntities } from './storage/entities.js';
import { ReachRepository } from './storage/reach-repository.js';
import { HostAnswers } from './storage/host-answers.js';
import { AnswerNewsRepository } from './storage/answer-news-repository.js';
import { FileRepository } from './storage/file-repository.js';
import { PartnerGuests } from './storage/partner-guests.js';
import { GuestRepository } from './storage/guest-repository.js';
import { HistoryRepository } from './storage/history-repository.js';
import { HostTimeRepository } from './storage/host-time-repository.js';
import { IdempotencyRepository } from './storage/idempotency-repository.js';
import { ParticipantAddresses } from './storage/participant-addresses.js';
import { ParticipantLinkRepository } from './storage/participant-link-repository.js';
import { ParticipantRepository } from './storage/participant-repository.js';
import { VisitRepository } from './storage/visit-repository.js';
import { AddressChanges } from './use-cases/address-changes.js';
import { AnswerInvitation } from './use-cases/answer-invitation.js';
import { AnswerGuestInvitation } from './use-cases/answer-guest-invitation.js';
import { ArrangeVisit, ArrangingTerms } from './use-cases/arrange-visit.js';
import { AnswerAsHost, HostQuestion } from './use-cases/answer-as-host.js';
import { EnterHostAnswer } from './use-cases/enter-host-answer.js';
import { IssueHostLink } from './use-cases/issue-host-link.js';
import { AskForParty } from './use-cases/ask-for-party.js';
import { AddPartners } from './use-cases/add-partners.js';
import { HoldPartners } from './use-cases/hold-partners.js';
import { AskGuests } from './use-cases/ask-guests.js';
import { CarryOutStep } from './use-cases/carry-out-step.js';
import { ChooseReceivers } from './use-cases/choose-receivers.js';
import { ChangeParticipants } from './use-cases/change-participants.js';
import { KnownAccounts } from './use-cases/known-accounts.js';
import { LookAtNips, NoteNipLooks } from './use-cases/look-at-nips.js';
import { ExportNipLooks } from './use-cases/export-nip-looks.js';
import { ConfirmAddress } from './use-cases/confirm-address.js';
import { ChangeVisit } from './use-cases/change-visit.js';
import { LockVisit } from './use-cases/lock-visit.js';
import { CheckHostRules } from './use-cases/check-host-rules.js';
import { CheckReferences } from './use-cases/check-references.js';
import { BeginVisit, VisitStore } from './use-cases/begin-visit.js';
import { CreateVisit } from './use-cases/create-visit.js';
import { RecordVisit, TakeHostTime } from './use-cases/record-visit.js';
import { EditVisit } from './use-cases/edit-visit.js';
import { ExportVisits } from './use-cases/export-visits.js';
import { ExpireVisits } from './use-cases/expire-visits.js';
import { FindFreeTime } from './use-cases/find-free-time.js';
import { HandOverVisits } from './use-cases/hand-over-visits.js';
import { HearParticipant } from './use-cases/hear-participant.js';
import { HoldHostTime } from './use-cases/hold-host-time.js';
import { StoreDocument } from './use-cases/store-document.js';
import { KeepFiles, VisitFileStore } from './use-cases/keep-files.js';
import { VisitLinks } from './use-cases/visit-links.js';
import { NotifyUnits } from './use-cases/notify-units.js';
import { WritePersonalMessage } from './use-cases/personal-message.js';
import { ReachParticipants } from './use-cases/reach-participants.js';
import { ReadReach } from './use-cases/read-reach.js';
import { RenewHostLinks } from './use-cases/renew-host-links.js';
import { ReadVisit } from './use-cases/read-visit.js';
import { RecordChange } from './use-cases/record-change.js';
import { RelayProposal } from './use-cases/relay-proposal.js';
import { LeaveNews } from './use-cases/leave-news.js';
import { PostAnswerDigest, TellAnswers } from './use-cases/tell-answers.js';
import { WriteToVisit } from './use-cases/write-to-visit.js';
import { TellDisplaced } from './use-cases/tell-displaced.js';
import { TellGuests } from './use-cases/tell-guests.js';
import { InvitationStore, WatchInvitations } from './use-cases/watch-invitations.js';
import { TellUnits } from './use-cases/tell-units.js';
import { StepFacts } from './use-cases/step-facts.js';
import { StepSurroundings } from './use-cases/step-surroundings.js';
import { TakeStep } from './use-cases/take-step.js';
import { VisitBackground } from './use-cases/visit-background.js';
import { ActAsParticipant } from './use-cases/act-as-participant.js';
import { AddWalkIn } from './use-cases/add-walk-in.js';
import { AskForLink } from './use-cases/ask-for-link.js';
import { FollowOwnAddress } from './use-cases/follow-own-address.js';
import { PostNewLink } from './use-cases/post-new-link.js';
import { AskOwnAddress } from './use-cases/ask-own-address.js';
import { CorrectOwnData } from './use-cases/correct-own-data.js';
import { ParticipantRenames } from './use-cases/participant-renames.js';
import { SendLinkAgain } from './use-cases/send-link-again.js';
import { TakeOwnAddress } from './use-cases/take-own-address.js';
import { PersonalLinks } from './use-cases/personal-links.js';
import { WithoutAccount } from './queries/without-account.js';
import { ParticipantLinks } from './use-cases/participant-links.js';
import { ParticipantBook } from './use-cases/participant-book.js';
import { MoveAddresses } from './use-cases/move-addresses.js';
import { VisitHangs } from './use-cases/visit-hangs.js';
import { CallOffVisit } from './use-cases/call-off-visit.js';
import { ReadVisitList } from './use-cases/read-visit-list.js';
import { VisitWholes } from './use-cases/visit-wholes.js';
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
    ArrangedVisitsController,
    AvailabilityController,
    VisitsController,
    VisitExportController,
    ParticipantsController,
    PartyController,
    ReachController,
    NipLooksController,
    HostAnswerController,
    GuestsController,
    FilesController,
    ...visitPages,
  ],
  providers: [
    ...visitQueries,
    ExportVisits,
    UnitSections,
    TellDisplaced,
    TellUnits,
    HostAnswers,
    EnterHostAnswer,
    IssueHostLink,
    HostQuestion,
    AnswerAsHost,
    AnswerNewsRepository,
    FileRepository,
    HistoryRepository,
    HostTimeRepository,
    IdempotencyRepository,
    ActAsParticipant,
    AddWalkIn,
    AskForLink,
    FollowOwnAddress,
    PostNewLink,
    AskOwnAddress,
    CorrectOwnData,
    ParticipantRenames,
    SendLinkAgain,
    TakeOwnAddress,
    ParticipantAddresses,
    ParticipantLinkRepository,
    PersonalLinks,
    ParticipantLinks,
    ParticipantRepository,
    VisitRepository,
    AnswerInvitation,
    ArrangeVisit,
    ArrangingTerms,
    AskForParty,
    AskGuests,
    AddPartners,
    HoldPartners,
    PartnerGuests,
    ReachRepository,
    AnswerGuestInvitation,
    GuestRepository,
    TellGuests,
    TellGuestsJob,
    InvitationStore,
    WatchInvitations,
    WatchInvitationsJob,
    CarryOutStep,
    StepFacts,
    StepSurroundings,
    ChangeParticipants,
    KnownAccounts,
    NoteNipLooks,
    LookAtNips,
    ExportNipLooks,
    ConfirmAddress,
    ChangeVisit,
    CheckHostRules,
    LockVisit,
    CheckReferences,
    BeginVisit,
    CreateVisit,
    RecordVisit,
    TakeHostTime,
    VisitStore,
    EditVisit,
    ExpireVisits,
    FindFreeTime,
    HearParticipant,
    HoldHostTime,
    ...[KeepFiles, VisitFileStore, StoreDocument],
    VisitLinks,
    NotifyUnits,
    RenewHostLinks,
    ReadVisit,
    ReadReach,
    ChooseReceivers,
    ReachParticipants,
    WritePersonalMessage,
    RecordChange,
    RelayProposal,
    TakeStep,
    PostAnswerDigest,
    TellAnswers,
    LeaveNews,
    WriteToVisit,
    VisitBackground,
    VisitMoves,
    AddressChanges,
    MoveAddresses,
    ParticipantBook,
    HandOverVisits,
    VisitHangs,
    ShowGuests,
    VisitWholes,
    ReadVisitList,
    CallOffVisit,
    ShowVisit,
    VisitParts,
    VisitTasks,
    ExpireVisitsJob,
    NotifyUnitsJob,
    TellAnswersJob,
    TellUrgentAnswersJob,
    OvertakeMails,
    OvertakeMailsJob,
  ],
  exports: [
    StoreDocument,
    ActAsParticipant,
    AddPartners,
    AddWalkIn,
    ArrangeVisit,
    IssueHostLink,
    AskGuests,
    OrganisationChoices,
    ProgramChoices,
    AnswerInvitation,
    WriteToVisit,
    NoticeReaders,
    VisitFactsQuery,
    FileRepository,
    CorrectOwnData,
    ParticipantLinks,
    PersonalLinks,
    WithoutAccount,
    ParticipantRenames,
    AskForLink,
    TakeOwnAddress,
    ParticipantRepository,
    ChangeParticipants,
    NoteNipLooks,
    ChangeVisit,
    CheckReferences,
    CreateVisit,
    RecordVisit,
    EditVisit,
    FindFreeTime,
    ProgramChoices,
    LookAtNips,
    ReadVisit,
    RelayProposal,
    TakeStep,
    ChooseReceivers,
    CallOffVisit,
    VisitMoves,
    AddressChanges,
    HeldVisits,
    VisitWholes,
  ],
})
export class VisitsModule {}
