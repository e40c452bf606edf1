import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { VNode } from 'preact';
import { Card, Facts } from '../../platform/pages/card.js';
import { Icon } from '../../platform/pages/icon.js';
import { PageParts } from '../../platform/pages/page-parts.js';
import { hasTrait } from '../../visits/index.js';
import { isOpenForSummary, type SummaryContent } from '../domain/summary.js';
import { PublishedSummary } from '../queries/published-summary.js';

/** Shows the published summary on the page of a visit, and the way to write it. */
@Injectable()
export class SummarySection implements OnModuleInit {
  constructor(
    private readonly parts: PageParts,
    private readonly summaries: PublishedSummary,
  ) {}

  onModuleInit(): void {
    this.parts.register('visit', 30, async ({ visitId, state }) => {
      if (!hasTrait(state, 'tookPlace')) return null;
      const published = await this.summaries.ofVisit(visitId);
      return published && Summary(published);
    });
    this.parts.register('visit-links', 30, async ({ visit, mayEdit }) => {
      const isDue = hasTrait(visit.state, 'tookPlace');
      return mayEdit && isDue && isOpenForSummary(visit.state)
        ? WriteLink({ visitId: visit.id, isNext: hasTrait(visit.state, 'awaitsSummary') })
        : null;
    });
  }
}

function WriteLink({ visitId, isNext }: { visitId: string; isNext: boolean }): VNode {
  return (
    <a class={isNext ? 'btn btn-primary' : 'btn'} href={`/kunjungan/${visitId}/ringkasan`}>
      <Icon name="pencil" />
      {isNext ? 'Tulis ringkasan' : 'Ringkasan'}
    </a>
  );
}

function Summary({ content, revision }: { content: SummaryContent; revision: number }): VNode {
  return (
    <Card title={revision === 1 ? 'Ringkasan' : `Ringkasan, revisi ${revision}`}>
      <div class="card-body">
        {content.automatic && <p class="text-secondary">Dikirim otomatis dengan hal-hal yang tercatat.</p>}
        <SummaryTextFacts content={content} />
      </div>
    </Card>
  );
}

/** What people wrote of a visit, and where more can be read. */
export function SummaryTextFacts({ content }: { content: SummaryContent }): VNode {
  const { outcomes, decisions, notes } = content;
  const links = [...content.links, ...content.files];
  return (
    <>
      <Facts
        lines={[
          ['Hasil', outcomes],
          ['Keputusan', decisions],
          ['Catatan', notes],
        ]}
      />
      {links.length > 0 && (
        <ul class="mb-0">
          {links.map(({ title, url }) => (
            <li key={url}>
              <a href={url} rel="noreferrer">
                {title || url}
              </a>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
