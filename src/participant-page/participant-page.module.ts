import { Module } from '@nestjs/common';
import { CheckInModule } from '../check-in/index.js';
import { CalendarsModule } from '../calendars/index.js';
import { AgendasModule } from '../agendas/index.js';
import { FeedbackModule } from '../feedback/index.js';
import { FollowUpsModule } from '../follow-ups/index.js';
import { SummariesModule } from '../summaries/index.js';
import { VisitDaysModule } from '../visit-days/index.js';
import { VisitsModule } from '../visits/index.js';
import { ParticipantCalendarPages } from './pages/calendar.controller.js';
import { ParticipantFilePages, ParticipantPhotoPages } from './pages/files.controller.js';
import { ParticipantPages } from './pages/participant.controller.js';
import { OwnAddressPages } from './pages/own-address.controller.js';
import { OwnCheckInPages } from './pages/own-check-in.controller.js';
import { OwnDataPages } from './pages/own-data.controller.js';
import { ShowParticipantPage } from './pages/show-participant-page.js';
import { FindPageSurroundings } from './queries/page-surroundings.js';
import { FindOwnTraces } from './queries/own-traces.js';
import { AnswerByLink } from './use-cases/answer-by-link.js';
import { OpenOwnPage } from './use-cases/open-own-page.js';
import { ReadAfterVisit } from './use-cases/read-after-visit.js';
import { OpenSummaryFile } from './use-cases/open-summary-file.js';
import { ReadOwnData } from './use-cases/read-own-data.js';
import { ReadParticipantPage } from './use-cases/read-participant-page.js';

@Module({
  imports: [
    VisitsModule,
    AgendasModule,
    CalendarsModule,
    FollowUpsModule,
    FeedbackModule,
    SummariesModule,
    VisitDaysModule,
    CheckInModule,
  ],
  controllers: [
    OwnAddressPages,
    ParticipantPages,
    OwnDataPages,
    OwnCheckInPages,
    ParticipantCalendarPages,
    ParticipantFilePages,
    ParticipantPhotoPages,
  ],
  providers: [
    OpenOwnPage,
    ReadAfterVisit,
    FindPageSurroundings,
    FindOwnTraces,
    ReadOwnData,
    AnswerByLink,
    OpenSummaryFile,
    ReadParticipantPage,
    ShowParticipantPage,
  ],
})
export class ParticipantPageModule {}
