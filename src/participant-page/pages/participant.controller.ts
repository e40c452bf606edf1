import { Body, Get, Param, Post, Query, Res } from '@nestjs/common';
import { IsIn, IsNotEmpty } from 'class-validator';
import type { FastifyReply } from 'fastify';
import { IsMailAddress, IsText } from '../../platform/http/fields.js';
import { Forms, type SentForm } from '../../platform/pages/forms.js';
import { seeOther } from '../../platform/pages/html.js';
import { PageController } from '../../platform/pages/page-controller.js';
import { Public } from '../../platform/security/access.js';
import { givenAnswers, type GivenAnswer } from '../../visits/index.js';
import { AnswerByLink } from '../use-cases/answer-by-link.js';
import { addressOf } from './addresses.js';
import { ShowParticipantPage } from './show-participant-page.js';

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

/** Where the links of mails to participants lead. Showing it changes nothing, since scanners of mail open every address. */
@PageController('jawab/:token')
@Public('the address is the secret, and participants need no account')
export class ParticipantPages {
  constructor(
    private readonly forms: Forms,
    private readonly answers: AnswerByLink,
    private readonly page: ShowParticipantPage,
  ) {}

  @Get()
  async show(
    @Param('token') token: string,
    @Query() { info }: SentForm,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.page.show(reply, token, info);
  }

  @Post()
  async answer(
    @Param('token') token: string,
    @Body() sent: SentForm | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { faults } = await this.forms.take(AnswerForm, sent, ({ answer }) =>
      this.answers.execute(token, answer),
    );
    if (!faults) return seeOther(reply, addressOf(token));
    await this.page.refuse(reply, token, { form: 'answer', faults, sent });
  }

  @Post('pengganti')
  async suggestSubstitute(
    @Param('token') token: string,
    @Body() sent: SentForm | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { faults } = await this.forms.take(SubstituteForm, sent, (form) =>
      this.answers.suggestSubstitute(token, form),
    );
    if (!faults) return seeOther(reply, `${addressOf(token)}?info=pengganti`);
    await this.page.refuse(reply, token, { form: 'substitute', faults, sent });
  }
}
