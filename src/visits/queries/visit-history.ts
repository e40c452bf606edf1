import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';

/** A line of a visit's history as it is shown. */
export interface HistoryLine {
  at: Date;
  actorName: string;
  action: string;
  fromState: string | null;
  toState: string;
  reason: string | null;
  version: number;
}

@Injectable()
export class VisitHistory {
  constructor(private readonly database: Database) {}

  execute(visitId: string): Promise<HistoryLine[]> {
    return this.database.query(
      `SELECT at, actor_name AS "actorName", action, from_state AS "fromState", to_state AS "toState", reason, version
       FROM visit_history WHERE visit_id = $1 ORDER BY version`,
      [visitId],
    );
  }
}
