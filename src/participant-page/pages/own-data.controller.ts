import { Body, Get, Param, Post, Res } from '@nestjs/common';
import { IsNotEmpty, IsOptional } from 'class-validator';
import type { FastifyReply } from 'fastify';
import { asPersonal } from '../../platform/pages/as-personal.js';
import { IsMailAddress, IsNip, IsPhone, IsRank, IsText } from '../../platform/http/fields.js';
import { found } from '../../platform/http/request-error.js';
import { filled, Forms, type SentForm } from '../../platform/pages/forms.js';
import { html, seeOther } from '../../platform/pages/html.js';
import { PageController } from '../../platform/pages/page-controller.js';
import { Public } from '../../platform/security/access.js';
import { CorrectOwnData, ParticipantLinks, AskForLink } from '../../visits/index.js';
import { ReadOwnData } from '../use-cases/read-own-data.js';
import { addressOf } from './addresses.js';
import { ClosedLinkPage } from './closed-link-page.js';
import { ShowParticipantPage } from './show-participant-page.js';

class OwnDataForm {
  @IsText(200)
  @IsNotEmpty()
  name: string;

  @IsOptional()
  @IsText(200)
  position?: string;

  @IsOptional()
  @IsText(200)
  office?: string;

  @IsOptional()
  @IsRank()
  rank?: string;

  /** Left out where it stays. */
  @IsOptional()
  @IsNip()
  nip?: string;

  @IsOptional()
  @IsPhone()
  phone?: string;

  @IsOptional()
  @IsMailAddress()
  email?: string;
}

/** What a visit knows of a participant: to be put right, taken away, and reached again. */
@PageController('jawab/:token')
@Public('the address is the secret, and participants need no account')
export class OwnDataPages {
  constructor(
    private readonly forms: Forms,
    private readonly links: ParticipantLinks,
    private readonly correct: CorrectOwnData,
    private readonly again: AskForLink,
    private readonly own: ReadOwnData,
    private readonly page: ShowParticipantPage,
  ) {}

  @Post('data')
  async change(
    @Param('token') token: string,
    @Body() sent: SentForm | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { visitId, participantId } = found(await this.links.open(token));
    const taken = await this.forms.take(
      OwnDataForm,
      filled(sent),
      ({ name, position = null, office = null, rank = null, nip, phone = null, email = null }) =>
        this.correct.execute(visitId, participantId, {
          ...{ name, position, office, rank, phone, email },
          ...(nip !== undefined && { nip }),
        }),
    );
    if (taken.faults) return this.page.refuse(reply, token, { form: 'data', faults: taken.faults, sent });
    await seeOther(reply, `${addressOf(token)}?info=${taken.result.isAsked ? 'surel' : 'data'}`);
  }

  /** What is kept about the person, as a file. */
  @Get('data-saya.json')
  async file(@Param('token') token: string, @Res() reply: FastifyReply): Promise<void> {
    const data = found(await this.own.execute(token));
    await asPersonal(reply)
      .type('application/json; charset=utf-8')
      .header('content-disposition', 'attachment; filename="data-saya.json"')
      .send(`${JSON.stringify(data, null, 2)}\n`);
  }

  /** The answer is the same whether the link was ever somebody's or not. */
  @Post('tautan')
  async sendAgain(@Param('token') token: string, @Res() reply: FastifyReply): Promise<void> {
    await this.again.execute(token);
    await html(asPersonal(reply), ClosedLinkPage({ token, isAsked: true }));
  }
}
