import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { FollowUpState } from '../domain/follow-up-states.js';

/** Something a unit promised after a visit (tindak lanjut). */
export interface FollowUpRow {
  id: string;
  visit: string;
  what: string;
  /** The responsible unit. */
  unit: string;
  personName: string;
  /** Calendar date `YYYY-MM-DD`. */
  dueOn: string;
  state: FollowUpState;
  evidence: string;
  reason: string;
  version: number;
  createdAt: Date;
  changedAt: Date;
  doneAt: Date | null;
}

/** The SELECT list of a follow-up aliased `f`, named as in `FollowUpRow`. */
export const followUpSelection = `f.id, f.visit_id AS visit, f.what, f.unit, f.person_name AS "personName",
  f.due_on::text AS "dueOn", f.state, f.evidence, f.reason, f.version, f.created_at AS "createdAt",
  f.changed_at AS "changedAt", f.done_at AS "doneAt"`;

@Injectable()
export class FollowUpRepository {
  constructor(private readonly database: Database) {}

  async lock(id: string): Promise<FollowUpRow | null> {
    const [row] = await this.database.query<FollowUpRow>(
      `SELECT ${followUpSelection} FROM follow_up f WHERE f.id = $1 FOR UPDATE`,
      [id],
    );
    return row ?? null;
  }

  async save(row: FollowUpRow): Promise<void> {
    await this.database.query(
      `INSERT INTO follow_up (id, visit_id, what, unit, person_name, due_on, state, evidence, reason, version,
         created_at, changed_at, done_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
       ON CONFLICT (id) DO UPDATE SET what = excluded.what, unit = excluded.unit, person_name = excluded.person_name,
         due_on = excluded.due_on, state = excluded.state, evidence = excluded.evidence, reason = excluded.reason,
         version = excluded.version, changed_at = excluded.changed_at, done_at = excluded.done_at`,
      [
        row.id,
        row.visit,
        row.what,
        row.unit,
        row.personName,
        row.dueOn,
        row.state,
        row.evidence,
        row.reason,
        row.version,
        row.createdAt,
        row.changedAt,
        row.doneAt,
      ],
    );
  }

  /** One line of history for a version: who left it so, and why. */
  async remember(
    row: FollowUpRow,
    { actorId, actorName, fromState }: { actorId: string; actorName: string; fromState: string | null },
  ): Promise<void> {
    await this.database.query(
      `INSERT INTO follow_up_history (follow_up_id, version, at, actor_id, actor_name, from_state, to_state, due_on, reason, action)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        row.id,
        row.version,
        row.changedAt,
        actorId,
        actorName,
        fromState,
        row.state,
        row.dueOn,
        row.reason,
        fromState === null ? 'promised' : fromState === row.state ? 'changed' : 'moved',
      ],
    );
  }
}
