import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { SummaryContent, SummaryTexts } from '../domain/summary.js';

/** A visit's summary as people work on it. */
export interface SummaryRow extends SummaryTexts {
  visitId: string;
  version: number;
  /** The last one published; 0 before the first. */
  revision: number;
  changedAt: Date;
  /** Null when the system itself wrote it. */
  changedBy: string | null;
}

/** A summary as it was mailed. */
export interface SummaryRevision {
  visitId: string;
  revision: number;
  publishedAt: Date;
  publishedBy: string | null;
  content: SummaryContent;
}

@Injectable()
export class SummaryRepository {
  constructor(private readonly database: Database) {}

  /** Work on one visit's summary goes one after the other, until the transaction ends. */
  async lock(visitId: string): Promise<void> {
    await this.database.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 2))', [visitId]);
  }

  async ofVisit(visitId: string): Promise<SummaryRow | null> {
    const [row] = await this.database.query<SummaryRow>(
      `SELECT visit_id AS "visitId", version, outcomes, decisions, notes, links, revision,
         changed_at AS "changedAt", changed_by AS "changedBy"
       FROM summary WHERE visit_id = $1`,
      [visitId],
    );
    return row ?? null;
  }

  async save(row: SummaryRow): Promise<void> {
    await this.database.query(
      `INSERT INTO summary (visit_id, version, outcomes, decisions, notes, links, revision, changed_at, changed_by)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
       ON CONFLICT (visit_id) DO UPDATE SET version = excluded.version, outcomes = excluded.outcomes,
         decisions = excluded.decisions, notes = excluded.notes, links = excluded.links,
         revision = excluded.revision, changed_at = excluded.changed_at, changed_by = excluded.changed_by`,
      [
        row.visitId,
        row.version,
        row.outcomes,
        row.decisions,
        row.notes,
        JSON.stringify(row.links),
        row.revision,
        row.changedAt,
        row.changedBy,
      ],
    );
  }

  async keep({ visitId, revision, publishedAt, publishedBy, content }: SummaryRevision): Promise<void> {
    await this.database.query(
      `INSERT INTO summary_revision (visit_id, revision, published_at, published_by, content)
       VALUES ($1, $2, $3, $4, $5)`,
      [visitId, revision, publishedAt, publishedBy, JSON.stringify(content)],
    );
  }

  async revision(visitId: string, revision: number): Promise<SummaryRevision | null> {
    const [row] = await this.database.query<SummaryRevision>(
      `SELECT visit_id AS "visitId", revision, published_at AS "publishedAt", published_by AS "publishedBy", content
       FROM summary_revision WHERE visit_id = $1 AND revision = $2`,
      [visitId, revision],
    );
    return row ?? null;
  }
}
