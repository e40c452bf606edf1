import { Body, Get, Param, Post, Query, Res } from '@nestjs/common';
import { IsIn, IsNotEmpty } from 'class-validator';
import type { FastifyReply } from 'fastify';
import { IsMailAddress, IsText } from '../../platform/http/fields.js';
import { Forms, type SentForm } from '../../platform/pages/forms.js';
import { html, seeOther } from '../../platform/pages/html.js';
import { PageController } from '../../platform/pages/page-controller.js';
import { Public } from '../../platform/security/access.js';
import { givenAnswers, type GivenAnswer } from '../../visits/index.js';
import { AnswerByLink } from '../use-cases/answer-by-link.js';
import { addressOf, AnswerPage } from './answer-page.js';

class AnswerForm {
  @IsIn(givenAnswers)
  answer: GivenAnswer;
}

class SubstituteForm {
  @IsText(200)
  @IsNotEmpty()
  name: string;

  @IsMailAddress()
  email: string;

  @IsText(500)
  comment: string;
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
  async show(
    @Param('token') token: string,
    @Query() query: Record<string, unknown>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    void reply.header('referrer-policy', 'same-origin').header('x-robots-tag', 'noindex');
    const asked = await this.answers.read(token);
    await html(reply, AnswerPage({ token, asked, isRelayed: query['info'] === 'pengganti' }));
  }

  @Post(':token')
  async answer(
    @Param('token') token: string,
    @Body() sent: SentForm | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { faults } = await this.forms.take(AnswerForm, sent, ({ answer }) =>
      this.answers.execute(token, answer),
    );
    if (!faults) return seeOther(reply, addressOf(token));
    await html(reply, AnswerPage({ token, asked: await this.answers.read(token), faults }), faults.status);
  }

  @Post(':token/pengganti')
  async suggestSubstitute(
    @Param('token') token: string,
    @Body() sent: SentForm | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { faults } = await this.forms.take(SubstituteForm, sent, (form) =>
      this.answers.suggestSubstitute(token, form),
    );
    if (!faults) return seeOther(reply, `${addressOf(token)}?info=pengganti`);
    const asked = await this.answers.read(token);
    await html(reply, AnswerPage({ token, asked, substitute: { faults, sent } }), faults.status);
  }
}
