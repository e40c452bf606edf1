import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { rolesWith } from '../../platform/security/capabilities.js';
import { organisationOfPerson } from '../../platform/security/organisation.js';

/** Where the head of an office is written to. */
export interface HeadAddress {
  name: string;
  email: string;
}

/** The most heads of one office that are written to: an office has one, and one who stands in. */
const MOST_HEADS = 2;

@Injectable()
export class HeadAddresses {
  constructor(private readonly database: Database) {}

  /** Heads with an account at an office or at the one into which it merged; else the office's own address. */
  async of(office: string): Promise<HeadAddress[]> {
    const heads = await this.database.query<HeadAddress>(
      `SELECT p.name, p.email FROM unit u JOIN person p ON ${organisationOfPerson('p')} IN (u.code, u.heir)
       WHERE u.code = $1 AND p.role = ANY ($2) AND p.suspended_at IS NULL
       ORDER BY p.created_at, p.id LIMIT ${MOST_HEADS}`,
      [office, rolesWith('press.approve')],
    );
    if (heads.length > 0) return heads;
    return this.database.query<HeadAddress>(
      `SELECT 'Kepala ' || u.name AS name, lower(u.email) AS email
       FROM unit u WHERE u.code = $1 AND u.email IS NOT NULL`,
      [office],
    );
  }
}
