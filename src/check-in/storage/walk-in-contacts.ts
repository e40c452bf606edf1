import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Database } from '../../platform/database/database.js';
import type { Rows } from '../../platform/database/rows.js';
import { WalkInContactEntity } from './walk-in-contact.entity.js';

/** How those who came unasked are reached, until an officer has looked. */
@Injectable()
export class WalkInContacts {
  constructor(
    private readonly database: Database,
    @InjectRepository(WalkInContactEntity) private readonly contacts: Rows<WalkInContactEntity>,
  ) {}

  async add(row: WalkInContactEntity): Promise<void> {
    await this.contacts.insertMissing(row);
  }

  /** How many people one scan wrote down. */
  async countOf(device: string): Promise<number> {
    const [row] = await this.database.query<{ number: number }>(
      'SELECT count(*)::int AS number FROM walk_in_contact WHERE device = $1',
      [device],
    );
    return row?.number ?? 0;
  }

  /** Those of a visit, by participant. */
  ofVisit(visitId: string): Promise<Pick<WalkInContactEntity, 'participantId' | 'email' | 'phone'>[]> {
    return this.database.query(
      `SELECT c.participant_id AS "participantId", c.email, c.phone FROM walk_in_contact c
       JOIN visit_participant p ON p.id = c.participant_id WHERE p.visit_id = $1 ORDER BY c.came_at, c.participant_id`,
      [visitId],
    );
  }

  async forget(participantId: string): Promise<void> {
    await this.contacts.delete({ participantId });
  }
}
