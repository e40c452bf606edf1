import { Module, type OnModuleInit } from '@nestjs/common';
import { AgendaMailParts, AgendasModule } from '../agendas/index.js';
import { EntitiesModule } from '../platform/database/entities.module.js';
import { ProblemsModule } from '../platform/errors/problem-catalog.js';
import { MailSamplesModule } from '../platform/mail/mail-samples.js';
import { PeopleModule } from '../people/index.js';
import { UnitsModule } from '../units/index.js';
import { VisitsModule } from '../visits/index.js';
import { invitationMailSamples } from './domain/mail-samples.js';
import { CalendarFilesController } from './http/calendar-files.controller.js';
import { FeedsController } from './http/feeds.controller.js';
import { OwnAlarmsController } from './http/own-alarms.controller.js';
import { feedProblems } from './http/problems.js';
import { SendInvitationsJob } from './jobs/send-invitations.job.js';
import { AnswerPages } from './pages/answer.controller.js';
import { OwnCalendarPages } from './pages/own-calendar.controller.js';
import { OwnCalendarView } from './pages/own-calendar-view.js';
import { CalendarLinks } from './pages/calendar-links.js';
import { CalendarPages } from './pages/calendar.controller.js';
import { MovePages } from './pages/move.controller.js';
import { CalendarDays } from './queries/calendar-days.js';
import { FindAskedParticipant } from './queries/asked-participant.js';
import { CalendarSources } from './queries/calendar-sources.js';
import { CalendarUnits } from './queries/calendar-units.js';
import { CalendarVisits } from './queries/calendar-visits.js';
import { Feeds } from './queries/feeds.js';
import { InvitationContext } from './queries/invitation-context.js';
import { calendarsEntities } from './storage/entities.js';
import { AnswerLinkRepository } from './storage/answer-link-repository.js';
import { CalendarSettingRepository } from './storage/calendar-setting-repository.js';
import { FeedRepository } from './storage/feed-repository.js';
import { InvitationRepository } from './storage/invitation-repository.js';
import { AnswerByLink } from './use-cases/answer-by-link.js';
import { CalendarObjects } from './use-cases/calendar-objects.js';
import { ExportVisit } from './use-cases/export-visit.js';
import { FeedDocuments } from './use-cases/feed-documents.js';
import { InvitationObjects } from './use-cases/invitation-objects.js';
import { InvitationOccasions } from './use-cases/invitation-occasions.js';
import { InvitedEvents } from './use-cases/invited-events.js';
import { Invitees } from './use-cases/invitees.js';
import { OwnAlarms } from './use-cases/own-alarms.js';
import { EndFeeds } from './use-cases/end-feeds.js';
import { OwnFeeds } from './use-cases/own-feeds.js';
import { PersonalEvents } from './use-cases/personal-events.js';
import { ReadFeed } from './use-cases/read-feed.js';
import { RefreshInvitation } from './use-cases/refresh-invitation.js';
import { PostInvitation, SendInvitations } from './use-cases/send-invitations.js';

@Module({
  imports: [
    EntitiesModule.forFeature(calendarsEntities),
    UnitsModule,
    PeopleModule,
    VisitsModule,
    AgendasModule,
    ProblemsModule.forFeature(feedProblems),
    MailSamplesModule.forFeature(invitationMailSamples),
  ],
  controllers: [
    FeedsController,
    OwnAlarmsController,
    CalendarFilesController,
    AnswerPages,
    OwnCalendarPages,
    CalendarPages,
    MovePages,
  ],
  providers: [
    FindAskedParticipant,
    CalendarDays,
    CalendarSources,
    CalendarUnits,
    CalendarVisits,
    Feeds,
    InvitationContext,
    AnswerLinkRepository,
    FeedRepository,
    InvitationRepository,
    AnswerByLink,
    CalendarObjects,
    ExportVisit,
    FeedDocuments,
    InvitationObjects,
    CalendarSettingRepository,
    InvitationOccasions,
    InvitedEvents,
    OwnAlarms,
    OwnCalendarView,
    CalendarLinks,
    PersonalEvents,
    Invitees,
    EndFeeds,
    OwnFeeds,
    ReadFeed,
    RefreshInvitation,
    PostInvitation,
    SendInvitations,
    SendInvitationsJob,
  ],
  exports: [OwnFeeds, ReadFeed],
})
export class CalendarsModule implements OnModuleInit {
  constructor(
    private readonly agendaMails: AgendaMailParts,
    private readonly refresh: RefreshInvitation,
  ) {}

  onModuleInit(): void {
    this.agendaMails.register((visitId, email) => this.refresh.execute(visitId, email));
  }
}
