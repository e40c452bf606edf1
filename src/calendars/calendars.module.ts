import { Module, type OnModuleInit } from '@nestjs/common';
import { AgendaMailParts, AgendasModule } from '../agendas/index.js';
import { EntitiesModule } from '../platform/database/entities.module.js';
import { ProblemsModule } from '../platform/errors/problem-catalog.js';
import { MailRenewals } from '../platform/mail/mail-renewals.js';
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
import { OwnCalendarPages } from './pages/own-calendar.controller.js';
import { OwnCalendarView } from './pages/own-calendar-view.js';
import { CalendarLinks } from './pages/calendar-links.js';
import { CalendarPages } from './pages/calendar.controller.js';
import { MovePages } from './pages/move.controller.js';
import { CalendarDays } from './queries/calendar-days.js';
import { CalendarSources } from './queries/calendar-sources.js';
import { CalendarUnits } from './queries/calendar-units.js';
import { CalendarVisits } from './queries/calendar-visits.js';
import { Feeds } from './queries/feeds.js';
import { FeedStates } from './queries/feed-states.js';
import { SuspendedPeople } from './queries/suspended-people.js';
import { InvitationContext } from './queries/invitation-context.js';
import { calendarsEntities } from './storage/entities.js';
import { CalendarSettingRepository } from './storage/calendar-setting-repository.js';
import { FeedRepository } from './storage/feed-repository.js';
import { InvitationRepository } from './storage/invitation-repository.js';
import { CalendarObjects } from './use-cases/calendar-objects.js';
import { ExportVisit } from './use-cases/export-visit.js';
import { FeedHangs } from './use-cases/feed-hangs.js';
import { FollowAddresses } from './use-cases/follow-addresses.js';
import { FeedUses } from './use-cases/feed-uses.js';
import { OpenFeeds } from './use-cases/open-feeds.js';
import { FeedDocuments } from './use-cases/feed-documents.js';
import { InvitationObjects } from './use-cases/invitation-objects.js';
import { InvitationOccasions } from './use-cases/invitation-occasions.js';
import { InvitedEvents } from './use-cases/invited-events.js';
import { Invitees } from './use-cases/invitees.js';
import { ParticipantCalendar } from './use-cases/participant-calendar.js';
import { OwnAlarms } from './use-cases/own-alarms.js';
import { EndFeeds } from './use-cases/end-feeds.js';
import { OwnFeeds } from './use-cases/own-feeds.js';
import { PersonalEvents } from './use-cases/personal-events.js';
import { FeedTexts } from './use-cases/feed-texts.js';
import { ReadFeed } from './use-cases/read-feed.js';
import { WriteFeed } from './use-cases/write-feed.js';
import { FoldFeedChanges } from './use-cases/fold-feed-changes.js';
import { FoldFeedChangesJob } from './jobs/fold-feed-changes.job.js';
import { RefreshInvitation, RepeatInvitation, StandingInvitations } from './use-cases/refresh-invitation.js';
import { RenewInvitation } from './use-cases/renew-invitation.js';
import { INVITATIONS, PostInvitation } from './use-cases/post-invitation.js';
import { SendInvitations } from './use-cases/send-invitations.js';

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
    OwnCalendarPages,
    CalendarPages,
    MovePages,
  ],
  providers: [
    CalendarDays,
    CalendarSources,
    CalendarUnits,
    CalendarVisits,
    Feeds,
    FeedStates,
    InvitationContext,
    SuspendedPeople,
    RenewInvitation,
    FeedRepository,
    InvitationRepository,
    CalendarObjects,
    ExportVisit,
    FeedDocuments,
    FeedUses,
    FeedTexts,
    WriteFeed,
    FoldFeedChanges,
    FoldFeedChangesJob,
    OpenFeeds,
    FeedHangs,
    FollowAddresses,
    InvitationObjects,
    CalendarSettingRepository,
    InvitationOccasions,
    InvitedEvents,
    OwnAlarms,
    OwnCalendarView,
    CalendarLinks,
    PersonalEvents,
    ParticipantCalendar,
    Invitees,
    EndFeeds,
    OwnFeeds,
    ReadFeed,
    StandingInvitations,
    RefreshInvitation,
    RepeatInvitation,
    PostInvitation,
    SendInvitations,
    SendInvitationsJob,
  ],
  exports: [OwnFeeds, ParticipantCalendar, ReadFeed, RepeatInvitation],
})
export class CalendarsModule implements OnModuleInit {
  constructor(
    private readonly agendaMails: AgendaMailParts,
    private readonly refresh: RefreshInvitation,
    private readonly renewals: MailRenewals,
    private readonly renew: RenewInvitation,
  ) {}

  onModuleInit(): void {
    this.agendaMails.register((visitId, email) => this.refresh.execute(visitId, email));
    this.renewals.register(INVITATIONS, (mail) => this.renew.execute(mail));
  }
}
