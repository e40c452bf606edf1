import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { statesWith } from '../domain/visit-state-traits.js';

/** Outside partners among the guests of visits, when two of them are put together. */
@Injectable()
export class PartnerGuests {
  constructor(private readonly database: Database) {}

  /** Visits of which it is a guest, or was asked to be, and people that came in its part of a party. */
  async countsOf(code: string): Promise<{ visits: number; people: number }> {
    const [row] = await this.database.query<{ visits: number; people: number }>(
      `SELECT (SELECT count(*)::int FROM visit_guest WHERE organisation = $1) AS visits,
         (SELECT count(*)::int FROM visit_participant WHERE brought_by = $1) AS people`,
      [code],
    );
    return row ?? { visits: 0, people: 0 };
  }

  /** Visits of it that are still to come, in the order in which they are locked. */
  async toCome(code: string): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      `SELECT v.id FROM visit_guest x JOIN visit v ON v.id = x.visit_id
       WHERE x.organisation = $1 AND v.state = ANY ($2) ORDER BY v.id`,
      [code, [...statesWith('unsent'), ...statesWith('ahead')]],
    );
    return rows.map(({ id }) => id);
  }

  /** Puts all under the other; where both are guests of one visit, their parts become one. */
  async become(from: string, into: string): Promise<void> {
    await this.database.query(
      `UPDATE visit_guest o SET
         party_size = CASE WHEN o.answer = 'joined' AND g.party_size IS NOT NULL AND o.party_size IS NOT NULL
           THEN least(o.party_size + g.party_size, 1000) ELSE coalesce(o.party_size, g.party_size) END,
         answer = g.answer, answered_at = coalesce(o.answered_at, g.answered_at)
       FROM visit_guest g
       WHERE g.visit_id = o.visit_id AND g.organisation = $1 AND o.organisation = $2 AND g.answer = 'joined'`,
      [from, into],
    );
    await this.database.query(
      `UPDATE visit_participant p SET brought_by = $2 WHERE p.brought_by = $1
         AND EXISTS (SELECT FROM visit_guest o WHERE o.visit_id = p.visit_id AND o.organisation = $2)`,
      [from, into],
    );
    await this.database.query(
      `DELETE FROM visit_guest g WHERE g.organisation = $1
         AND EXISTS (SELECT FROM visit_guest o WHERE o.visit_id = g.visit_id AND o.organisation = $2)`,
      [from, into],
    );
    // The people that came with it follow by the constraint.
    await this.database.query('UPDATE visit_guest SET organisation = $2 WHERE organisation = $1', [
      from,
      into,
    ]);
  }
}
