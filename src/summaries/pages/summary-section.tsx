import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { VNode } from 'preact';
import { Card } from '../../platform/pages/card.js';
import { Icon } from '../../platform/pages/icon.js';
import { PageParts } from '../../platform/pages/page-parts.js';
import { hasTrait } from '../../visits/index.js';
import type { Zone } from '../../platform/text/zones.js';
import { isOpenForSummary } from '../domain/summary.js';
import { PublishedSummary, type ToldRevision } from '../queries/published-summary.js';
import { FindRevisionNews, type RevisionNews } from '../queries/revision-news.js';
import { accountAddresses, ToldSummary } from './told-summary.js';

/** Shows the published summary on the page of a visit, and the way to write it. */
@Injectable()
export class SummarySection implements OnModuleInit {
  constructor(
    private readonly parts: PageParts,
    private readonly summaries: PublishedSummary,
    private readonly news: FindRevisionNews,
  ) {}

  onModuleInit(): void {
    this.parts.register('visit', 4, async ({ visitId, state, mayRecord }) => {
      if (!mayRecord || !hasTrait(state, 'summarised')) return null;
      const news = await this.news.ofVisit(visitId);
      return news && <RevisionOffer visitId={visitId} news={news} />;
    });
    this.parts.register('visit', 30, async ({ visitId, state, timeZone }) => {
      if (!hasTrait(state, 'tookPlace')) return null;
      const published = await this.summaries.ofVisit(visitId);
      return published && <Summary visitId={visitId} zone={timeZone} summary={published} />;
    });
    this.parts.register('summary-sources', 10, async ({ visitId, state }) => {
      const news = hasTrait(state, 'summarised') ? await this.news.ofVisit(visitId) : null;
      return news && <RevisionSources news={news} />;
    });
    this.parts.register('told-summary', 0, (facts) => Promise.resolve(<ToldSummary {...facts} />));
    this.parts.register('visit-links', 30, async ({ visit, mayRecord }) => {
      const isDue = hasTrait(visit.state, 'tookPlace');
      return mayRecord && isDue && isOpenForSummary(visit.state)
        ? WriteLink({ visitId: visit.id, isNext: hasTrait(visit.state, 'awaitsSummary') })
        : null;
    });
  }
}

const cameWords = ({ came }: RevisionNews): string =>
  came === '' ? '' : `Sejak ringkasan terbit tercatat: ${came}. `;

const leftWords = ({ left }: RevisionNews): string =>
  left === '' ? '' : `Ringkasan otomatis belum memuat ${left} hari kunjungan. `;

/** Offers to send what came after the summary as its next revision; nothing went out by entering it. */
function RevisionOffer({ visitId, news }: { visitId: string; news: RevisionNews }): VNode {
  return (
    <div class="alert alert-info d-block">
      <p class="mb-2">
        {cameWords(news)}
        {leftWords(news)}
        Belum ada yang dikirimi; revisi ringkasan memuatnya.
      </p>
      <a class="btn btn-primary" href={`/kunjungan/${visitId}/ringkasan`}>
        <Icon name="pencil" />
        Tinjau dan kirim revisi
      </a>
    </div>
  );
}

/** The same beside the editor. */
function RevisionSources({ news }: { news: RevisionNews }): VNode {
  return (
    <div class="alert alert-info d-block">
      {cameWords(news)}
      {leftWords(news)}
      Revisi yang Anda terbitkan memuatnya; dari catatan dan foto, yang Anda centang.
    </div>
  );
}

function WriteLink({ visitId, isNext }: { visitId: string; isNext: boolean }): VNode {
  return (
    <a class={isNext ? 'btn btn-primary' : 'btn'} href={`/kunjungan/${visitId}/ringkasan`}>
      <Icon name="pencil" />
      {isNext ? 'Tulis ringkasan' : 'Ringkasan'}
    </a>
  );
}

interface SummaryProps {
  visitId: string;
  /** The host's. */
  zone: Zone;
  summary: ToldRevision;
}

function Summary({ visitId, zone, summary: { content, revision } }: SummaryProps): VNode {
  return (
    <Card title={revision === 1 ? 'Ringkasan' : `Ringkasan, revisi ${revision}`}>
      <div class="card-body">
        {content.automatic && <p class="text-secondary">Dikirim otomatis dengan hal-hal yang tercatat.</p>}
        <ToldSummary content={content} zone={zone} at={accountAddresses(visitId)} isBesideVisit />
        <p class="mt-3 mb-0">
          <a href={`/kunjungan/${visitId}/ringkasan/revisi/${revision}`}>Ringkasan lengkap</a>
        </p>
      </div>
    </Card>
  );
}
