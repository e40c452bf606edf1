import { Get, Param, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { asPersonal } from '../../platform/pages/as-personal.js';
import { ParticipantCalendar } from '../../calendars/index.js';
import { found } from '../../platform/http/request-error.js';
import { html, seeOther } from '../../platform/pages/html.js';
import { PageController } from '../../platform/pages/page-controller.js';
import { qrCode } from '../../platform/pages/qr-code.js';
import { Public } from '../../platform/security/access.js';
import { ParticipantLinks } from '../../visits/index.js';
import { addressOf } from './addresses.js';
import { CalendarPage } from './calendar-page.js';
import { ShowParticipantPage } from './show-participant-page.js';

/** The visit in a participant's own calendar. */
@PageController('jawab/:token')
@Public('the address is the secret, and participants need no account')
export class ParticipantCalendarPages {
  constructor(
    private readonly links: ParticipantLinks,
    private readonly calendar: ParticipantCalendar,
    private readonly page: ShowParticipantPage,
  ) {}

  @Get('kalender')
  async show(@Param('token') token: string, @Res() reply: FastifyReply): Promise<void> {
    const link = await this.links.open(token);
    if (!link) return this.page.closed(reply, token);
    const url = this.links.feedAddress(token);
    const feed = link.hasFeed ? { url, qr: await qrCode(url) } : null;
    await html(asPersonal(reply), CalendarPage({ token, feed }));
  }

  /** Gives a link of older mails a feed. */
  @Post('kalender')
  async addFeed(@Param('token') token: string, @Res() reply: FastifyReply): Promise<void> {
    found(await this.links.open(token));
    await this.links.addFeed(token);
    await seeOther(reply, addressOf(token, 'kalender'));
  }

  /** The visit as a file, to add by hand. */
  @Get('kunjungan.ics')
  async file(@Param('token') token: string, @Res() reply: FastifyReply): Promise<void> {
    const { visitId, participantId } = found(await this.links.open(token));
    const { body, reference } = await this.calendar.file(visitId, participantId);
    await asPersonal(reply)
      .type('text/calendar; charset=utf-8')
      .header('content-disposition', `attachment; filename="${reference}.ics"`)
      .send(body);
  }
}
