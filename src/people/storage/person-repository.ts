import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { In } from 'typeorm';
import { Database } from '../../platform/database/database.js';
import type { Rows } from '../../platform/database/rows.js';
import { rolesWith } from '../../platform/security/capabilities.js';
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
  'role',
  'unit',
  'regionalOffice',
  'passwordHash',
  'suspendedAt',
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

  /** Role and place of a person, with the regional office above the unit; null when there is no such unit. */
  async postOf({ role, unit, regionalOffice }: Post): Promise<Post | null> {
    if (unit === null) return { role, unit, regionalOffice };
    const above = await this.regionalOfficeOf(unit);
    return above === null ? null : { role, unit, regionalOffice: above };
  }

  /** Code of the regional office a unit belongs to; null when there is no such unit. */
  async regionalOfficeOf(unit: string): Promise<string | null> {
    const [row] = await this.database.query<{ code: string }>(
      'SELECT regional_office AS code FROM unit WHERE code = $1',
      [unit],
    );
    return row?.code ?? null;
  }
}
