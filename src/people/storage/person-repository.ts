import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Role } from '../../platform/security/actor.js';
import { rolesWith } from '../../platform/security/capabilities.js';
import type { Post } from '../domain/policies.js';

/** A person as stored. */
export interface PersonRow {
  id: string;
  name: string;
  /** In lower case. */
  email: string;
  phone: string | null;
  nip: string | null;
  position: string | null;
  role: Role;
  unit: string | null;
  regionalOffice: string | null;
  passwordHash: string | null;
  suspendedAt: Date | null;
  createdAt: Date;
  /** Counts the changes of who somebody is and what they do. */
  version: number;
}

const COLUMNS = `id, name, email, phone, nip, position, role, unit, regional_office AS "regionalOffice",
  password_hash AS "passwordHash", suspended_at AS "suspendedAt", created_at AS "createdAt", version`;

@Injectable()
export class PersonRepository {
  constructor(private readonly database: Database) {}

  async add(person: PersonRow): Promise<void> {
    await this.database.query(
      `INSERT INTO person (id, name, email, phone, nip, position, role, unit, regional_office, password_hash,
         suspended_at, created_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [person.id, ...editable(person), person.createdAt],
    );
  }

  async save(person: PersonRow): Promise<void> {
    await this.database.query(
      `UPDATE person SET name = $2, email = $3, phone = $4, nip = $5, position = $6, role = $7, unit = $8,
         regional_office = $9, password_hash = $10, suspended_at = $11, version = $12
       WHERE id = $1`,
      [person.id, ...editable(person), person.version],
    );
  }

  /** Locks the row until the transaction ends. */
  async lock(id: string): Promise<PersonRow | null> {
    const [row] = await this.database.query<PersonRow>(
      `SELECT ${COLUMNS} FROM person WHERE id = $1 FOR UPDATE`,
      [id],
    );
    return row ?? null;
  }

  async find(id: string): Promise<PersonRow | null> {
    const [row] = await this.database.query<PersonRow>(`SELECT ${COLUMNS} FROM person WHERE id = $1`, [id]);
    return row ?? null;
  }

  async findByEmail(email: string): Promise<PersonRow | null> {
    const [row] = await this.database.query<PersonRow>(`SELECT ${COLUMNS} FROM person WHERE email = $1`, [
      email,
    ]);
    return row ?? null;
  }

  /** Whether there is somebody who looks after all accounts. */
  async hasAdministrator(): Promise<boolean> {
    const rows = await this.database.query('SELECT 1 FROM person WHERE role = ANY ($1) LIMIT 1', [
      rolesWith('people.manage-above'),
    ]);
    return rows.length > 0;
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

function editable(person: PersonRow): unknown[] {
  const { name, email, phone, nip, position, role, unit, regionalOffice, passwordHash, suspendedAt } = person;
  return [name, email, phone, nip, position, role, unit, regionalOffice, passwordHash, suspendedAt];
}
