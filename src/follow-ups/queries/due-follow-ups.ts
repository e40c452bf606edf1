import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { mayBeTold } from '../../visits/index.js';
import { followUpStatesWith } from '../domain/follow-up-states.js';

/** Something a unit promised and has yet to do. */
export interface DueFollowUp {
  id: string;
  what: string;
  personName: string;
  /** Calendar date `YYYY-MM-DD`. */
  dueOn: string;
  visitTitle: string;
}

const MOST = 30;

@Injectable()
export class DueFollowUps {
  constructor(private readonly database: Database) {}

  /** What units have to do by a calendar date, the first due first; what is late is among it. */
  ofUnits(units: readonly string[], until: string): Promise<DueFollowUp[]> {
    return this.database.query(
      `SELECT f.id, f.what, f.person_name AS "personName", f.due_on::text AS "dueOn", v.title AS "visitTitle"
       FROM follow_up f JOIN visit v ON v.id = f.visit_id
       WHERE f.unit = ANY ($1) AND f.due_on <= $2 AND f.state = ANY ($3) AND ${mayBeTold('f.unit')}
       ORDER BY f.due_on, f.id LIMIT ${MOST}`,
      [units, until, followUpStatesWith('waits')],
    );
  }
}
