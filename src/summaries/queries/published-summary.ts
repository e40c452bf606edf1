import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { SummaryContent } from '../domain/summary.js';

@Injectable()
export class PublishedSummary {
  constructor(private readonly database: Database) {}

  /** The last revision that was mailed; null before the first. Whoever asks has made sure that it may be seen. */
  async ofVisit(visitId: string): Promise<{ revision: number; content: SummaryContent } | null> {
    const [row] = await this.database.query<{ revision: number; content: SummaryContent }>(
      'SELECT revision, content FROM summary_revision WHERE visit_id = $1 ORDER BY revision DESC LIMIT 1',
      [visitId],
    );
    return row ?? null;
  }
}
