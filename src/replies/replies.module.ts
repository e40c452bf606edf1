import { Module } from '@nestjs/common';
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
import { ReceivedMails } from './queries/received-mails.js';
import { repliesEntities } from './storage/entities.js';
import { HeardReplies } from './storage/heard-replies.js';
import { MailboxPositionRepository } from './storage/mailbox-position-repository.js';
import { ReceivedMailRepository } from './storage/received-mail-repository.js';
import { ReplyQuestionRepository } from './storage/reply-question-repository.js';
import { CarryOut } from './use-cases/carry-out.js';
import { DecideQuestion } from './use-cases/decide-question.js';
import { FollowBounce } from './use-cases/follow-bounce.js';
import { FollowMail } from './use-cases/follow-mail.js';
import { FollowReply } from './use-cases/follow-reply.js';
import { FollowWords } from './use-cases/follow-words.js';
import { ReadMailbox } from './use-cases/read-mailbox.js';
import { ReceiveMail } from './use-cases/receive-mail.js';

@Module({
  imports: [
    EntitiesModule.forFeature(repliesEntities),
    VisitsModule,
    ProblemsModule.forFeature(replyProblems),
  ],
  controllers: [ReceivedMailsController, ReplyQuestionsController, QuestionPages],
  providers: [
    InvitedPeople,
    OpenQuestions,
    OwnMails,
    ReceivedMails,
    MailboxPositionRepository,
    ReceivedMailRepository,
    ReplyQuestionRepository,
    HeardReplies,
    CarryOut,
    DecideQuestion,
    FollowBounce,
    FollowMail,
    FollowReply,
    FollowWords,
    QuestionParts,
    ReadMailbox,
    ReceiveMail,
  ],
  exports: [ReceivedMails],
})
export class RepliesModule {}
