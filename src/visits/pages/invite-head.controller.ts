import { Body, Param, ParseUUIDPipe, Post, Res } from '@nestjs/common';
import { IsNotEmpty } from 'class-validator';
import type { FastifyReply } from 'fastify';
import { InvitePerson } from '../../people/index.js';
import { IsMailAddress, IsText } from '../../platform/http/fields.js';
import { Forms, type SentForm } from '../../platform/pages/forms.js';
import { html, seeOther } from '../../platform/pages/html.js';
import { PageController } from '../../platform/pages/page-controller.js';
import { Allow, CurrentActor } from '../../platform/security/access.js';
import type { Actor } from '../../platform/security/actor.js';
import { allows } from '../../platform/security/capabilities.js';
import { ReadVisit } from '../use-cases/read-visit.js';
import { HEAD, INVITING } from './absent-host-card.js';
import { ShowVisit } from './show-visit.js';

class InviteHeadForm {
  @IsText(200)
  @IsNotEmpty()
  name: string;

  @IsMailAddress()
  email: string;
}

/** Gives the head of a host where nobody has an account one, from the visit that waits for its answer. */
@PageController(`kunjungan/:id/${INVITING}`)
@Allow(allows('people.manage-heads'))
export class InviteHeadPages {
  constructor(
    private readonly forms: Forms,
    private readonly read: ReadVisit,
    private readonly invite: InvitePerson,
    private readonly view: ShowVisit,
  ) {}

  @Post()
  async send(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() sent: SentForm | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { visit } = await this.read.execute(actor, id);
    const { faults } = await this.forms.take(InviteHeadForm, sent, ({ name, email }) =>
      this.invite.execute(actor, { name, email, role: HEAD, unit: visit.hostUnit }),
    );
    if (!faults) return seeOther(reply, `/kunjungan/${id}?info=diundang`);
    const refused = { step: INVITING, sent: sent ?? {}, faults };
    await html(reply, await this.view.page(actor, id, { refused }), faults.status);
  }
}
