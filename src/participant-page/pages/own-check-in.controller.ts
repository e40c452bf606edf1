import { Param, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { CheckInCookie, OwnCheckIns } from '../../check-in/index.js';
import { found } from '../../platform/http/request-error.js';
import { Forms } from '../../platform/pages/forms.js';
import { seeOther } from '../../platform/pages/html.js';
import { PageController } from '../../platform/pages/page-controller.js';
import { Public } from '../../platform/security/access.js';
import { ParticipantLinks } from '../../visits/index.js';
import { addressOf } from './addresses.js';
import { ShowParticipantPage } from './show-participant-page.js';

/** Lets a participant say on the own page to be there, after a scan at the door. */
@PageController('jawab/:token/hadir')
@Public('the address is the secret, and participants need no account')
export class OwnCheckInPages {
  constructor(
    private readonly forms: Forms,
    private readonly links: ParticipantLinks,
    private readonly cookie: CheckInCookie,
    private readonly door: OwnCheckIns,
    private readonly page: ShowParticipantPage,
  ) {}

  @Post()
  async say(@Param('token') token: string, @Res() reply: FastifyReply): Promise<void> {
    const link = found(await this.links.open(token));
    const { faults } = await this.forms.press(() => this.door.say(link, this.cookie.read(reply.request)));
    if (!faults) return seeOther(reply, `${addressOf(token)}?info=hadir`);
    await this.page.refuse(reply, token, { form: 'door', faults, sent: undefined });
  }
}
