import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { VisitState } from '../domain/visit-states.js';

/** A line of a visit's history as it is shown. */
export interface HistoryLine {
  at: Date;
  actorId: string | null;
  actorName: string;
  /** The unit the actor works at now; null for the system and for people of no unit. */
  actorUnit: string | null;
  action: string;
  fromState: VisitState | null;
  toState: VisitState;
  reason: string | null;
  version: number;
}

@Injectable()
export class VisitHistory {
  constructor(private readonly database: Database) {}

  execute(visitId: string): Promise<HistoryLine[]> {
    return this.database.query(
      `SELECT h.at, h.actor_id AS "actorId", h.actor_name AS "actorName", p.unit AS "actorUnit", h.action,
         h.from_state AS "fromState", h.to_state AS "toState", h.reason, h.version
       FROM visit_history h LEFT JOIN person p ON p.id = h.actor_id
       WHERE h.visit_id = $1 ORDER BY h.version`,
      [visitId],
    );
  }
}
