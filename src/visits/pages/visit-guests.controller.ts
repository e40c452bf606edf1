import { Body, Get, Param, ParseUUIDPipe, Post, Query, Res } from '@nestjs/common';
import { IsOptional } from 'class-validator';
import type { FastifyReply } from 'fastify';
import { IsText } from '../../platform/http/fields.js';
import { Forms, type SentForm, type Taken } from '../../platform/pages/forms.js';
import { html, seeOther } from '../../platform/pages/html.js';
import { PageController } from '../../platform/pages/page-controller.js';
import { Allow, CurrentActor } from '../../platform/security/access.js';
import { signedIn, type Actor } from '../../platform/security/actor.js';
import type { GuestAction } from '../domain/guest-answers.js';
import { AnswerGuestInvitation } from '../use-cases/answer-guest-invitation.js';
import { AskGuests } from '../use-cases/ask-guests.js';
import { GuestBody, GuestReasonBody, JoinBody } from '../use-cases/guest.dto.js';
import { ShowGuests } from './show-guests.js';
import { ShowVisit } from './show-visit.js';

class GuestsQuery {
  @IsOptional()
  @IsText(100)
  cari?: string;

  @IsOptional()
  @IsText(40)
  info?: string;
}

/** What may be left empty. */
const optional = ['message', 'partnerPlace', 'partySize'];

const filledIn = (sent: SentForm | undefined): SentForm =>
  Object.fromEntries(
    Object.entries(sent ?? {}).filter(([name, value]) => value !== '' || !optional.includes(name)),
  );

const ASKED = 'Kantor itu sudah diajak. Petugasnya diberi tahu lewat surel setelah kunjungan diajukan.';

const PARTNER = 'Mitra itu tercatat sebagai tamu kunjungan ini.';

/** Who visits together: asked, and answered by their own people. */
@PageController('kunjungan/:id/tamu')
@Allow(signedIn)
export class VisitGuestPages {
  constructor(
    private readonly forms: Forms,
    private readonly guests: ShowGuests,
    private readonly ask: AskGuests,
    private readonly answer: AnswerGuestInvitation,
    private readonly view: ShowVisit,
  ) {}

  @Get()
  async show(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() { cari = '', info }: GuestsQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await html(
      reply,
      await this.guests.page(actor, id, cari, {
        notice: info === 'diajak' ? ASKED : info === 'mitra' ? PARTNER : undefined,
      }),
    );
  }

  @Post()
  async post(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() { cari = '' }: GuestsQuery,
    @Body() sent: SentForm | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { timeZone } = actor;
    const isPartner = sent?.['partnerName'] !== undefined;
    const taken = await this.forms.take(
      GuestBody,
      filledIn(sent),
      (asked) => this.ask.execute(actor, id, asked),
      timeZone,
    );
    if (!taken.faults) {
      return seeOther(reply, `/kunjungan/${id}/tamu?info=${isPartner ? 'mitra' : 'diajak'}`);
    }
    const step = isPartner ? 'guest-partner' : 'guest-ask';
    const refused = { step, sent: sent ?? {}, faults: taken.faults };
    await html(reply, await this.guests.page(actor, id, cari, { refused }), taken.faults.status);
  }

  @Post('ikut')
  async join(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() sent: SentForm | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const taken = await this.forms.take(JoinBody, sent, (input) =>
      this.answer.execute(actor, id, null, 'join', input),
    );
    await this.respond(actor, id, reply, { action: 'join', taken, sent, to: `/kunjungan/${id}?info=ikut` });
  }

  @Post('tidak')
  async decline(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() sent: SentForm | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.withReason(actor, id, 'decline', sent, reply);
  }

  @Post('mundur')
  async leave(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() sent: SentForm | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.withReason(actor, id, 'leave', sent, reply);
  }

  @Post(':organisation/tarik')
  async takeBack(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('organisation') organisation: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.answer.execute(actor, id, organisation, 'take-back', {});
    await seeOther(reply, `/kunjungan/${id}?info=ajakan-ditarik`);
  }

  /** Whoever does not join, or no longer, may not see the visit any more. */
  private async withReason(
    actor: Actor,
    id: string,
    action: 'decline' | 'leave',
    sent: SentForm | undefined,
    reply: FastifyReply,
  ): Promise<void> {
    const taken = await this.forms.take(GuestReasonBody, sent, (input) =>
      this.answer.execute(actor, id, null, action, input),
    );
    await this.respond(actor, id, reply, { action, taken, sent, to: '/kunjungan' });
  }

  private async respond(
    actor: Actor,
    id: string,
    reply: FastifyReply,
    { action, taken, sent = {}, to }: Answered,
  ): Promise<void> {
    if (!taken.faults) return seeOther(reply, to);
    const refused = { step: `guest-${action}`, sent, faults: taken.faults };
    await html(reply, await this.view.page(actor, id, { refused }), taken.faults.status);
  }
}

interface Answered {
  action: GuestAction;
  taken: Taken<void>;
  sent: SentForm | undefined;
  to: string;
}
