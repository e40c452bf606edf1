import { Body, Get, Param, ParseUUIDPipe, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Clock } from '../../platform/clock/clock.js';
import { Forms, type SentForm } from '../../platform/pages/forms.js';
import { html, seeOther } from '../../platform/pages/html.js';
import { PageController } from '../../platform/pages/page-controller.js';
import { Allow, CurrentActor } from '../../platform/security/access.js';
import type { Actor } from '../../platform/security/actor.js';
import { writesChanges } from '../domain/unit-change-policies.js';
import { DecideUnitChange } from '../use-cases/decide-unit-change.js';
import { ReadUnitChange } from '../use-cases/read-unit-change.js';
import { DecisionForm, readDecision } from './change-form.js';
import { ChangePage } from './change-page.js';
import { CHANGES_PATH } from './change-parts.js';
import { seenIn } from './touched-card.js';

const notices: Readonly<Record<string, string | undefined>> = {
  tersimpan: 'Perubahan tersimpan.',
  accept: 'Perubahan disetujui.',
  refuse: 'Usulan ditolak.',
  withdraw: 'Perubahan dibatalkan.',
};

/** One change of units, and what is decided about it. */
@PageController('pengelolaan/perubahan-upt/:id')
@Allow(writesChanges)
export class UnitChangePageController {
  constructor(
    private readonly forms: Forms,
    private readonly read: ReadUnitChange,
    private readonly decide: DecideUnitChange,
    private readonly clock: Clock,
  ) {}

  @Get()
  async show(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() { info }: SentForm,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const readable = await this.read.execute(actor, id);
    const now = this.clock.now();
    await html(reply, ChangePage({ actor, now, readable, notice: notices[String(info)], faults: null }));
  }

  @Post()
  async save(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() sent: SentForm | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { visits } = await this.read.execute(actor, id);
    const taken = await this.forms.take(DecisionForm, readDecision(sent), async (form) => {
      const seen = seenIn(form.seen ?? '');
      if (form.verb === 'accept' && visits.some((visit) => !seen.includes(visit.id))) return null;
      const { verb, version, reason = '' } = form;
      await this.decide.execute(actor, id, { verb, version, reason, seen });
      return verb;
    });
    if (!taken.faults && taken.result !== null)
      return seeOther(reply, `${CHANGES_PATH}/${id}?info=${taken.result}`);
    const { faults } = taken;
    const readable = await this.read.execute(actor, id);
    const now = this.clock.now();
    const page = ChangePage({
      actor,
      now,
      readable,
      sent: sent ?? {},
      faults,
      hasNewVisits: faults === null,
    });
    const standing = faults?.isOutdated ? { page: null } : null;
    await html(reply, page, faults?.status, standing);
  }
}
