import { Module } from '@nestjs/common';
import { ProblemsModule } from '../platform/errors/problem-catalog.js';
import { MailSamplesModule } from '../platform/mail/mail-samples.js';
import { RepliesModule } from '../replies/index.js';
import { MailChecksController } from './http/mail-checks.controller.js';
import { MailsController } from './http/mails.controller.js';
import { mailProblems } from './http/problems.js';
import { MailCheckPages } from './pages/mail-checks.controller.js';
import { MailSamplePages } from './pages/mail-samples.controller.js';
import { MailPages } from './pages/mails.controller.js';
import { MailTasks } from './pages/mail-tasks.js';
import { MailsSection } from './pages/mails-section.js';
import { RefusalPages } from './pages/refusal.controller.js';
import { ReceivedMailPages } from './pages/received-mails.controller.js';
import { FindMail } from './queries/find-mail.js';
import { ListMails } from './queries/list-mails.js';
import { FindMailTraffic } from './queries/mail-traffic.js';
import { MailsThatWait } from './queries/mails-that-wait.js';
import { CheckMailAgain } from './use-cases/check-mail-again.js';
import { ExportMails } from './use-cases/export-mails.js';
import { ResendAllMails } from './use-cases/resend-all-mails.js';
import { ResendMail } from './use-cases/resend-mail.js';

/** What was written to whom, what came back, and what became of it. */
@Module({
  imports: [RepliesModule, MailSamplesModule, ProblemsModule.forFeature(mailProblems)],
  controllers: [
    MailChecksController,
    MailsController,
    ReceivedMailPages,
    MailSamplePages,
    MailCheckPages,
    MailPages,
    RefusalPages,
  ],
  providers: [
    ...[ListMails, FindMail, MailsThatWait, FindMailTraffic, MailsSection, MailTasks],
    ...[ResendMail, ResendAllMails, CheckMailAgain, ExportMails],
  ],
})
export class CorrespondenceModule {}
