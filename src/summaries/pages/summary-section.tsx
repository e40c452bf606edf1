import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { VNode } from 'preact';
import { Card, Facts } from '../../platform/pages/card.js';
import { PageParts } from '../../platform/pages/page-parts.js';
import type { SummaryContent } from '../domain/summary.js';
import { PublishedSummary } from '../queries/published-summary.js';

/** Shows the published summary on the page of a visit. */
@Injectable()
export class SummarySection implements OnModuleInit {
  constructor(
    private readonly parts: PageParts,
    private readonly summaries: PublishedSummary,
  ) {}

  onModuleInit(): void {
    this.parts.register('visit', 30, async ({ visitId }) => {
      const published = await this.summaries.ofVisit(visitId);
      return published && Summary(published);
    });
  }
}

function Summary({ content, revision }: { content: SummaryContent; revision: number }): VNode {
  const { outcomes, decisions, notes, automatic } = content;
  const links = [...content.links, ...content.files];
  return (
    <Card title={revision === 1 ? 'Ringkasan' : `Ringkasan, revisi ${revision}`}>
      <div class="card-body">
        {automatic && <p class="text-secondary">Dikirim otomatis dengan hal-hal yang tercatat.</p>}
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
      </div>
    </Card>
  );
}
