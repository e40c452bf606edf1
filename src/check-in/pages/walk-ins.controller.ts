import { Body, Get, Param, ParseUUIDPipe, Post, Res } from '@nestjs/common';
import { IsIn } from 'class-validator';
import type { FastifyReply } from 'fastify';
import { Forms, type FormFaults, type SentForm } from '../../platform/pages/forms.js';
import { html, seeOther } from '../../platform/pages/html.js';
import { PageController } from '../../platform/pages/page-controller.js';
import { Allow, CurrentActor } from '../../platform/security/access.js';
import { signedIn, type Actor } from '../../platform/security/actor.js';
import { LookAtWalkIn } from '../use-cases/look-at-walk-in.js';
import { WalkInsPage } from './walk-ins-page.js';

class LookForm {
  @IsIn(['terima', 'hapus'])
  aksi: 'terima' | 'hapus';
}

/** The officer's look at those who came unasked. */
@PageController('kunjungan/:id/hari-ini/tambahan')
@Allow(signedIn)
export class WalkInPages {
  constructor(
    private readonly forms: Forms,
    private readonly look: LookAtWalkIn,
  ) {}

  @Get()
  async show(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.page(reply, actor, id, null);
  }

  @Post(':participantId')
  async decide(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('participantId', ParseUUIDPipe) participantId: string,
    @Body() sent: SentForm | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { faults } = await this.forms.take(LookForm, sent, ({ aksi }) =>
      aksi === 'terima'
        ? this.look.accept(actor, id, participantId)
        : this.look.refuse(actor, id, participantId),
    );
    if (faults) return this.page(reply, actor, id, faults);
    await seeOther(reply, `/kunjungan/${id}/hari-ini/tambahan`);
  }

  private async page(
    reply: FastifyReply,
    actor: Actor,
    visitId: string,
    faults: FormFaults | null,
  ): Promise<void> {
    const waiting = await this.look.waiting(actor, visitId);
    await html(reply, WalkInsPage({ actor, visitId, waiting, faults }), faults?.status);
  }
}
