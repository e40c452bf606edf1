import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { In, IsNull, Not } from 'typeorm';
import { Database } from '../../platform/database/database.js';
import type { Rows } from '../../platform/database/rows.js';
import { rolesWith } from '../../platform/security/capabilities.js';
import { kindsWith } from '../../units/domain/index.js';
import type { Post } from '../domain/policies.js';
import { PersonEntity } from './person.entity.js';

/** A person as stored. */
export type PersonRow = PersonEntity;

const COLUMNS = [
  'id',
  'name',
  'email',
  'phone',
  'nip',
  'position',
  'rank',
  'role',
  'unit',
  'regionalOffice',
  'passwordHash',
  'suspendedAt',
  'erasedAt',
  'createdAt',
  'version',
] as const;

@Injectable()
export class PersonRepository {
  constructor(
    private readonly database: Database,
    @InjectRepository(PersonEntity) private readonly people: Rows<PersonEntity>,
  ) {}

  add(person: PersonRow): Promise<void> {
    return this.people.insert(person);
  }

  async save({ id, createdAt: _, ...person }: PersonRow): Promise<void> {
    await this.people.update({ id }, person);
  }

  /** Locks the row until the transaction ends. */
  lock(id: string): Promise<PersonRow | null> {
    return this.people.findOne(COLUMNS, { id }, { lock: true });
  }

  find(id: string): Promise<PersonRow | null> {
    return this.people.findOne(COLUMNS, { id });
  }

  findByEmail(email: string): Promise<PersonRow | null> {
    return this.people.findOne(COLUMNS, { email });
  }

  /** Whether there is somebody who looks after all accounts. */
  hasAdministrator(): Promise<boolean> {
    return this.people.exists({ role: In(rolesWith('people.manage-above')) });
  }

  /** Whether somebody else, who can sign in, looks after all accounts. */
  hasOtherAdministrator(id: string): Promise<boolean> {
    return this.people.exists({
      id: Not(id),
      role: In(rolesWith('people.manage-above')),
      suspendedAt: IsNull(),
      passwordHash: Not(IsNull()),
    });
  }

  /** Role and place of a person, with the regional office above the unit; null when no accounts belong to such a unit. */
  async postOf({ role, unit, regionalOffice }: Post): Promise<Post | null> {
    if (unit === null) return { role, unit, regionalOffice };
    const [above] = await this.database.query<{ office: string | null }>(
      'SELECT regional_office AS office FROM unit WHERE code = $1 AND kind = ANY ($2)',
      [unit, kindsWith('hasAccounts')],
    );
    return above ? { role, unit, regionalOffice: above.office } : null;
  }

  /** Whether a unit is no more, so that nobody can come to it. */
  async isClosed(unit: string): Promise<boolean> {
    const rows = await this.database.query<{ code: string }>(
      'SELECT code FROM unit WHERE code = $1 AND NOT active',
      [unit],
    );
    return rows.length > 0;
  }
}
