import { Module } from '@nestjs/common';
import { VisitsModule } from '../visits/index.js';
import { ReceivedMailsController } from './http/received-mails.controller.js';
import { InvitedPeople } from './queries/invited-people.js';
import { ReceivedMails } from './queries/received-mails.js';
import { HeardReplies } from './storage/heard-replies.js';
import { MailboxPositionRepository } from './storage/mailbox-position-repository.js';
import { ReceivedMailRepository } from './storage/received-mail-repository.js';
import { FollowReply } from './use-cases/follow-reply.js';
import { ReadMailbox } from './use-cases/read-mailbox.js';
import { ReceiveMail } from './use-cases/receive-mail.js';

@Module({
  imports: [VisitsModule],
  controllers: [ReceivedMailsController],
  providers: [
    InvitedPeople,
    ReceivedMails,
    MailboxPositionRepository,
    ReceivedMailRepository,
    HeardReplies,
    FollowReply,
    ReadMailbox,
    ReceiveMail,
  ],
  exports: [ReceivedMails],
})
export class RepliesModule {}
