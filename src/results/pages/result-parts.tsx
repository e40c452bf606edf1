import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { VNode } from 'preact';
import { Card } from '../../platform/pages/card.js';
import { PageParts } from '../../platform/pages/page-parts.js';
import { ReadResults, type Results } from '../use-cases/read-results.js';
import { mayCount } from '../use-cases/result-access.js';
import { productWords, resultWords } from './results-page.js';

/** Shows results on the pages of visits and practices. */
@Injectable()
export class ResultParts implements OnModuleInit {
  constructor(
    private readonly parts: PageParts,
    private readonly read: ReadResults,
  ) {}

  onModuleInit(): void {
    this.parts.register('visit', 34, async ({ actor, visitId, visit }) => {
      const results = await this.read.of({ visitId, noteId: null });
      return ResultsCard({ path: `/kunjungan/${visitId}/hasil`, results, mayWrite: mayCount(visit, actor) });
    });
    this.parts.register('note', 30, async ({ actor, noteId }) => {
      const { around, ...results } = await this.read.execute(actor, { visitId: null, noteId });
      return ResultsCard({ path: `${around.href}/hasil`, results, mayWrite: around.mayWrite });
    });
  }
}

function ResultsCard({
  path,
  results: { results, products },
  mayWrite,
}: {
  path: string;
  results: Results;
  mayWrite: boolean;
}): VNode | null {
  const isEmpty = results.length + products.length === 0;
  if (isEmpty && !mayWrite) return null;
  return (
    <Card title="Hasil dan produk">
      {!isEmpty && (
        <ul class="list-group list-group-flush">
          {[...results.map(resultWords), ...products.map(productWords)].map((words) => (
            <li class="list-group-item" key={words}>
              {words}
            </li>
          ))}
        </ul>
      )}
      <div class="card-footer">
        <a class="btn" href={path}>
          {mayWrite ? 'Catat hasil dan produk' : 'Lihat hasil dan produk'}
        </a>
      </div>
    </Card>
  );
}
