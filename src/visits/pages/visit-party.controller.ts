import { Body, Param, ParseUUIDPipe, Post, Res } from '@nestjs/common';
import { IsIn } from 'class-validator';
import type { FastifyReply } from 'fastify';
import { IsText, MayBeLeftOut } from '../../platform/http/fields.js';
import { Forms, type SentForm, type Taken } from '../../platform/pages/forms.js';
import { html, seeOther } from '../../platform/pages/html.js';
import { PageController } from '../../platform/pages/page-controller.js';
import { Allow, CurrentActor } from '../../platform/security/access.js';
import { signedIn, type Actor } from '../../platform/security/actor.js';
import { AskForParty } from '../use-cases/ask-for-party.js';
import { PartyRequestBody } from '../use-cases/party.dto.js';
import { ShowVisit } from './show-visit.js';

const answers = ['ya', 'tidak'] as const;

class PartyAnswerForm {
  @IsIn(answers)
  agreed: (typeof answers)[number];

  @MayBeLeftOut()
  @IsText(1000)
  reason?: string;
}

/** Asks on a visit's page for a larger party than the host receives, and answers that. */
@PageController('kunjungan/:id/rombongan')
@Allow(signedIn)
export class VisitPartyPages {
  constructor(
    private readonly forms: Forms,
    private readonly party: AskForParty,
    private readonly view: ShowVisit,
  ) {}

  @Post('izin')
  async ask(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() sent: SentForm | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const taken = await this.forms.take(PartyRequestBody, sent, ({ partySize, reason = '' }) =>
      this.party.ask(actor, id, partySize, reason),
    );
    await this.respond(actor, id, reply, { taken, sent, info: 'izin-diminta' });
  }

  @Post('jawab/izin')
  async answer(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() sent: SentForm | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const taken = await this.forms.take(PartyAnswerForm, sent, ({ agreed, reason = '' }) =>
      this.party.answer(actor, id, agreed === 'ya', reason),
    );
    await this.respond(actor, id, reply, { taken, sent, info: 'izin-dijawab' });
  }

  private async respond(
    actor: Actor,
    id: string,
    reply: FastifyReply,
    { taken, sent = {}, info }: { taken: Taken<void>; sent: SentForm | undefined; info: string },
  ): Promise<void> {
    if (!taken.faults) return seeOther(reply, `/kunjungan/${id}?info=${info}`);
    const { faults } = taken;
    const refused = { step: 'party', sent, faults };
    return html(reply, await this.view.page(actor, id, { refused }), faults.status);
  }
}
