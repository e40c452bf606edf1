import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { OtherWay } from '../domain/answer-ways.js';
import type { FieldChange } from '../domain/field-changes.js';
import type { Side } from '../domain/visit-policies.js';
import type { VisitState } from '../domain/visit-states.js';
import { organisationOfPerson } from '../../platform/security/organisation.js';

/** A line of a visit's history as it is shown. */
export interface HistoryLine {
  at: Date;
  actorId: string | null;
  actorName: string;
  /** The organisation the actor acts for now; null for the system and for administrators. */
  actorUnit: string | null;
  /** For whom it was done; null for participants who act for themselves. */
  side: Side | null;
  action: string;
  fromState: VisitState | null;
  toState: VisitState;
  reason: string | null;
  version: number;
  /** How an answer of the host came, where its own people did not give it by an account. */
  cameBy: OtherWay | null;
  /** The fields that changed; of contact data without values. */
  changes: FieldChange[];
}

@Injectable()
export class VisitHistory {
  constructor(private readonly database: Database) {}

  execute(visitId: string): Promise<HistoryLine[]> {
    return this.database.query(
      `SELECT h.at, h.actor_id AS "actorId", h.actor_name AS "actorName", ${organisationOfPerson('p')} AS "actorUnit", h.side, h.action,
         h.from_state AS "fromState", h.to_state AS "toState", h.reason, h.version, h.came_by AS "cameBy",
         h.changes
       FROM visit_history h LEFT JOIN person p ON p.id = h.actor_id
       WHERE h.visit_id = $1 ORDER BY h.version`,
      [visitId],
    );
  }

  /** Who changed it last, and when. */
  async last(visitId: string): Promise<Pick<HistoryLine, 'at' | 'actorName'> | null> {
    const [line] = await this.database.query<Pick<HistoryLine, 'at' | 'actorName'>>(
      `SELECT at, actor_name AS "actorName" FROM visit_history WHERE visit_id = $1 ORDER BY version DESC LIMIT 1`,
      [visitId],
    );
    return line ?? null;
  }
}
