import { Body, Get, Param, ParseUUIDPipe, Post, Query, Res } from '@nestjs/common';
import { IsOptional } from 'class-validator';
import type { FastifyReply } from 'fastify';
import { Clock } from '../../platform/clock/clock.js';
import { IsText } from '../../platform/http/fields.js';
import { RequestError } from '../../platform/http/request-error.js';
import { ProblemCatalog } from '../../platform/errors/problem-catalog.js';
import { Forms, type SentForm, type Taken } from '../../platform/pages/forms.js';
import { html, seeOther } from '../../platform/pages/html.js';
import { withoutEmptyNip } from '../../platform/pages/official-fields.js';
import { PageController } from '../../platform/pages/page-controller.js';
import { Allow, CurrentActor } from '../../platform/security/access.js';
import { signedIn, type Actor } from '../../platform/security/actor.js';
import { mayRecord, mayRecordSome } from '../domain/visit-policies.js';
import { InvitableUnits } from '../queries/unit-choices.js';
import { ChangeParticipants } from '../use-cases/change-participants.js';
import { ParticipantBody, ParticipantPatch, UnitInvitationBody } from '../use-cases/participant.dto.js';
import { ReadVisit } from '../use-cases/read-visit.js';
import { ParticipantsPage, participantNotices } from './participants-page.js';
import type { RefusedParticipant } from './refused-participant.js';
import { besideFields, emptyAsNull } from './visit-forms.js';
import { arrangesOf } from '../../platform/security/capabilities.js';

class ParticipantsQuery {
  @IsOptional()
  @IsText(100)
  cari?: string;

  @IsOptional()
  @IsText(40)
  info?: string;
}

const optional = ['office', 'position', 'rank', 'email', 'phone', 'broughtBy'] as const;

/** Who takes part in a visit: added, invited by unit, changed, removed, and seen on the day. */
@PageController('kunjungan/:id/peserta')
@Allow(signedIn)
export class VisitParticipantPages {
  constructor(
    private readonly forms: Forms,
    private readonly read: ReadVisit,
    private readonly units: InvitableUnits,
    private readonly change: ChangeParticipants,
    private readonly catalog: ProblemCatalog,
    private readonly clock: Clock,
  ) {}

  @Get()
  async show(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() { cari = '', info }: ParticipantsQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const notice = Object.entries(participantNotices).find(([name]) => name === info)?.[1];
    await html(reply, await this.page(actor, id, { words: cari, notice }));
  }

  @Post()
  async add(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() sent: SentForm | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const taken = await this.forms.take(
      ParticipantBody,
      emptyAsNull(withoutEmptyNip(sent), optional),
      (form) => besideFields(this.catalog, () => this.change.add(actor, id, form)),
    );
    await this.answer(actor, id, reply, { taken, sent, form: 'new', info: 'ditambah' });
  }

  @Post('upt')
  async invite(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() sent: SentForm | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const taken = await this.forms.take(UnitInvitationBody, sent, ({ unit, side }) =>
      this.change.addUnit(actor, id, unit, side),
    );
    const isNobody = taken.faults === null && taken.result.length === 0;
    const info = isNobody ? 'upt-kosong' : 'upt';
    await this.answer(actor, id, reply, { taken, sent, form: 'unit', info });
  }

  @Post(':participantId')
  async save(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('participantId', ParseUUIDPipe) participantId: string,
    @Body() sent: SentForm | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const taken = await this.forms.take(
      ParticipantPatch,
      emptyAsNull(withoutEmptyNip(sent), optional),
      (form) => besideFields(this.catalog, () => this.change.change(actor, id, participantId, form)),
    );
    const info = sent?.['attendance'] === undefined ? 'diubah' : 'kehadiran';
    await this.answer(actor, id, reply, { taken, sent, form: participantId, info });
  }

  @Post(':participantId/hapus')
  async remove(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('participantId', ParseUUIDPipe) participantId: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.change.remove(actor, id, participantId);
    await seeOther(reply, `/kunjungan/${id}/peserta?info=dihapus`);
  }

  private async answer(
    actor: Actor,
    id: string,
    reply: FastifyReply,
    { taken, sent = {}, form, info }: Answered,
  ): Promise<void> {
    if (taken.faults) {
      const refused = { form, sent, faults: taken.faults };
      return html(reply, await this.page(actor, id, { words: '', refused }), taken.faults.status);
    }
    const anchor = form === 'new' || form === 'unit' ? '' : `#peserta-${form}`;
    await seeOther(reply, `/kunjungan/${id}/peserta?info=${info}${anchor}`);
  }

  /** @throws RequestError `not-found` to who may not see the visit, `not-allowed` to mere readers */
  private async page(actor: Actor, id: string, shown: Shown) {
    const readable = await this.read.execute(actor, id);
    const { visit } = readable;
    const now = this.clock.now();
    if (mayRecord(visit, actor)) {
      const codes = [visit.guestUnit, visit.hostUnit, ...visit.joinedGuests];
      const units = await this.units.execute(codes, shown.words);
      return ParticipantsPage({ actor, now, readable, units, ...shown });
    }
    const own = visit.joinedGuests.find((unit) => arrangesOf(actor, unit));
    if (own === undefined || !mayRecordSome(visit, actor)) throw new RequestError('not-allowed');
    const units = await this.units.execute([own], '');
    const participants = readable.participants.filter(({ broughtBy }) => broughtBy === own);
    return ParticipantsPage({ actor, now, readable: { ...readable, participants }, units, ...shown });
  }
}

interface Shown {
  words: string;
  notice?: string | undefined;
  refused?: RefusedParticipant;
}

interface Answered {
  taken: Taken<unknown>;
  sent: SentForm | undefined;
  /** Which form of the page: `new`, `unit`, or a participant's id. */
  form: string;
  info: string;
}
