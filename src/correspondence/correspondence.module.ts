import { Module } from '@nestjs/common';
import { MailsController } from './http/mails.controller.js';
import { MailPages } from './pages/mails.controller.js';
import { FindMail } from './queries/find-mail.js';
import { ListMails } from './queries/list-mails.js';

/** What was written to whom, and what became of it. */
@Module({
  controllers: [MailsController, MailPages],
  providers: [ListMails, FindMail],
})
export class CorrespondenceModule {}
