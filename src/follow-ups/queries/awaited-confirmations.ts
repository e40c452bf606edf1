import { Injectable } from '@nestjs/common';
import { Conditions } from '../../platform/database/conditions.js';
import { Database } from '../../platform/database/database.js';
import type { Actor } from '../../platform/security/actor.js';
import { can, unitsOf } from '../../platform/security/capabilities.js';
import { visibleTo } from '../../visits/index.js';
import { followUpColumns, followUpSources, type FollowUpFact } from './follow-up-facts.js';

/** What was done and waits for a word of the other unit of the visit, or of a regional office, whether it is a replication. */
@Injectable()
export class AwaitedConfirmations {
  constructor(private readonly database: Database) {}

  /** What was done after an instant and somebody may confirm, the last done first. */
  execute(actor: Actor, since: Date, limit: number): Promise<FollowUpFact[]> {
    const where = new Conditions();
    where.add((at) => `f.state = 'done' AND f.done_at > ${at} AND r.id IS NULL`, since);
    const sides: string[] = [];
    if (can(actor, 'follow-ups.carry')) {
      const own = where.place(unitsOf(actor));
      sides.push(`f.unit <> ALL (${own}) AND (v.guest_unit = ANY (${own}) OR v.host_unit = ANY (${own}))`);
    }
    if (can(actor, 'follow-ups.oversee')) {
      sides.push(`${where.place(actor.regionalOffice)} IN (g.regional_office, h.regional_office)`);
    }
    where.add(() => sides.join(' OR ') || 'false');
    visibleTo(actor, where);
    return this.database.query(
      `SELECT ${followUpColumns} ${followUpSources} WHERE ${where.sql}
       ORDER BY f.done_at DESC, f.id LIMIT ${where.place(limit)}`,
      where.parameters,
    );
  }
}
