import { Module } from '@nestjs/common';
import { ProblemsModule } from '../platform/errors/problem-catalog.js';
import { MailSamplesModule } from '../platform/mail/mail-samples.js';
import { RepliesModule } from '../replies/index.js';
import { MailsController } from './http/mails.controller.js';
import { mailProblems } from './http/problems.js';
import { MailSamplePages } from './pages/mail-samples.controller.js';
import { MailPages } from './pages/mails.controller.js';
import { MailTasks } from './pages/mail-tasks.js';
import { MailsSection } from './pages/mails-section.js';
import { ReceivedMailPages } from './pages/received-mails.controller.js';
import { FindMail } from './queries/find-mail.js';
import { ListMails } from './queries/list-mails.js';
import { MailsThatWait } from './queries/mails-that-wait.js';
import { ResendAllMails } from './use-cases/resend-all-mails.js';
import { ResendMail } from './use-cases/resend-mail.js';

/** What was written to whom, what came back, and what became of it. */
@Module({
  imports: [RepliesModule, MailSamplesModule, ProblemsModule.forFeature(mailProblems)],
  controllers: [MailsController, ReceivedMailPages, MailSamplePages, MailPages],
  providers: [ListMails, FindMail, MailsThatWait, ResendMail, ResendAllMails, MailsSection, MailTasks],
})
export class CorrespondenceModule {}
