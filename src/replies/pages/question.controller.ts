import { Param, ParseUUIDPipe, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { seeOther } from '../../platform/pages/html.js';
import { PageController } from '../../platform/pages/page-controller.js';
import { Allow, CurrentActor } from '../../platform/security/access.js';
import { signedIn, type Actor } from '../../platform/security/actor.js';
import { DecideQuestion } from '../use-cases/decide-question.js';

/** Decides on a visit's page what a mail is worth that nobody could be proved to have written. */
@PageController('kunjungan/:id/surat-masuk/:mail')
@Allow(signedIn)
export class QuestionPages {
  constructor(private readonly questions: DecideQuestion) {}

  @Post('terima')
  async accept(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('mail', ParseUUIDPipe) mail: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.questions.accept(actor, id, mail);
    await seeOther(reply, `/kunjungan/${id}`);
  }

  @Post('abaikan')
  async dismiss(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('mail', ParseUUIDPipe) mail: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.questions.dismiss(actor, id, mail);
    await seeOther(reply, `/kunjungan/${id}`);
  }
}
