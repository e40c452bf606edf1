import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { IsNull, LessThanOrEqual, MoreThan } from 'typeorm';
import { Database } from '../../platform/database/database.js';
import type { Rows } from '../../platform/database/rows.js';
import type { Actor } from '../../platform/security/actor.js';
import { NATIONAL_ZONE } from '../../platform/text/zones.js';
import { ApiTokenEntity } from './api-token.entity.js';
import { SessionEntity } from './session.entity.js';

/** What a session or API token proves: who acts, and when it was last noted. */
export interface Credential {
  kind: 'session' | 'api-token';
  lastUsedAt: Date | null;
  /** When it ends; an API token is found for a while after, so that its owner can be told. */
  expiresAt: Date;
  actor: Actor;
}

/** An API token as it is made. */
interface NewToken extends Pick<ApiTokenEntity, 'id' | 'personId' | 'name' | 'tokenHash' | 'expiresAt'> {
  at: Date;
}

type CredentialRow = Actor & Omit<Credential, 'actor'>;

const SESSION = `SELECT 'session' AS kind, person_id, last_used_at, expires_at FROM session
  WHERE token_hash = $1 AND expires_at > $2`;
const API_TOKEN = `SELECT 'api-token' AS kind, person_id, last_used_at, expires_at FROM api_token
  WHERE token_hash = $1 AND revoked_at IS NULL`;

const actorBy = (credentials: string): string => `
  SELECT credential.kind, credential.last_used_at AS "lastUsedAt", credential.expires_at AS "expiresAt", person.id AS "personId", person.name,
    person.email, person.role, person.unit,
    ARRAY(SELECT m.code FROM unit m WHERE m.heir = person.unit AND m.code <> person.unit ORDER BY m.code) AS inherited,
    coalesce(person.regional_office, unit.regional_office) AS "regionalOffice",
    coalesce(unit.name, office.short_name) AS "placeName",
    coalesce(unit.time_zone, office.time_zone, '${NATIONAL_ZONE}') AS "timeZone"
  FROM (${credentials}) credential
  JOIN person ON person.id = credential.person_id AND person.suspended_at IS NULL
  LEFT JOIN unit ON unit.code = person.unit
  LEFT JOIN regional_office office ON office.code = person.regional_office`;

const BY_SESSION = actorBy(SESSION);
const BY_BEARER = actorBy(`${SESSION} UNION ALL ${API_TOKEN}`);

/** Sessions and API tokens, by the hash of their secret. */
@Injectable()
export class CredentialRepository {
  constructor(
    private readonly database: Database,
    @InjectRepository(SessionEntity) private readonly sessions: Rows<SessionEntity>,
    @InjectRepository(ApiTokenEntity) private readonly tokens: Rows<ApiTokenEntity>,
  ) {}

  /** A live session of an account that is not suspended. */
  async findSession(tokenHash: string, now: Date): Promise<Credential | null> {
    return this.find(BY_SESSION, tokenHash, now);
  }

  /** A live session, or an API token that nobody revoked, of an account that is not suspended. */
  async findBearer(tokenHash: string, now: Date): Promise<Credential | null> {
    return this.find(BY_BEARER, tokenHash, now);
  }

  addSession(tokenHash: string, personId: string, now: Date, expiresAt: Date): Promise<void> {
    return this.sessions.insert({ tokenHash, personId, createdAt: now, expiresAt, lastUsedAt: now });
  }

  async noteSessionUse(tokenHash: string, now: Date, expiresAt: Date): Promise<void> {
    await this.sessions.update({ tokenHash }, { lastUsedAt: now, expiresAt });
  }

  async noteTokenUse(tokenHash: string, now: Date): Promise<void> {
    await this.tokens.update({ tokenHash }, { lastUsedAt: now });
  }

  async endSession(tokenHash: string): Promise<void> {
    await this.sessions.delete({ tokenHash });
  }

  async endSessionsOf(personId: string): Promise<void> {
    await this.sessions.delete({ personId });
  }

  async addToken({ at, ...token }: NewToken): Promise<void> {
    await this.tokens.insert({ ...token, createdAt: at });
  }

  /** Revokes a live token of this person; false when there is none. */
  async revokeToken(id: string, personId: string, now: Date): Promise<boolean> {
    return (await this.tokens.update({ id, personId, revokedAt: IsNull() }, { revokedAt: now })) > 0;
  }

  /** How many live tokens a person has. */
  countTokensOf(personId: string, now: Date): Promise<number> {
    return this.tokens.count({ personId, revokedAt: IsNull(), expiresAt: MoreThan(now) });
  }

  async revokeTokensOf(personId: string, now: Date): Promise<void> {
    await this.tokens.update({ personId, revokedAt: IsNull() }, { revokedAt: now });
  }

  async forgetExpiredSessions(now: Date): Promise<void> {
    await this.sessions.delete({ expiresAt: LessThanOrEqual(now) });
  }

  private async find(sql: string, tokenHash: string, now: Date): Promise<Credential | null> {
    const [row] = await this.database.query<CredentialRow>(sql, [tokenHash, now]);
    if (!row) return null;
    const { kind, lastUsedAt, expiresAt, ...actor } = row;
    return { kind, lastUsedAt, expiresAt, actor };
  }
}
