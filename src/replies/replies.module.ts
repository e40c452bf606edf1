import { Module } from '@nestjs/common';
import { CalendarsModule } from '../calendars/index.js';
import { EntitiesModule } from '../platform/database/entities.module.js';
import { ProblemsModule } from '../platform/errors/problem-catalog.js';
import { VisitsModule } from '../visits/index.js';
import { replyProblems } from './http/problems.js';
import { ReceivedMailsController } from './http/received-mails.controller.js';
import { ReplyQuestionsController } from './http/reply-questions.controller.js';
import { QuestionPages } from './pages/question.controller.js';
import { QuestionParts } from './pages/question-parts.js';
import { InvitedPeople } from './queries/invited-people.js';
import { OpenQuestions } from './queries/open-questions.js';
import { OwnMails } from './queries/own-mails.js';
import { MailboxReading } from './queries/mailbox-reading.js';
import { ReceivedMails } from './queries/received-mails.js';
import { FindSharers } from './queries/sharers.js';
import { repliesEntities } from './storage/entities.js';
import { KnownSenderRepository } from './storage/known-sender-repository.js';
import { MailboxPositionRepository } from './storage/mailbox-position-repository.js';
import { ReceivedMailRepository } from './storage/received-mail-repository.js';
import { ReplyQuestionRepository } from './storage/reply-question-repository.js';
import { CarryOut } from './use-cases/carry-out.js';
import { DecideQuestion } from './use-cases/decide-question.js';
import { FollowBounce } from './use-cases/follow-bounce.js';
import { FollowMail } from './use-cases/follow-mail.js';
import { FollowReply } from './use-cases/follow-reply.js';
import { FollowWords } from './use-cases/follow-words.js';
import { MailboxProbe } from './use-cases/mailbox-probe.js';
import { ForgetSenders } from './use-cases/forget-senders.js';
import { ReadMailbox } from './use-cases/read-mailbox.js';
import { ReceiveMail } from './use-cases/receive-mail.js';
import { SendAgain } from './use-cases/send-again.js';
import { VouchFor } from './use-cases/vouch-for.js';

@Module({
  imports: [
    EntitiesModule.forFeature(repliesEntities),
    CalendarsModule,
    VisitsModule,
    ProblemsModule.forFeature(replyProblems),
  ],
  controllers: [ReceivedMailsController, ReplyQuestionsController, QuestionPages],
  providers: [
    InvitedPeople,
    OpenQuestions,
    OwnMails,
    ReceivedMails,
    MailboxReading,
    FindSharers,
    MailboxPositionRepository,
    ReceivedMailRepository,
    ReplyQuestionRepository,
    KnownSenderRepository,
    SendAgain,
    VouchFor,
    CarryOut,
    DecideQuestion,
    FollowBounce,
    FollowMail,
    FollowReply,
    FollowWords,
    ForgetSenders,
    QuestionParts,
    MailboxProbe,
    ReadMailbox,
    ReceiveMail,
  ],
  exports: [ReceivedMails, MailboxReading],
})
export class RepliesModule {}
