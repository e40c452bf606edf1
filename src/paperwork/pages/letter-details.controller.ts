import { Body, Get, Param, ParseUUIDPipe, Post, Res } from '@nestjs/common';
import { IsInt, Min } from 'class-validator';
import type { FastifyReply } from 'fastify';
import { AgendaFacts } from '../../agendas/index.js';
import { bodyOf } from '../../platform/http/described-body.js';
import { RequestError } from '../../platform/http/request-error.js';
import { readFields } from '../../platform/pages/described-form.js';
import { Forms, typed, type FormFaults, type SentForm } from '../../platform/pages/forms.js';
import { html, seeOther } from '../../platform/pages/html.js';
import { PageController } from '../../platform/pages/page-controller.js';
import { Allow, CurrentActor } from '../../platform/security/access.js';
import { signedIn, type Actor } from '../../platform/security/actor.js';
import { detailFields, detailFieldsOf, detailsFor } from '../domain/letter-details.js';
import { LONGEST_MINUTES, minutesParts, type SessionMinutes } from '../domain/session-minutes.js';
import { KeepLetters } from '../use-cases/keep-letters.js';
import { ReadLetters, type ReadableLetter } from '../use-cases/read-letters.js';
import { LetterDetailsPage, minutesName } from './letter-details-page.js';
import { registerOf } from './letters-page.js';

class DetailsForm extends bodyOf(detailFields) {
  @IsInt()
  @Min(1)
  version: number;
}

type Readable = Awaited<ReturnType<ReadLetters['one']>>;

/** A letter that its reader may fill in. */
interface OpenLetter {
  letter: ReadableLetter;
  /** In whose register it stands. */
  place: Readable['place'];
  back: [path: string, title: string];
  minutes: SessionMinutes[];
}

/** What single kinds of letters say of themselves alone. */
@PageController('naskah/:id/isian')
@Allow(signedIn)
export class LetterDetailsPages {
  constructor(
    private readonly forms: Forms,
    private readonly read: ReadLetters,
    private readonly keep: KeepLetters,
    private readonly agendas: AgendaFacts,
  ) {}

  @Get()
  async show(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await html(reply, LetterDetailsPage({ actor, ...(await this.open(actor, id)) }));
  }

  @Post()
  async change(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() sent: SentForm = {},
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { letter, place, back, minutes } = await this.open(actor, id);
    const fields = detailFieldsOf(letter.kind);
    const form = { ...readFields(fields, own(fields, sent)), version: Number(typed(sent, 'version')) };
    const taken = await this.forms.take(DetailsForm, form, ({ version, ...read }) =>
      this.keep.change(
        actor,
        place,
        { id, version },
        {
          details: detailsFor(letter.kind, read),
          ...(letter.kind === 'notula' && { minutes: minutes.map((each) => typedMinutes(each, sent)) }),
        },
      ),
    );
    if (!taken.faults) return seeOther(reply, `${back[0]}?info=disimpan#surat-${id}`);
    await this.refuse(reply, actor, { id, sent, faults: taken.faults });
  }

  private async refuse(
    reply: FastifyReply,
    actor: Actor,
    { id, sent, faults }: { id: string; sent: SentForm; faults: FormFaults },
  ): Promise<void> {
    const open = await this.open(actor, id);
    const standing = faults.isOutdated ? { page: LetterDetailsPage({ actor, ...open }) } : null;
    const page = LetterDetailsPage({ actor, ...open, refused: { sent, faults } });
    await html(reply, page, faults.status, standing);
  }

  /** @throws RequestError `not-found` also for a letter whose kind says nothing of itself; `not-allowed` for whoever may not change it */
  private async open(actor: Actor, id: string): Promise<OpenLetter> {
    const { letter, place, around } = await this.read.one(actor, id);
    if (Object.keys(detailFieldsOf(letter.kind)).length === 0) throw new RequestError('not-found');
    if (!letter.mayChange) throw new RequestError('not-allowed');
    const minutes = letter.kind === 'notula' ? await this.minutes(letter) : [];
    return { letter, place, minutes, back: [registerOf(place), around.title] };
  }

  /** Of each session of the agenda, and what was kept of others; of the visit as a whole where there is none. */
  private async minutes({ visitId, minutes }: ReadableLetter): Promise<SessionMinutes[]> {
    const sessions = visitId === null ? [] : await this.agendas.published(visitId);
    const known = sessions.map(({ id, title }) => ({
      ...{ said: '', concluded: '', promised: '' },
      ...minutes.find(({ session }) => session === id),
      ...{ session: id, title },
    }));
    const others = minutes.filter(({ session }) => !sessions.some(({ id }) => id === session));
    const all = [...known, ...others];
    if (all.length > 0) return all;
    return [{ session: null, title: 'Pembahasan', said: '', concluded: '', promised: '' }];
  }
}

/** What was sent of these fields; minutes are read beside them. */
const own = (fields: object, sent: SentForm): SentForm =>
  Object.fromEntries(Object.entries(sent).filter(([name]) => Object.hasOwn(fields, name)));

/** Longer than the page lets anybody type is cut as a browser does. */
const typedMinutes = (minutes: SessionMinutes, sent: SentForm): SessionMinutes => ({
  ...minutes,
  ...Object.fromEntries(
    minutesParts.map((part) => [part, typed(sent, minutesName(part, minutes)).slice(0, LONGEST_MINUTES)]),
  ),
});
