import { Body, Get, Param, ParseUUIDPipe, Post, Res } from '@nestjs/common';
import { IsIn, IsOptional } from 'class-validator';
import type { FastifyReply } from 'fastify';
import { ProblemCatalog } from '../../platform/errors/problem-catalog.js';
import { IsText } from '../../platform/http/fields.js';
import { RequestError } from '../../platform/http/request-error.js';
import { filled, Forms, typed, type FormFaults, type SentForm } from '../../platform/pages/forms.js';
import { html, seeOther } from '../../platform/pages/html.js';
import { PageController } from '../../platform/pages/page-controller.js';
import { Allow, CurrentActor } from '../../platform/security/access.js';
import { signedIn, type Actor } from '../../platform/security/actor.js';
import {
  pastedFault,
  readPasted,
  shownColumns,
  withoutShown,
} from '../../platform/text/pasted-people/pasted-list.js';
import { isListed } from '../domain/already-listed.js';
import { participantSides, type ParticipantSide } from '../domain/participant.js';
import { mayBring, mayEdit } from '../domain/visit-policies.js';
import { ChangeParticipants } from '../use-cases/change-participants.js';
import { ReadVisit } from '../use-cases/read-visit.js';
import { PastedParticipantsPage } from './pasted-participants-page.js';
import { besideFields } from './visit-forms.js';

class PastedParticipantsForm {
  @IsIn(participantSides)
  side: ParticipantSide;

  @IsOptional()
  @IsText(60_000)
  tempel?: string;
}

/** A pasted list of people who are to take part: shown as it was understood, then added as a whole. */
@PageController('kunjungan/:id/peserta/daftar')
@Allow(signedIn)
export class PastedParticipantPages {
  constructor(
    private readonly forms: Forms,
    private readonly read: ReadVisit,
    private readonly change: ChangeParticipants,
    private readonly catalog: ProblemCatalog,
  ) {}

  @Get()
  async open(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await html(reply, await this.page(actor, id, undefined, null));
  }

  /** Shows how the list was understood, or adds who is on it; `langkah` says which. */
  @Post()
  async take(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() sent: SentForm | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    if (typed(sent, 'langkah') === 'periksa') return html(reply, await this.page(actor, id, sent, null));
    const taken = await this.forms.take(
      PastedParticipantsForm,
      withoutShown(filled(sent), 'tempel'),
      ({ side }) => besideFields(this.catalog, () => this.add(actor, id, side, sent)),
    );
    if (taken.faults) {
      return html(reply, await this.page(actor, id, sent, taken.faults), taken.faults.status);
    }
    const isNobody = taken.result === 0;
    await seeOther(reply, `/kunjungan/${id}/peserta?info=${isNobody ? 'daftar-kosong' : 'daftar'}`);
  }

  /**
   * @returns how many were added; who takes part already is left as it stands
   * @throws RequestError `validation-failed` where the list is not to be stored as it is
   */
  private async add(
    actor: Actor,
    id: string,
    side: ParticipantSide,
    sent: SentForm | undefined,
  ): Promise<number> {
    const list = listOf(sent);
    const message = list.columns.length === 0 ? 'Tempel daftarnya dahulu.' : pastedFault(list);
    if (message !== null) throw new RequestError('validation-failed', {}, [{ field: 'tempel', message }]);
    const { participants } = await this.read.execute(actor, id);
    const named = list.people.map(({ line: _, ...person }) => ({ ...person, side, role: 'member' as const }));
    const given = named.filter((person) => !isListed(person, participants));
    return (await this.change.addAll(actor, id, given)).length;
  }

  /** @throws RequestError `not-found` to who may not see the visit, `not-allowed` to who adds nobody */
  private async page(actor: Actor, id: string, sent: SentForm | undefined, faults: FormFaults | null) {
    const { visit, participants } = await this.read.execute(actor, id);
    if (!mayEdit(visit, actor) && !mayBring(visit, actor)) throw new RequestError('not-allowed');
    const list = listOf(sent);
    const side = participantSides.find((each) => each === typed(sent, 'side')) ?? 'guest';
    const there = list.people.filter((person) => isListed({ ...person, side }, participants));
    const ownOnly = !mayEdit(visit, actor);
    return PastedParticipantsPage({ actor, visit, ownOnly, sent, list, there, faults });
  }
}

const listOf = (sent: SentForm | undefined) =>
  readPasted(typed(sent, 'tempel'), shownColumns(sent ?? {}, 'tempel'));
