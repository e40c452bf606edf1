import { Body, Get, Param, ParseUUIDPipe, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Clock } from '../../platform/clock/clock.js';
import { RequestError } from '../../platform/http/request-error.js';
import { Forms, type FormFaults, type SentForm } from '../../platform/pages/forms.js';
import { html, seeOther } from '../../platform/pages/html.js';
import { PageController } from '../../platform/pages/page-controller.js';
import { Allow, CurrentActor } from '../../platform/security/access.js';
import { signedIn, type Actor } from '../../platform/security/actor.js';
import { localDate } from '../../platform/text/dates.js';
import { mayDo } from '../domain/follow-up-policies.js';
import { ReadFollowUp } from '../use-cases/read-follow-up.js';
import { WriteFollowUp } from '../use-cases/write-follow-up.js';
import { ChangeForm, StepForm } from './follow-up-forms.js';
import { FollowUpPage } from './follow-up-page.js';

type Refused = { sent: SentForm | undefined; faults: FormFaults };

/** One promise, and carrying it on. */
@PageController('tindak-lanjut/:id')
@Allow(signedIn)
export class FollowUpPages {
  constructor(
    private readonly clock: Clock,
    private readonly read: ReadFollowUp,
    private readonly write: WriteFollowUp,
    private readonly forms: Forms,
  ) {}

  @Get()
  async show(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.page(reply, actor, id);
  }

  @Post('langkah')
  async step(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() sent: SentForm | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.checkResponsible(actor, id);
    const { faults } = await this.forms.take(StepForm, sent, ({ version, ...change }) =>
      this.write.change(actor, id, version, change),
    );
    if (faults) return this.page(reply, actor, id, { sent, faults });
    await seeOther(reply, `/tindak-lanjut/${id}`);
  }

  @Post('ubah')
  async change(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() sent: SentForm | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.checkResponsible(actor, id);
    const { faults } = await this.forms.take(ChangeForm, sent, ({ version, person, ...change }) =>
      this.write.change(actor, id, version, { ...change, personName: person }),
    );
    if (faults) return this.page(reply, actor, id, { sent, faults });
    await seeOther(reply, `/tindak-lanjut/${id}`);
  }

  private async checkResponsible(actor: Actor, id: string): Promise<void> {
    const fact = await this.read.fact(actor, id);
    if (!mayDo('move', fact, actor)) throw new RequestError('not-allowed');
  }

  private async page(reply: FastifyReply, actor: Actor, id: string, refused?: Refused): Promise<void> {
    const fact = await this.read.execute(actor, id);
    const today = localDate(this.clock.now(), actor.timeZone);
    const page = FollowUpPage({ actor, fact, today, ...(refused ? { refused } : {}) });
    await html(reply, page, refused?.faults.status);
  }
}
