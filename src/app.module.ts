import { Module, type DynamicModule } from '@nestjs/common';
import { APP_GUARD, APP_INTERCEPTOR } from '@nestjs/core';
import { AgendasModule } from './agendas/index.js';
import { BackupsModule } from './backups/index.js';
import { BookingModule } from './booking/index.js';
import { CalendarsModule } from './calendars/index.js';
import { CheckInModule } from './check-in/index.js';
import { CorrespondenceModule } from './correspondence/index.js';
import { FeedbackModule } from './feedback/index.js';
import { LearningModule } from './learning/index.js';
import { FollowUpsModule } from './follow-ups/index.js';
import { HelpModule } from './help/index.js';
import { HostsModule } from './hosts/index.js';
import { ImportsModule } from './imports/index.js';
import { NotesModule } from './notes/index.js';
import { OperationsModule } from './operations/index.js';
import { PeopleModule } from './people/index.js';
import { FormGuard } from './platform/pages/form-guard.js';
import { FormOnce } from './platform/pages/form-once.js';
import { ObjectBodies } from './platform/http/validation.js';
import { PageAddress } from './platform/pages/page-address.js';
import { ReaderDay } from './platform/pages/reader-day.js';
import { PlatformModule, type PlatformParts } from './platform/platform.module.js';
import { AccessGuard } from './platform/security/access-guard.js';
import { BundlesModule } from './bundles/index.js';
import { PaperworkModule } from './paperwork/index.js';
import { PressModule } from './press/index.js';
import { ParticipantPageModule } from './participant-page/index.js';
import { PersonalDataModule } from './personal-data/index.js';
import { RecordsModule } from './records/index.js';
import { RemindersModule } from './reminders/index.js';
import { RepliesModule } from './replies/index.js';
import { UnitChangesModule } from './unit-changes/index.js';
import { ResultsModule } from './results/index.js';
import { SeriesModule } from './series/index.js';
import { SinergiModule } from './sinergi/index.js';
import { SummariesModule } from './summaries/index.js';
import { TripsModule } from './trips/index.js';
import { UnitsModule } from './units/index.js';
import { VisitDaysModule } from './visit-days/index.js';
import { VisitsModule } from './visits/index.js';

/** The table of contents: every feature is a folder and a line here, each knowing only those above it. */
@Module({})
export class AppModule {
  static with(parts: PlatformParts): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.with(parts),
        UnitsModule,
        PeopleModule,
        BackupsModule,
        OperationsModule,
        VisitsModule,
        AgendasModule,
        CalendarsModule,
        RepliesModule,
        NotesModule,
        FollowUpsModule,
        ResultsModule,
        VisitDaysModule,
        CheckInModule,
        FeedbackModule,
        LearningModule,
        SummariesModule,
        RemindersModule,
        ParticipantPageModule,
        CorrespondenceModule,
        HostsModule,
        UnitChangesModule,
        SeriesModule,
        BookingModule,
        RecordsModule,
        ImportsModule,
        TripsModule,
        PaperworkModule,
        BundlesModule,
        PressModule,
        SinergiModule,
        PersonalDataModule,
        HelpModule,
      ],
      // In this order: whose a form is can be told once it is known who sends it, and nobody else is told what is wrong with it.
      providers: [
        { provide: APP_GUARD, useClass: AccessGuard },
        { provide: APP_GUARD, useClass: FormGuard },
        { provide: APP_GUARD, useClass: ObjectBodies },
        { provide: APP_GUARD, useClass: ReaderDay },
        { provide: APP_GUARD, useClass: PageAddress },
        { provide: APP_INTERCEPTOR, useClass: FormOnce },
      ],
    };
  }
}
