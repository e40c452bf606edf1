import { Body, Get, Param, Post, Res } from '@nestjs/common';
import { IsIn } from 'class-validator';
import type { FastifyReply } from 'fastify';
import { Forms, type SentForm } from '../../platform/pages/forms.js';
import { html, seeOther } from '../../platform/pages/html.js';
import { PageController } from '../../platform/pages/page-controller.js';
import { Public } from '../../platform/security/access.js';
import { givenAnswers, type GivenAnswer } from '../../visits/index.js';
import { AnswerByLink } from '../use-cases/answer-by-link.js';
import { AnswerPage } from './answer-page.js';

class AnswerForm {
  @IsIn(givenAnswers)
  answer: GivenAnswer;
}

/** Where the link of an invitation leads. Showing it changes nothing, since scanners of mail open every address. */
@PageController('jawab')
@Public('the address is the secret, and participants need no account')
export class AnswerPages {
  constructor(
    private readonly forms: Forms,
    private readonly answers: AnswerByLink,
  ) {}

  @Get(':token')
  async show(@Param('token') token: string, @Res() reply: FastifyReply): Promise<void> {
    void reply.header('referrer-policy', 'same-origin').header('x-robots-tag', 'noindex');
    await html(reply, AnswerPage({ token, asked: await this.answers.read(token), faults: null }));
  }

  @Post(':token')
  async answer(
    @Param('token') token: string,
    @Body() sent: SentForm | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const taken = await this.forms.take(AnswerForm, sent, ({ answer }) =>
      this.answers.execute(token, answer),
    );
    if (!taken.faults) return seeOther(reply, `/jawab/${encodeURIComponent(token)}`);
    const { faults } = taken;
    const asked = await this.answers.read(token);
    await html(reply, AnswerPage({ token, asked, faults }), faults.status);
  }
}
