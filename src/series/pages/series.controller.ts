import { Body, Get, Param, ParseUUIDPipe, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Clock } from '../../platform/clock/clock.js';
import { ProblemCatalog } from '../../platform/errors/problem-catalog.js';
import { RequestError } from '../../platform/http/request-error.js';
import { filled, Forms, type FormFaults, type SentForm } from '../../platform/pages/forms.js';
import { html, seeOther } from '../../platform/pages/html.js';
import { PageController } from '../../platform/pages/page-controller.js';
import { Allow, CurrentActor } from '../../platform/security/access.js';
import { signedIn, type Actor } from '../../platform/security/actor.js';
import { acceptanceOf, ChooseReceivers, type Acceptance, type VisitFacts } from '../../visits/index.js';
import { ReadSeries, type ReadableDate, type ReadableSeries } from '../use-cases/read-series.js';
import { assertAnyDone, refusalText, StepSeries, type DateOutcome } from '../use-cases/step-series.js';
import { OneDateForm, TickedForm, timeOf } from './series-forms.js';
import { dateSteps, SeriesDatePage, type DateStep, type SeriesDatePageProps } from './series-date-page.js';
import {
  answerSteps,
  asksReception,
  SeriesPage,
  type AnswerStep,
  type SeriesPageProps,
} from './series-page.js';

const notices: Readonly<Record<string, string>> = {
  diajukan: 'Rangkaian diajukan. Tuan rumah menjawab semua tanggalnya sekaligus atau satu per satu.',
  dibuat: 'Rangkaian disimpan sebagai draf. Ajukan bila sudah siap.',
  submit: 'Tanggal yang dicentang sudah diajukan.',
  accept: 'Tanggal yang dicentang sudah diterima.',
  approve: 'Tanggal yang dicentang sudah disetujui.',
  decline: 'Tanggal yang dicentang sudah ditolak.',
  pindah: 'Waktunya sudah diubah, atau diusulkan kepada UPT yang lain.',
  batal: 'Tanggal itu sudah dibatalkan.',
};

/** The form has one set of fields for all its buttons: nobody receives what is declined, and only a host says such things. */
function goingWith(step: AnswerStep, given: Acceptance | undefined): Acceptance | undefined {
  if (step === 'accept') return given;
  return step === 'decline' && given ? { ...given, hosts: [] } : undefined;
}

type Taken = { result: DateOutcome[]; faults: null } | { faults: FormFaults };

/** A meeting that repeats as people read and change it. */
@PageController('rangkaian')
@Allow(signedIn)
export class SeriesPages {
  constructor(
    private readonly clock: Clock,
    private readonly forms: Forms,
    private readonly read: ReadSeries,
    private readonly step: StepSeries,
    private readonly catalog: ProblemCatalog,
    private readonly receivers: ChooseReceivers,
  ) {}

  @Get(':id')
  async show(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() { info }: SentForm,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const notice = Object.entries(notices).find(([name]) => name === info)?.[1];
    const readable = await this.read.execute(actor, id);
    await html(reply, await this.page(actor, readable, { notice }));
  }

  /** Answers the dates that are ticked. */
  @Post(':id/langkah/:step')
  async answer(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('step') name: string,
    @Body() sent: SentForm | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const step = answerSteps.find((each) => each === name);
    if (!step) throw new RequestError('not-found');
    const taken = await this.forms.take(
      TickedForm,
      filled(sent),
      async ({ version, tanggal = [], reason = null, ...given }) =>
        assertAnyDone(
          await this.step.execute(actor, id, version, {
            step,
            scope: { dates: tanggal },
            reason,
            time: null,
            acceptance: goingWith(step, acceptanceOf(given)),
          }),
        ),
    );
    if (!taken.faults) return this.done(reply, actor, id, step, taken);
    const { faults } = taken;
    const readable = await this.read.execute(actor, id);
    const page = await this.page(actor, readable, { sent: sent ?? {}, faults });
    await html(reply, page, faults.status, faults.isOutdated ? { page: null } : null);
  }

  /** Where one date is moved or dropped. */
  @Get(':id/tanggal/:date')
  async date(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('date') date: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const readable = await this.read.execute(actor, id);
    await html(reply, this.datePage(actor, readable, date, null));
  }

  @Post(':id/tanggal/:date/langkah/:step')
  async change(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('date') date: string,
    @Param('step') name: string,
    @Body() sent: SentForm | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const step = Object.keys(dateSteps).find((each): each is DateStep => each === name);
    if (!step) throw new RequestError('not-found');
    const readable = await this.read.execute(actor, id);
    const zone = readable.about.timeZone;
    const taken = await this.forms.take(
      OneDateForm,
      filled(sent),
      async (form) => {
        const scope = form.jangkauan === 'ini' ? { dates: [date] } : { from: date };
        const time = step === 'pindah' ? timeOf(form, zone) : null;
        const request = { step: dateSteps[step], scope, reason: form.reason ?? null, time };
        return assertAnyDone(await this.step.execute(actor, id, form.version, request));
      },
      zone,
    );
    if (!taken.faults) return this.done(reply, actor, id, step, taken);
    const { faults } = taken;
    const now = await this.read.execute(actor, id);
    const page = this.datePage(actor, now, date, { step, sent: sent ?? {}, faults });
    await html(reply, page, faults.status, faults.isOutdated ? { page: null } : null);
  }

  /** Goes on to the series, or says there which dates stayed as they were. */
  private async done(
    reply: FastifyReply,
    actor: Actor,
    id: string,
    step: string,
    taken: Exclude<Taken, { faults: FormFaults }>,
  ): Promise<void> {
    const refusedDates = taken.result.flatMap(({ onDate, refusal }) =>
      refusal ? [{ onDate, because: refusalText(this.catalog, refusal) }] : [],
    );
    if (refusedDates.length === 0) return seeOther(reply, `/rangkaian/${id}?info=${step}`);
    const readable = await this.read.execute(actor, id);
    await html(reply, await this.page(actor, readable, { refusedDates }));
  }

  /** Whoever may answer for the host is asked who of it receives. */
  private async page(
    actor: Actor,
    readable: ReadableSeries,
    shown: Pick<SeriesPageProps, 'notice' | 'sent' | 'faults' | 'refusedDates'>,
  ) {
    const isAnswering = asksReception(readable, shown.sent);
    const receivers = isAnswering ? await this.receivers.choices(readable.about) : [];
    return SeriesPage({
      actor,
      now: this.clock.now(),
      readable,
      receivers,
      ...shown,
    });
  }

  private datePage(
    actor: Actor,
    readable: ReadableSeries,
    onDate: string,
    refused: SeriesDatePageProps['refused'],
  ) {
    const date = readable.dates.find((each): each is ReadableDate & { visit: VisitFacts } => {
      return each.onDate === onDate && each.visit !== null;
    });
    if (!date) throw new RequestError('not-found');
    const later = readable.dates.filter((each) => each.onDate > onDate);
    const count = (step: DateStep): number =>
      later.filter(({ steps }) => steps.includes(dateSteps[step])).length;
    return SeriesDatePage({
      actor,
      now: this.clock.now(),
      readable,
      date,
      later: { pindah: count('pindah'), batal: count('batal') },
      refused,
    });
  }
}
