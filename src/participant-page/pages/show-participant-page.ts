import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { VNode } from 'preact';
import { CheckInCookie } from '../../check-in/index.js';
import { asPersonal } from '../../platform/pages/as-personal.js';
import { html } from '../../platform/pages/html.js';
import { PageParts } from '../../platform/pages/page-parts.js';
import type { SummaryAddresses } from '../../summaries/index.js';
import { ReadParticipantPage, type ParticipantPage } from '../use-cases/read-participant-page.js';
import { addressOf } from './addresses.js';
import { ClosedLinkPage } from './closed-link-page.js';
import { pageNotices, ParticipantPageView } from './participant-page.js';
import type { Refused } from './refused.js';

const NOT_FOUND = 404;

/** Shows a participant's page, or that its link opens nothing. */
@Injectable()
export class ShowParticipantPage {
  constructor(
    private readonly read: ReadParticipantPage,
    private readonly parts: PageParts,
    private readonly cookie: CheckInCookie,
  ) {}

  async show(reply: FastifyReply, token: string, info: unknown): Promise<void> {
    const page = await this.read.execute(token, this.cookie.read(reply.request));
    if (!page) return this.closed(reply, token);
    const notice = Object.entries(pageNotices).find(([name]) => name === info)?.[1];
    const told = await this.told(token, page);
    await html(asPersonal(reply), ParticipantPageView({ token, page, notice, told }));
  }

  async refuse(reply: FastifyReply, token: string, refused: Refused): Promise<void> {
    const page = await this.read.execute(token, this.cookie.read(reply.request));
    if (!page) return this.closed(reply, token);
    const view = ParticipantPageView({ token, page, refused, told: await this.told(token, page) });
    await html(asPersonal(reply), view, refused.faults.status);
  }

  closed(reply: FastifyReply, token: string): Promise<void> {
    return html(asPersonal(reply), ClosedLinkPage({ token }), NOT_FOUND);
  }

  /** What the summary tells, where there is one. */
  private async told(token: string, { summary, visit }: ParticipantPage): Promise<VNode[]> {
    if (!summary) return [];
    const { content } = summary;
    return this.parts.render('told-summary', { content, zone: visit.timeZone, at: addressesBy(token) });
  }
}

/** What a summary names opens by the link of whoever reads, not by that of an account. */
const addressesBy = (token: string): SummaryAddresses => ({
  file: (url) => addressOf(token, `berkas/${url.split('/').at(-1) ?? ''}`),
  photo: (id) => addressOf(token, `foto/${id}`),
  thumbnail: (id) => addressOf(token, `foto/${id}/kecil`),
});
