import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { asPublished, type SummaryContent, type ToldContent } from '../domain/summary.js';
import { TellContent } from './tell-content.js';

/** A summary as it went out. */
export interface ToldRevision {
  revision: number;
  publishedAt: Date;
  content: ToldContent;
}

/** When a summary went out, and by whom. */
export interface RevisionLine {
  revision: number;
  publishedAt: Date;
  automatic: boolean;
  /** Null for what went out by itself. */
  publishedByName: string | null;
}

type Row = Omit<ToldRevision, 'content'> & { content: SummaryContent };

const selection = 'SELECT revision, published_at AS "publishedAt", content FROM summary_revision';

/** Summaries that are out. Whoever asks has made sure that they may be seen. */
@Injectable()
export class PublishedSummary {
  constructor(
    private readonly database: Database,
    private readonly tell: TellContent,
  ) {}

  /** The last revision; null before the first. */
  async ofVisit(visitId: string): Promise<ToldRevision | null> {
    const [row] = await this.database.query<Row>(
      `${selection} WHERE visit_id = $1 ORDER BY revision DESC LIMIT 1`,
      [visitId],
    );
    return row ? this.told(visitId, row) : null;
  }

  async revision(visitId: string, revision: number): Promise<ToldRevision | null> {
    const [row] = await this.database.query<Row>(`${selection} WHERE visit_id = $1 AND revision = $2`, [
      visitId,
      revision,
    ]);
    return row ? this.told(visitId, row) : null;
  }

  /** The first one first. */
  revisionsOf(visitId: string): Promise<RevisionLine[]> {
    return this.database.query(
      `SELECT r.revision, r.published_at AS "publishedAt",
         coalesce((r.content ->> 'automatic')::boolean, false) AS automatic, p.name AS "publishedByName"
       FROM summary_revision r LEFT JOIN person p ON p.id = r.published_by
       WHERE r.visit_id = $1 ORDER BY r.revision`,
      [visitId],
    );
  }

  private async told(visitId: string, row: Row): Promise<ToldRevision> {
    return { ...row, content: await this.tell.execute(visitId, asPublished(row.content)) };
  }
}
