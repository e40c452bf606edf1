import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { LINKS_KEPT, type LinkPurpose } from '../domain/lifetimes.js';

/** A link for setting a password; without a person it makes the first administrator. */
export interface PasswordLinkRow {
  tokenHash: string;
  personId: string | null;
  purpose: LinkPurpose;
  createdAt: Date;
  expiresAt: Date;
}

const COLUMNS = `token_hash AS "tokenHash", person_id AS "personId", purpose, created_at AS "createdAt",
  expires_at AS "expiresAt"`;
const LIVE = 'token_hash = $1 AND used_at IS NULL AND expires_at > $2';

@Injectable()
export class PasswordLinkRepository {
  constructor(private readonly database: Database) {}

  async add(link: PasswordLinkRow): Promise<void> {
    await this.database.query(
      'INSERT INTO password_link (token_hash, person_id, purpose, created_at, expires_at) VALUES ($1, $2, $3, $4, $5)',
      [link.tokenHash, link.personId, link.purpose, link.createdAt, link.expiresAt],
    );
  }

  /** A link that can still be used. */
  async findLive(tokenHash: string, now: Date): Promise<PasswordLinkRow | null> {
    const [row] = await this.database.query<PasswordLinkRow>(
      `SELECT ${COLUMNS} FROM password_link WHERE ${LIVE}`,
      [tokenHash, now],
    );
    return row ?? null;
  }

  /** Marks a link as used; false when somebody was faster or it has expired. */
  async use(tokenHash: string, now: Date): Promise<boolean> {
    const rows = await this.database.query(
      `WITH used AS (UPDATE password_link SET used_at = $2 WHERE ${LIVE} RETURNING token_hash)
       SELECT token_hash FROM used`,
      [tokenHash, now],
    );
    return rows.length > 0;
  }

  /** Whether a reset link was made for this person after the given instant. */
  async hasResetSince(personId: string, since: Date): Promise<boolean> {
    const rows = await this.database.query(
      `SELECT 1 FROM password_link WHERE person_id = $1 AND purpose = 'reset' AND created_at > $2 LIMIT 1`,
      [personId, since],
    );
    return rows.length > 0;
  }

  /** Ends the unused links of a person; they stay to be counted. */
  async endUnusedOf(personId: string, now: Date): Promise<void> {
    await this.database.query(
      'UPDATE password_link SET expires_at = $2 WHERE person_id = $1 AND used_at IS NULL AND expires_at > $2',
      [personId, now],
    );
  }

  /** When the links for a person were made after an instant, the latest first. */
  async madeSince(personId: string, since: Date): Promise<Date[]> {
    const rows = await this.database.query<{ at: Date }>(
      'SELECT created_at AS at FROM password_link WHERE person_id = $1 AND created_at > $2 ORDER BY created_at DESC',
      [personId, since],
    );
    return rows.map(({ at }) => at);
  }

  /** Drops the unused links for the first administrator. */
  async dropUnusedFirst(): Promise<void> {
    await this.database.query(
      `DELETE FROM password_link WHERE purpose = 'first-administrator' AND used_at IS NULL`,
    );
  }

  /** Making and using the first administrator's link happens one after the other until the transaction ends. */
  async lockFirst(): Promise<void> {
    await this.database.query(`SELECT pg_advisory_xact_lock(hashtextextended('first-administrator', 0))`);
  }

  async forgetExpired(now: Date): Promise<void> {
    await this.database.query('DELETE FROM password_link WHERE expires_at <= $1 AND created_at <= $2', [
      now,
      new Date(now.getTime() - LINKS_KEPT),
    ]);
  }
}
