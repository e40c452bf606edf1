import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Actor } from '../../platform/security/actor.js';

/** What a session or API token proves: who acts, and when it was last noted. */
export interface Credential {
  kind: 'session' | 'api-token';
  lastUsedAt: Date | null;
  /** When it ends; an API token is found for a while after, so that its owner can be told. */
  expiresAt: Date;
  actor: Actor;
}

type CredentialRow = Actor & Omit<Credential, 'actor'>;

const SESSION = `SELECT 'session' AS kind, person_id, last_used_at, expires_at FROM session
  WHERE token_hash = $1 AND expires_at > $2`;
const API_TOKEN = `SELECT 'api-token' AS kind, person_id, last_used_at, expires_at FROM api_token
  WHERE token_hash = $1 AND revoked_at IS NULL`;

const actorBy = (credentials: string): string => `
  SELECT credential.kind, credential.last_used_at AS "lastUsedAt", credential.expires_at AS "expiresAt", person.id AS "personId", person.name,
    person.email, person.role, person.unit,
    coalesce(person.regional_office, unit.regional_office) AS "regionalOffice",
    coalesce(unit.name, office.short_name) AS "placeName",
    coalesce(unit.time_zone, office.time_zone, 'Asia/Jakarta') AS "timeZone"
  FROM (${credentials}) credential
  JOIN person ON person.id = credential.person_id AND person.suspended_at IS NULL
  LEFT JOIN unit ON unit.code = person.unit
  LEFT JOIN regional_office office ON office.code = person.regional_office`;

const BY_SESSION = actorBy(SESSION);
const BY_BEARER = actorBy(`${SESSION} UNION ALL ${API_TOKEN}`);

/** Sessions and API tokens, by the hash of their secret. */
@Injectable()
export class CredentialRepository {
  constructor(private readonly database: Database) {}

  /** A live session of an account that is not suspended. */
  async findSession(tokenHash: string, now: Date): Promise<Credential | null> {
    return this.find(BY_SESSION, tokenHash, now);
  }

  /** A live session, or an API token that nobody revoked, of an account that is not suspended. */
  async findBearer(tokenHash: string, now: Date): Promise<Credential | null> {
    return this.find(BY_BEARER, tokenHash, now);
  }

  async addSession(tokenHash: string, personId: string, now: Date, expiresAt: Date): Promise<void> {
    await this.database.query(
      `INSERT INTO session (token_hash, person_id, created_at, expires_at, last_used_at) VALUES ($1, $2, $3, $4, $3)`,
      [tokenHash, personId, now, expiresAt],
    );
  }

  async noteSessionUse(tokenHash: string, now: Date, expiresAt: Date): Promise<void> {
    await this.database.query('UPDATE session SET last_used_at = $2, expires_at = $3 WHERE token_hash = $1', [
      tokenHash,
      now,
      expiresAt,
    ]);
  }

  async noteTokenUse(tokenHash: string, now: Date): Promise<void> {
    await this.database.query('UPDATE api_token SET last_used_at = $2 WHERE token_hash = $1', [
      tokenHash,
      now,
    ]);
  }

  async endSession(tokenHash: string): Promise<void> {
    await this.database.query('DELETE FROM session WHERE token_hash = $1', [tokenHash]);
  }

  async endSessionsOf(personId: string): Promise<void> {
    await this.database.query('DELETE FROM session WHERE person_id = $1', [personId]);
  }

  async addToken(token: {
    id: string;
    personId: string;
    name: string;
    tokenHash: string;
    at: Date;
    expiresAt: Date;
  }): Promise<void> {
    await this.database.query(
      `INSERT INTO api_token (id, person_id, name, token_hash, created_at, expires_at)
       VALUES ($1, $2, $3, $4, $5, $6)`,
      [token.id, token.personId, token.name, token.tokenHash, token.at, token.expiresAt],
    );
  }

  /** Revokes a live token of this person; false when there is none. */
  async revokeToken(id: string, personId: string, now: Date): Promise<boolean> {
    const rows = await this.database.query(
      `WITH revoked AS (
         UPDATE api_token SET revoked_at = $3 WHERE id = $1 AND person_id = $2 AND revoked_at IS NULL RETURNING id
       ) SELECT id FROM revoked`,
      [id, personId, now],
    );
    return rows.length > 0;
  }

  /** How many live tokens a person has. */
  async countTokensOf(personId: string, now: Date): Promise<number> {
    const [row] = await this.database.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM api_token
       WHERE person_id = $1 AND revoked_at IS NULL AND expires_at > $2`,
      [personId, now],
    );
    return row?.count ?? 0;
  }

  async revokeTokensOf(personId: string, now: Date): Promise<void> {
    await this.database.query(
      'UPDATE api_token SET revoked_at = $2 WHERE person_id = $1 AND revoked_at IS NULL',
      [personId, now],
    );
  }

  async forgetExpiredSessions(now: Date): Promise<void> {
    await this.database.query('DELETE FROM session WHERE expires_at <= $1', [now]);
  }

  private async find(sql: string, tokenHash: string, now: Date): Promise<Credential | null> {
    const [row] = await this.database.query<CredentialRow>(sql, [tokenHash, now]);
    if (!row) return null;
    const { kind, lastUsedAt, expiresAt, ...actor } = row;
    return { kind, lastUsedAt, expiresAt, actor };
  }
}
