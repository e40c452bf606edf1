import { Body, Get, Param, ParseUUIDPipe, Post, Res } from '@nestjs/common';
import { IsIn } from 'class-validator';
import type { FastifyReply } from 'fastify';
import { Forms, type SentForm } from '../../platform/pages/forms.js';
import { html, seeOther } from '../../platform/pages/html.js';
import { PageController } from '../../platform/pages/page-controller.js';
import { qrCode } from '../../platform/pages/qr-code.js';
import { Allow, CurrentActor } from '../../platform/security/access.js';
import { signedIn, type Actor } from '../../platform/security/actor.js';
import { CheckInCodes } from '../use-cases/check-in-codes.js';
import { DoorAccess } from '../use-cases/door-access.js';
import { PaperPage } from './paper-page.js';
import { ScreenPage } from './screen-page.js';

class PaperForm {
  @IsIn(['ya', 'tidak'])
  terima: 'ya' | 'tidak';
}

/** The codes at a visit's door, on a screen and on paper. */
@PageController('kunjungan/:id/hari-ini')
@Allow(signedIn)
export class DoorPages {
  constructor(
    private readonly forms: Forms,
    private readonly door: DoorAccess,
    private readonly codes: CheckInCodes,
  ) {}

  @Get('qr')
  async screen(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const door = await this.door.execute(actor, id);
    const qr = await qrCode(this.codes.screenAddress(door.facts));
    await html(reply, ScreenPage({ actor, door, qr }));
  }

  @Get('qr-cetak')
  async paper(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const door = await this.door.execute(actor, id);
    const qr = door.facts.paperOpen ? await qrCode(this.codes.paperAddress(door.facts)) : null;
    await html(reply, PaperPage({ actor, door, qr }));
  }

  @Post('qr-cetak')
  async setPaper(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() sent: SentForm | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const taken = await this.forms.take(PaperForm, sent, (form) => Promise.resolve(form));
    if (!taken.faults) await this.door.setPaper(actor, id, taken.result.terima === 'ya');
    await seeOther(reply, `/kunjungan/${id}/hari-ini/qr-cetak`);
  }
}
