import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Database } from '../../platform/database/database.js';
import type { Rows } from '../../platform/database/rows.js';
import type { FollowUpAction, FollowUpState } from '../domain/follow-up-states.js';
import { FollowUpEntity, FollowUpHistoryEntity } from './follow-up.entity.js';

/** Something a unit promised after a visit (tindak lanjut). */
export interface FollowUpRow extends Omit<FollowUpEntity, 'visitId' | 'noteId'> {
  visit: string;
  /** The note of the practice that is to be copied. */
  note: string | null;
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
  constructor(
    private readonly database: Database,
    @InjectRepository(FollowUpEntity) private readonly followUps: Rows<FollowUpEntity>,
    @InjectRepository(FollowUpHistoryEntity) private readonly history: Rows<FollowUpHistoryEntity>,
  ) {}

  async lock(id: string): Promise<FollowUpRow | null> {
    const [row] = await this.database.query<FollowUpRow>(
      `SELECT ${followUpSelection} FROM follow_up f WHERE f.id = $1 FOR UPDATE`,
      [id],
    );
    return row ?? null;
  }

  async save({ visit, note, ...row }: FollowUpRow): Promise<void> {
    const keep = ['visitId', 'createdAt'] as const;
    await this.followUps.put({ key: ['id'], keep }, { ...row, visitId: visit, noteId: note });
  }

  /** One line of history for a version: who left it so, and why. */
  async remember(
    row: FollowUpRow,
    { actorId, actorName, action, before, reason }: HistoryEntry,
  ): Promise<void> {
    await this.history.insert({
      followUpId: row.id,
      version: row.version,
      at: row.changedAt,
      actorId,
      actorName,
      action,
      fromState: before?.state ?? null,
      toState: row.state,
      fromDueOn: before?.dueOn ?? null,
      dueOn: row.dueOn,
      reason,
    });
  }

  /** What an organisation promised. */
  countOf(unit: string): Promise<number> {
    return this.followUps.count({ unit });
  }

  /** What one promised and copied counts as another's, of which it is another entry. */
  async become(from: string, into: string): Promise<void> {
    await this.followUps.update({ unit: from }, { unit: into });
    await this.database.query(
      `UPDATE replication SET from_unit = CASE from_unit WHEN $1 THEN $2 ELSE from_unit END,
         to_unit = CASE to_unit WHEN $1 THEN $2 ELSE to_unit END WHERE $1 IN (from_unit, to_unit)`,
      [from, into],
    );
  }

  /** Lets what somebody promised in a visit, known by the name alone, go by another name of the same person. */
  async rename(visitId: string, from: string, to: string): Promise<void> {
    await this.database.query(
      `UPDATE follow_up SET person_name = $3
       WHERE visit_id = $1 AND lower(person_name) = lower($2)`,
      [visitId, from, to],
    );
  }
}
