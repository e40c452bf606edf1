import { sameHours } from '../../platform/text/day-hours.js';
import { Body, Get, Param, ParseUUIDPipe, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Clock } from '../../platform/clock/clock.js';
import { RequestError } from '../../platform/http/request-error.js';
import { filled, Forms, typed, type FormFaults, type SentForm } from '../../platform/pages/forms.js';
import { instantAt } from '../../platform/text/instant-at.js';
import { withoutShown } from '../../platform/text/pasted-people/pasted-list.js';
import { html, seeOther } from '../../platform/pages/html.js';
import { PageController } from '../../platform/pages/page-controller.js';
import { Allow, CurrentActor } from '../../platform/security/access.js';
import { signedIn, type Actor } from '../../platform/security/actor.js';
import { unknownUnitWords, type FoundUnit, type KnownUnit } from '../../units/index.js';
import type { NewLeg } from '../use-cases/add-legs.js';
import type { LegOutcome } from '../use-cases/change-trip.js';
import { AddLegForm, EndLegsForm, PartyForm, SubmitForm } from './trip-forms.js';
import { ShowTrip } from './show-trip.js';
import { TripActions } from './trip-actions.js';
import { membersOf, pastedParty } from './trip-party.js';
import type { TripFormName } from './trip-page.js';

const notices: Readonly<Record<string, string>> = {
  diajukan: 'Perjalanan diajukan. Setiap tuan rumah menjawab untuk singgahnya sendiri.',
  dibuat: 'Perjalanan disimpan sebagai draf. Ajukan bila sudah siap.',
  singgah: 'Singgah sudah ditambahkan dan diajukan kepada tuan rumahnya.',
  rombongan: 'Rombongan disimpan dan berlaku untuk semua singgah yang masih dapat diubah.',
  batal: 'Singgah yang dicentang sudah dibatalkan.',
  ajukan: 'Singgah yang masih draf sudah diajukan.',
};

/** A trip as people read and change it. */
@PageController('perjalanan/:id')
@Allow(signedIn)
export class TripPages {
  constructor(
    private readonly clock: Clock,
    private readonly forms: Forms,
    private readonly view: ShowTrip,
    private readonly actions: TripActions,
  ) {}

  @Get()
  async show(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() { info }: SentForm,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const notice = Object.entries(notices).find(([name]) => name === info)?.[1];
    await html(reply, await this.view.page(actor, id, this.clock.now(), { notice }));
  }

  /** Shows how the one party was understood, or writes it; `langkah` says which. */
  @Post('langkah/rombongan')
  async keepParty(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() sent: SentForm | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const isCurrent = typed(sent, 'version') === String(await this.view.version(actor, id));
    if (typed(sent, 'langkah') === 'periksa' && isCurrent) {
      const looked = { form: 'rombongan' as const, sent: sent ?? {}, faults: null };
      return html(reply, await this.view.page(actor, id, this.clock.now(), { refused: looked }));
    }
    const { langkah: _, ...party } = withoutShown(filled(sent), 'tempel');
    const taken = await this.forms.take(PartyForm, party, async ({ version }) => {
      await this.actions.party.execute(actor, id, version, () => membersOf(pastedParty(sent)));
      return [] as LegOutcome[];
    });
    await this.answer(reply, actor, id, 'rombongan', sent, taken);
  }

  /** Adds a leg and asks its host. */
  @Post('langkah/singgah')
  async add(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() sent: SentForm | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const find = await this.actions.units.finder();
    const host = find(typed(sent, 'host'));
    const taken = await this.forms.take(
      AddLegForm,
      filled(sent),
      async ({ version, ...form }) => {
        await this.actions.addLeg.execute(actor, id, version, () => legFrom(form, host), true);
        return [] as LegOutcome[];
      },
      host.unit?.timeZone,
    );
    await this.answer(reply, actor, id, 'singgah', sent, taken);
  }

  @Post('langkah/ajukan')
  async submit(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() sent: SentForm | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const taken = await this.forms.take(SubmitForm, filled(sent), ({ version }) =>
      this.actions.change.submit(actor, id, version),
    );
    await this.answer(reply, actor, id, 'ajukan', sent, taken);
  }

  /** Ends the legs that are ticked; the others go on. */
  @Post('langkah/batal')
  async end(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() sent: SentForm | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const taken = await this.forms.take(EndLegsForm, filled(sent), ({ version, singgah = [], reason = '' }) =>
      this.actions.change.endLegs(actor, id, version, singgah, reason),
    );
    await this.answer(reply, actor, id, 'batal', sent, taken);
  }

  private async answer(
    reply: FastifyReply,
    actor: Actor,
    id: string,
    form: TripFormName,
    sent: SentForm | undefined,
    taken: { result: LegOutcome[]; faults: null } | { faults: FormFaults },
  ): Promise<void> {
    const now = this.clock.now();
    if (taken.faults) {
      const { faults } = taken;
      const page = await this.view.page(actor, id, now, { refused: { form, sent: sent ?? {}, faults } });
      return html(reply, page, faults.status, faults.isOutdated ? { page: null } : null);
    }
    const refused = taken.result.filter(({ refusal }) => refusal !== null);
    if (refused.length === 0) return seeOther(reply, `/perjalanan/${id}?info=${form}`);
    await html(reply, await this.view.page(actor, id, now, { outcomes: refused }));
  }
}

/** @throws RequestError `validation-failed` where no unit is called so */
function legFrom(
  { host, day, from, to, mode, link }: Omit<AddLegForm, 'version'>,
  found: FoundUnit<KnownUnit>,
): NewLeg {
  if (found.unit === null) {
    const message = unknownUnitWords(host, found.meant);
    throw new RequestError('validation-failed', {}, [{ field: 'host', message }]);
  }
  const { code, timeZone } = found.unit;
  const at = (clock: string): Date => instantAt(day, clock, timeZone);
  return {
    hostUnit: code,
    ...sameHours(at(from), at(to)),
    programs: [],
    mode: mode ?? 'on-site',
    meetingLink: link ?? null,
  };
}
