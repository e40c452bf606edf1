import { Injectable } from '@nestjs/common';
import { Conditions } from '../../platform/database/conditions.js';
import { Database } from '../../platform/database/database.js';
import type { Actor } from '../../platform/security/actor.js';
import { visibleTo } from '../../visits/index.js';
import { followUpStatesWith } from '../domain/follow-up-states.js';

/** A follow-up that waits, as a list of what hangs on its owner names it. */
export interface OwnedFollowUp {
  id: string;
  what: string;
  /** Calendar date. */
  dueOn: string;
}

/** What somebody promised and has yet to do. */
@Injectable()
export class OwnedFollowUps {
  constructor(private readonly database: Database) {}

  /** In the order in which they are locked. */
  async ids(personId: string): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      'SELECT id FROM follow_up WHERE person_id = $1 AND state = ANY ($2) ORDER BY id',
      [personId, followUpStatesWith('waits')],
    );
    return rows.map(({ id }) => id);
  }

  /** Those that a reader may see, the first due first. */
  shownTo(reader: Actor, personId: string, most: number): Promise<OwnedFollowUp[]> {
    const where = new Conditions();
    where.add(
      (owner, states) => `f.person_id = ${owner} AND f.state = ANY (${states})`,
      personId,
      followUpStatesWith('waits'),
    );
    visibleTo(reader, where);
    return this.database.query(
      `SELECT f.id, f.what, f.due_on::text AS "dueOn" FROM follow_up f JOIN visit v ON v.id = f.visit_id
       JOIN unit g ON g.code = v.guest_unit JOIN unit h ON h.code = v.host_unit
       WHERE ${where.sql} ORDER BY f.due_on, f.id LIMIT ${where.place(most)}`,
      where.parameters,
    );
  }
}
