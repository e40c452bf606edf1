import { Module } from '@nestjs/common';
import { AgendasModule } from '../agendas/index.js';
import { MailSamplesModule } from '../platform/mail/mail-samples.js';
import { PeopleModule } from '../people/index.js';
import { UnitsModule } from '../units/index.js';
import { VisitsModule } from '../visits/index.js';
import { reminderMailSamples } from './domain/mail-samples.js';
import { UnitRemindersController } from './http/unit-reminders.controller.js';
import { SendRemindersJob } from './jobs/send-reminders.job.js';
import { WithdrawRemindersJob } from './jobs/withdraw-reminders.job.js';
import { RegionWeek } from './queries/region-week.js';
import { RemindedVisits } from './queries/reminded-visits.js';
import { ReminderSettingRepository } from './storage/reminder-setting-repository.js';
import { PostReminder } from './use-cases/post-reminder.js';
import { RemindOfficers } from './use-cases/remind-officers.js';
import { RemindParticipants } from './use-cases/remind-participants.js';
import { SendDigests } from './use-cases/send-digests.js';
import { UnitReminders } from './use-cases/unit-reminders.js';
import { WithdrawReminders } from './use-cases/withdraw-reminders.js';

@Module({
  imports: [
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
    PostReminder,
    RemindOfficers,
    RemindParticipants,
    SendDigests,
    UnitReminders,
    WithdrawReminders,
    SendRemindersJob,
    WithdrawRemindersJob,
  ],
})
export class RemindersModule {}
