import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { FollowUpAction } from '../domain/follow-up-actions.js';
import type { FollowUpState } from '../domain/follow-up-states.js';

/** Something a unit promised after a visit (tindak lanjut). */
export interface FollowUpRow {
  id: string;
  visit: string;
  what: string;
  /** The responsible unit. */
  unit: string;
  personName: string;
  /** The owner's account at the responsible unit, which reminders reach; null when only the name is known. */
  personId: string | null;
  /** The note of the practice that is to be copied. */
  note: string | null;
  /** Calendar date `YYYY-MM-DD`. */
  dueOn: string;
  postponedCount: number;
  state: FollowUpState;
  evidence: string;
  /** Where evidence can be seen; empty for nowhere. */
  evidenceUrl: string;
  /** Why it was dropped. */
  reason: string;
  version: number;
  createdAt: Date;
  changedAt: Date;
  doneAt: Date | null;
}

/** What a line of history says beside what the follow-up then was. */
export interface HistoryEntry {
  actorId: string;
  actorName: string;
  action: FollowUpAction;
  /** What it was before; null when it was not yet. */
  before: { state: FollowUpState; dueOn: string } | null;
  reason: string;
}

/** The SELECT list of a follow-up aliased `f`, named as in `FollowUpRow`. */
export const followUpSelection = `f.id, f.visit_id AS visit, f.what, f.unit, f.person_name AS "personName",
  f.person_id AS "personId", f.note_id AS note, f.due_on::text AS "dueOn", f.postponed_count AS "postponedCount",
  f.state, f.evidence, f.evidence_url AS "evidenceUrl", f.reason, f.version, f.created_at AS "createdAt",
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
      `INSERT INTO follow_up (id, visit_id, what, unit, person_name, person_id, note_id, due_on, postponed_count,
         state, evidence, evidence_url, reason, version, created_at, changed_at, done_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)
       ON CONFLICT (id) DO UPDATE SET what = excluded.what, unit = excluded.unit, person_name = excluded.person_name,
         person_id = excluded.person_id, note_id = excluded.note_id, due_on = excluded.due_on,
         postponed_count = excluded.postponed_count, state = excluded.state, evidence = excluded.evidence,
         evidence_url = excluded.evidence_url, reason = excluded.reason, version = excluded.version,
         changed_at = excluded.changed_at, done_at = excluded.done_at`,
      [
        row.id,
        row.visit,
        row.what,
        row.unit,
        row.personName,
        row.personId,
        row.note,
        row.dueOn,
        row.postponedCount,
        row.state,
        row.evidence,
        row.evidenceUrl,
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
    { actorId, actorName, action, before, reason }: HistoryEntry,
  ): Promise<void> {
    await this.database.query(
      `INSERT INTO follow_up_history
         (follow_up_id, version, at, actor_id, actor_name, action, from_state, to_state, from_due_on, due_on, reason)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [
        row.id,
        row.version,
        row.changedAt,
        actorId,
        actorName,
        action,
        before?.state ?? null,
        row.state,
        before?.dueOn ?? null,
        row.dueOn,
        reason,
      ],
    );
  }
}
