import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { rolesWith } from '../../platform/security/capabilities.js';
import { nextVersion } from '../domain/account-version.js';
import { PersonRepository } from '../storage/person-repository.js';
import { EndAccess } from './end-access.js';
import { HandOver } from './hand-over.js';

/** Moves everybody of a unit to the one into which it merged, in the open transaction. */
@Injectable()
export class MovePeople {
  constructor(
    private readonly database: Database,
    private readonly people: PersonRepository,
    private readonly end: EndAccess,
    private readonly handOver: HandOver,
  ) {}

  /** Who headed it is an officer at a unit that has a head. @returns how many moved */
  async execute(from: string, to: string): Promise<number> {
    const rows = await this.database.query<{ id: string; isSecondHead: boolean }>(
      `SELECT p.id, p.role = ANY ($3) AND EXISTS (SELECT FROM person h
         WHERE h.unit = $2 AND h.role = ANY ($3) AND h.suspended_at IS NULL) AS "isSecondHead"
       FROM person p WHERE p.unit = $1 ORDER BY p.id`,
      [from, to, rolesWith('notes.publish')],
    );
    for (const { id, isSecondHead } of rows) {
      const person = await this.people.lock(id);
      if (!person) continue;
      const moved = { ...person, unit: to, ...(isSecondHead ? { role: 'officer' as const } : {}) };
      await this.people.save({ ...moved, version: nextVersion(person.version, null) });
      await this.end.execute(person, moved);
      await this.handOver.tellMoved(moved);
    }
    return rows.length;
  }
}
