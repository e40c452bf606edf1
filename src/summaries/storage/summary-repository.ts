import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Database } from '../../platform/database/database.js';
import type { Rows } from '../../platform/database/rows.js';
import { SummaryEntity, SummaryRevisionEntity } from './summary.entity.js';

/** A visit's summary as people work on it. */
export type SummaryRow = SummaryEntity;

/** A summary as it was mailed. */
export type SummaryRevision = SummaryRevisionEntity;

@Injectable()
export class SummaryRepository {
  constructor(
    private readonly database: Database,
    @InjectRepository(SummaryEntity) private readonly summaries: Rows<SummaryEntity>,
    @InjectRepository(SummaryRevisionEntity) private readonly revisions: Rows<SummaryRevisionEntity>,
  ) {}

  /** Work on one visit's summary goes one after the other, until the transaction ends. */
  async lock(visitId: string): Promise<void> {
    await this.database.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 2))', [visitId]);
  }

  ofVisit(visitId: string): Promise<SummaryRow | null> {
    return this.summaries.findOne(
      ['visitId', 'version', 'outcomes', 'decisions', 'notes', 'links', 'revision', 'changedAt', 'changedBy'],
      { visitId },
    );
  }

  async save(row: SummaryRow): Promise<void> {
    await this.summaries.put({ key: ['visitId'] }, row);
  }

  keep(revision: SummaryRevision): Promise<void> {
    return this.revisions.insert(revision);
  }

  revision(visitId: string, revision: number): Promise<SummaryRevision | null> {
    return this.revisions.findOne(['visitId', 'revision', 'publishedAt', 'publishedBy', 'content'], {
      visitId,
      revision,
    });
  }
}
