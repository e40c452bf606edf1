import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { VNode } from 'preact';
import { CheckInCookie, OwnCheckIns, type OwnCheckIn } from '../../check-in/index.js';
import { html, keepWhole } from '../../platform/pages/html.js';
import { PageParts } from '../../platform/pages/page-parts.js';
import type { SummaryAddresses } from '../../summaries/index.js';
import { ReadParticipantPage, type ParticipantPage } from '../use-cases/read-participant-page.js';
import { addressOf } from './addresses.js';
import { ClosedLinkPage } from './closed-link-page.js';
import { pageNotices, ParticipantPageView } from './participant-page.js';
import type { Refused } from './refused.js';

const NOT_FOUND = 404;

/** What every answer under a personal link carries: it is kept by nobody, and its address goes nowhere. */
export function asPersonal(reply: FastifyReply): FastifyReply {
  keepWhole(reply);
  return reply
    .header('referrer-policy', 'same-origin')
    .header('x-robots-tag', 'noindex')
    .header('cache-control', 'no-store');
}

/** Shows a participant's page, or that its link opens nothing. */
@Injectable()
export class ShowParticipantPage {
  constructor(
    private readonly read: ReadParticipantPage,
    private readonly parts: PageParts,
    private readonly cookie: CheckInCookie,
    private readonly door: OwnCheckIns,
  ) {}

  async show(reply: FastifyReply, token: string, info: unknown): Promise<void> {
    const page = await this.read.execute(token);
    if (!page) return this.closed(reply, token);
    const notice = Object.entries(pageNotices).find(([name]) => name === info)?.[1];
    const beside = await this.beside(reply, token, page);
    await html(asPersonal(reply), ParticipantPageView({ token, page, notice, ...beside }));
  }

  async refuse(reply: FastifyReply, token: string, refused: Refused): Promise<void> {
    const page = await this.read.execute(token);
    if (!page) return this.closed(reply, token);
    const view = ParticipantPageView({ token, page, refused, ...(await this.beside(reply, token, page)) });
    await html(asPersonal(reply), view, refused.faults.status);
  }

  closed(reply: FastifyReply, token: string): Promise<void> {
    return html(asPersonal(reply), ClosedLinkPage({ token }), NOT_FOUND);
  }

  /** What other features tell on the page. */
  private async beside(
    reply: FastifyReply,
    token: string,
    page: ParticipantPage,
  ): Promise<{ told: VNode[]; door: OwnCheckIn | null }> {
    const [told, door] = await Promise.all([
      this.told(token, page),
      this.door.of(page.participant, this.cookie.read(reply.request)),
    ]);
    return { told, door };
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
