import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { MoreThan } from 'typeorm';
import { Database } from '../../platform/database/database.js';
import type { Rows } from '../../platform/database/rows.js';
import { VisitHistoryEntity } from './visit-history.entity.js';

/** One line of a visit's history: who did what, when and why. The system itself has no `actorId`. */
export type HistoryRow = VisitHistoryEntity;

@Injectable()
export class HistoryRepository {
  constructor(
    private readonly database: Database,
    @InjectRepository(VisitHistoryEntity) private readonly history: Rows<VisitHistoryEntity>,
  ) {}

  append(row: HistoryRow): Promise<void> {
    return this.history.insert(row);
  }

  /** When somebody did such a thing after an instant, the earliest first. */
  async timesSince(visitId: string, action: string, actorName: string, since: Date): Promise<Date[]> {
    const steps = await this.history.find(
      ['at'],
      { visitId, action, actorName, at: MoreThan(since) },
      { order: { at: 'ASC' } },
    );
    return steps.map(({ at }) => at);
  }

  /** The newest line. */
  async last(visitId: string): Promise<Pick<HistoryRow, 'action' | 'actorId' | 'reason'> | null> {
    const [row] = await this.database.query<Pick<HistoryRow, 'action' | 'actorId' | 'reason'>>(
      `SELECT action, actor_id AS "actorId", reason FROM visit_history WHERE visit_id = $1
       ORDER BY version DESC LIMIT 1`,
      [visitId],
    );
    return row ?? null;
  }

  /** The reason somebody gave for such an action the last time; null when there was none. */
  async lastReason(visitId: string, action: string, actorName: string): Promise<string | null> {
    const [row] = await this.database.query<{ reason: string | null }>(
      `SELECT reason FROM visit_history WHERE visit_id = $1 AND action = $2 AND actor_name = $3
       ORDER BY version DESC LIMIT 1`,
      [visitId, action, actorName],
    );
    return row?.reason ?? null;
  }
}
