import { Module } from '@nestjs/common';
import { AgendasModule } from '../agendas/index.js';
import { EntitiesModule } from '../platform/database/entities.module.js';
import { MailSamplesModule } from '../platform/mail/mail-samples.js';
import { PeopleModule } from '../people/index.js';
import { UnitsModule } from '../units/index.js';
import { VisitsModule } from '../visits/index.js';
import { reminderMailSamples } from './domain/mail-samples.js';
import { UnitRemindersController } from './http/unit-reminders.controller.js';
import { RemindOfAgendasJob } from './jobs/remind-of-agendas.job.js';
import { RemindOfLinksJob } from './jobs/remind-of-links.job.js';
import { RemindOfAnswersJob } from './jobs/remind-of-answers.job.js';
import { RemindParticipantsJob } from './jobs/remind-participants.job.js';
import { SendDigestsJob } from './jobs/send-digests.job.js';
import { WithdrawRemindersJob } from './jobs/withdraw-reminders.job.js';
import { RegionWeek } from './queries/region-week.js';
import { RemindedVisits } from './queries/reminded-visits.js';
import { UnitReaders } from './queries/unit-readers.js';
import { remindersEntities } from './storage/entities.js';
import { ReminderSettingRepository } from './storage/reminder-setting-repository.js';
import { WeeklyDigests } from './storage/weekly-digests.js';
import { PostReminder } from './use-cases/post-reminder.js';
import { RemindOfAgendas } from './use-cases/remind-of-agendas.js';
import { RemindOfLinks } from './use-cases/remind-of-links.js';
import { RemindOfAnswers } from './use-cases/remind-of-answers.js';
import { RemindParticipants } from './use-cases/remind-participants.js';
import { PostDigest, SendDigests } from './use-cases/send-digests.js';
import { UnitReminders } from './use-cases/unit-reminders.js';
import { WithdrawReminders } from './use-cases/withdraw-reminders.js';

@Module({
  imports: [
    EntitiesModule.forFeature(remindersEntities),
    UnitsModule,
    PeopleModule,
    VisitsModule,
    AgendasModule,
    MailSamplesModule.forFeature(reminderMailSamples),
  ],
  controllers: [UnitRemindersController],
  providers: [
    RegionWeek,
    RemindedVisits,
    ReminderSettingRepository,
    WeeklyDigests,
    PostReminder,
    RemindOfAgendas,
    RemindOfLinks,
    RemindOfAnswers,
    UnitReaders,
    RemindParticipants,
    PostDigest,
    SendDigests,
    UnitReminders,
    WithdrawReminders,
    RemindOfAgendasJob,
    RemindOfLinksJob,
    RemindOfAnswersJob,
    RemindParticipantsJob,
    SendDigestsJob,
    WithdrawRemindersJob,
  ],
})
export class RemindersModule {}
