import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { In } from 'typeorm';
import { Database } from '../../platform/database/database.js';
import type { Rows } from '../../platform/database/rows.js';
import { asPublished, type SummaryTexts } from '../domain/summary.js';
import { SummaryEntity, SummaryEntryEntity, SummaryRevisionEntity } from './summary.entity.js';

/** A visit's summary as people work on it. */
export type SummaryRow = SummaryEntity & Pick<SummaryTexts, 'entries'>;

/** A summary as it was mailed. */
export type SummaryRevision = SummaryRevisionEntity;

@Injectable()
export class SummaryRepository {
  constructor(
    private readonly database: Database,
    @InjectRepository(SummaryEntity) private readonly summaries: Rows<SummaryEntity>,
    @InjectRepository(SummaryEntryEntity) private readonly entries: Rows<SummaryEntryEntity>,
    @InjectRepository(SummaryRevisionEntity) private readonly revisions: Rows<SummaryRevisionEntity>,
  ) {}

  /** Work on one visit's summary goes one after the other, until the transaction ends. */
  async lock(visitId: string): Promise<void> {
    await this.database.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 2))', [visitId]);
  }

  async ofVisit(visitId: string): Promise<SummaryRow | null> {
    const [row, entries] = await Promise.all([this.written(visitId), this.chosen(visitId)]);
    return row && { ...row, entries };
  }

  private written(visitId: string) {
    return this.summaries.findOne(
      [
        'visitId',
        'version',
        'outcomes',
        'decisions',
        'notes',
        'links',
        'answers',
        'revision',
        'changedAt',
        'changedBy',
      ],
      { visitId },
    );
  }

  /** All of it, but for the entries that it takes in. */
  async save({ entries: _, ...row }: SummaryRow): Promise<void> {
    await this.summaries.put({ key: ['visitId'] }, row);
  }

  /**
   * Takes in these entries of the day and no others; the summary is stored already. Sends all its statements at once.
   *
   * @param standing those that it takes in already: they may have been removed since, so that they could not be added
   */
  async choose(visitId: string, standing: readonly string[], chosen: readonly string[]): Promise<void> {
    const dropped = standing.filter((id) => !chosen.includes(id));
    const added = chosen.filter((id) => !standing.includes(id));
    await Promise.all([
      ...(dropped.length > 0 ? [this.entries.delete({ visitId, entryId: In(dropped) })] : []),
      this.entries.insert(...added.map((entryId) => ({ visitId, entryId }))),
    ]);
  }

  private async chosen(visitId: string): Promise<string[]> {
    const rows = await this.entries.find(['entryId'], { visitId }, { order: { entryId: 'ASC' } });
    return rows.map(({ entryId }) => entryId);
  }

  keep(revision: SummaryRevision): Promise<void> {
    return this.revisions.insert(revision);
  }

  async revision(visitId: string, revision: number): Promise<SummaryRevision | null> {
    const names = ['visitId', 'revision', 'publishedAt', 'publishedBy', 'content'] as const;
    const row = await this.revisions.findOne([...names], { visitId, revision });
    return row && { ...row, content: asPublished(row.content) };
  }
}
