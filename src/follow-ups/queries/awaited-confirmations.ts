import { Injectable } from '@nestjs/common';
import { Conditions } from '../../platform/database/conditions.js';
import { firstOfEach } from '../../platform/database/first-of-each.js';
import { Database } from '../../platform/database/database.js';
import type { Actor } from '../../platform/security/actor.js';
import { can, unitsOf } from '../../platform/security/capabilities.js';
import { readersOf } from '../../visits/index.js';
import { followUpColumns, followUpSources, followUpTables, type FollowUpFact } from './follow-up-facts.js';

/** What was done and waits for a word of the other unit of the visit, or of a regional office, whether it is a replication. */
@Injectable()
export class AwaitedConfirmations {
  constructor(private readonly database: Database) {}

  /** What was done after an instant and somebody may confirm, the last done first. */
  execute(actor: Actor, since: Date, limit: number): Promise<FollowUpFact[]> {
    const where = new Conditions();
    const readers = where.place(readersOf(actor));
    const [at, most] = [where.place(since), where.place(limit)];
    const own = where.place(can(actor, 'follow-ups.carry') ? unitsOf(actor) : []);
    const office = where.place(can(actor, 'follow-ups.oversee') ? actor.regionalOffice : null);
    const mayConfirm = `(f.unit <> ALL (${own}) AND (v.guest_unit = ANY (${own}) OR v.host_unit = ANY (${own}))
      OR ${office}::text IN (g.regional_office, h.regional_office))`;
    const first = firstOfEach({
      of: `unnest(${readers}::text[]) reading (reader)`,
      list: `SELECT me.position, me.follow_up_id AS id FROM follow_up_reader me JOIN (${followUpTables}) ON f.id = me.follow_up_id
        WHERE me.reader = reading.reader AND me.state = 'done' AND me.position < -extract(epoch FROM ${at}::timestamptz)
          AND r.id IS NULL AND ${mayConfirm}`,
      key: 'position',
      limit: most,
    });
    return this.database.query(
      `SELECT ${followUpColumns} ${followUpSources} WHERE f.id IN (SELECT id FROM (${first}) page)
       ORDER BY f.done_at DESC, f.id`,
      where.parameters,
    );
  }
}
