import { Body, Get, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Clock } from '../../platform/clock/clock.js';
import { Forms, typed, type FormFaults, type SentForm } from '../../platform/pages/forms.js';
import { html, seeOther } from '../../platform/pages/html.js';
import { PageController } from '../../platform/pages/page-controller.js';
import { Allow, CurrentActor } from '../../platform/security/access.js';
import type { Actor } from '../../platform/security/actor.js';
import { NamedUnits, type KnownUnit } from '../../units/index.js';
import { ProgramChoices } from '../../visits/index.js';
import { mayRecord } from '../domain/may-record.js';
import { withoutShown } from '../../platform/text/pasted-people/pasted-list.js';
import { RecordWholeVisit } from '../use-cases/record-whole-visit.js';
import { RecordForm, toRecord } from './record-form.js';
import { RecordPage } from './record-page.js';
import { besideNames, listNames, listsOf, wholeOf } from './read-record.js';

/** Entering a visit that was agreed upon elsewhere. */
@PageController('kunjungan/catat')
@Allow(mayRecord)
export class RecordPages {
  constructor(
    private readonly clock: Clock,
    private readonly forms: Forms,
    private readonly units: NamedUnits,
    private readonly programs: ProgramChoices,
    private readonly record: RecordWholeVisit,
  ) {}

  /** A link may preset the host (`tuan`) and the guest (`tamu`). */
  @Get()
  async open(
    @CurrentActor() actor: Actor,
    @Query() query: SentForm,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const own = actor.unit === null ? '' : (actor.placeName ?? '');
    const tamu = typed(query, 'tamu') || (typed(query, 'tuan') === own ? '' : own);
    await this.page(reply, actor, { tamu, tuan: typed(query, 'tuan') }, null);
  }

  /** Shows how the lists were understood, or stores all of it; `langkah` says which. */
  @Post()
  async take(
    @CurrentActor() actor: Actor,
    @Body() sent: SentForm | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    if (typed(sent, 'langkah') === 'periksa') return this.page(reply, actor, sent, null);
    const find = await this.units.finder();
    const lists = listsOf(sent);
    const host = find(typed(sent, 'tuan')).unit;
    const taken = await this.forms.take(
      RecordForm,
      withoutShown(toRecord(sent), ...listNames),
      (form) => this.record.execute(actor, wholeOf(form, lists, find, this.clock.now()), null),
      host?.timeZone,
    );
    if (taken.faults) return this.page(reply, actor, sent, besideNames(taken.faults));
    await seeOther(reply, `/kunjungan/${taken.result}?info=dicatat`);
  }

  private async page(
    reply: FastifyReply,
    actor: Actor,
    sent: SentForm | undefined,
    faults: FormFaults | null,
  ): Promise<void> {
    // Those of the own region are offered; any other is found by its name.
    const all: readonly KnownUnit[] = await this.units.all();
    const units = all.filter(({ regionalOffice }) => regionalOffice === actor.regionalOffice);
    const programs = await this.programs.offered([]);
    await html(reply, RecordPage({ actor, units, programs, sent, faults }), faults?.status);
  }
}
