import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { followUpStatesWith } from '../domain/follow-up-states.js';
import { FollowUpRepository } from '../storage/follow-up-repository.js';

/** Who decided that what a unit promised goes to another, and why. */
export interface MovedBy {
  personId: string;
  name: string;
  reason: string;
}

/** Gives what a unit promised and has yet to do to the one into which it merged, in the open transaction. */
@Injectable()
export class MoveFollowUps {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly followUps: FollowUpRepository,
  ) {}

  /** Whoever owns one and is of the successor owns it still; of others the name stays. @returns how many moved */
  async execute(from: string, to: string, by: MovedBy): Promise<number> {
    const rows = await this.database.query<{ id: string; isOwnerThere: boolean }>(
      `SELECT f.id, EXISTS (SELECT FROM person p WHERE p.id = f.person_id AND p.unit = $2) AS "isOwnerThere"
       FROM follow_up f WHERE f.unit = $1 AND f.state = ANY ($3) ORDER BY f.id`,
      [from, to, followUpStatesWith('waits')],
    );
    for (const { id, isOwnerThere } of rows) {
      const before = await this.followUps.lock(id);
      if (!before) continue;
      const personId = isOwnerThere ? before.personId : null;
      const row = { ...before, unit: to, personId, version: before.version + 1, changedAt: this.clock.now() };
      await this.followUps.save(row);
      const { personId: actorId, name: actorName, reason } = by;
      await this.followUps.remember(row, { actorId, actorName, action: 'changed', before, reason });
    }
    return rows.length;
  }
}
