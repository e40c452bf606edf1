import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { VisitState } from '../domain/visit-states.js';

/** One line of a visit's history: who did what, when and why. The system itself has no `actorId`. */
export interface HistoryRow {
  id: string;
  visitId: string;
  at: Date;
  actorId: string | null;
  actorName: string;
  action: string;
  fromState: VisitState | null;
  toState: VisitState;
  reason: string | null;
  version: number;
}

@Injectable()
export class HistoryRepository {
  constructor(private readonly database: Database) {}

  async append(row: HistoryRow): Promise<void> {
    await this.database.query(
      `INSERT INTO visit_history
         (id, visit_id, at, actor_id, actor_name, action, from_state, to_state, reason, version)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        row.id,
        row.visitId,
        row.at,
        row.actorId,
        row.actorName,
        row.action,
        row.fromState,
        row.toState,
        row.reason,
        row.version,
      ],
    );
  }

  /** When somebody did such a thing after an instant, the earliest first. */
  async timesSince(visitId: string, action: string, actorName: string, since: Date): Promise<Date[]> {
    const rows = await this.database.query<{ at: Date }>(
      `SELECT at FROM visit_history WHERE visit_id = $1 AND action = $2 AND actor_name = $3 AND at > $4 ORDER BY at`,
      [visitId, action, actorName, since],
    );
    return rows.map(({ at }) => at);
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
