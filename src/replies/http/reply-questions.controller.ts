import { Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '../../platform/security/access.js';
import { signedIn, type Actor } from '../../platform/security/actor.js';
import type { OpenQuestion } from '../domain/reply-question.js';
import { DecideQuestion } from '../use-cases/decide-question.js';
import type { ReplyQuestionList, ReplyQuestionView } from './reply-question.view.js';

@ApiTags('participants')
@Controller('api/visits/:id/reply-questions')
@Allow(signedIn)
export class ReplyQuestionsController {
  constructor(private readonly questions: DecideQuestion) {}

  /** Mails said to be of the own participants that nobody could be proved to have written, and their plain words. */
  @Get()
  async list(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<ReplyQuestionList> {
    return { items: (await this.questions.list(actor, id)).map(present) };
  }

  /** Vouches that a mail is its participant's word, and does what it says. */
  @Post(':mail/accept')
  @HttpCode(204)
  async accept(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('mail', ParseUUIDPipe) mail: string,
  ): Promise<void> {
    await this.questions.accept(actor, id, mail);
  }

  /** Leaves a mail without effect. */
  @Post(':mail/dismiss')
  @HttpCode(204)
  async dismiss(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('mail', ParseUUIDPipe) mail: string,
  ): Promise<void> {
    await this.questions.dismiss(actor, id, mail);
  }
}

const present = (question: OpenQuestion): ReplyQuestionView => ({
  mail: question.mailId,
  participant: question.participantId,
  participantName: question.participantName,
  sender: question.sender,
  isProven: question.isProven,
  kind: question.kind,
  answer: question.answer,
  startsAt: question.startsAt?.toISOString() ?? null,
  endsAt: question.endsAt?.toISOString() ?? null,
  substitute: question.substitute,
  words: question.words,
  askedAt: question.askedAt.toISOString(),
});
