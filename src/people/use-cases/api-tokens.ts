import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { RequestError } from '../../platform/http/request-error.js';
import type { Actor } from '../../platform/security/actor.js';
import { hashSecret, newId, newSecret } from '../../platform/text/tokens.js';
import { PeopleError } from '../domain/error-codes.js';
import { MOST_TOKENS, tokenDays, tokenExpiry } from '../domain/lifetimes.js';
import { CredentialRepository } from '../storage/credential-repository.js';
import { PersonRepository } from '../storage/person-repository.js';

/** A token that was just made; its secret is shown this once. */
export interface NewApiToken {
  id: string;
  name: string;
  token: string;
  createdAt: Date;
  expiresAt: Date;
}

/** Makes and revokes API tokens: each person the own ones, administrators anybody's away. */
@Injectable()
export class ApiTokens {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly people: PersonRepository,
    private readonly credentials: CredentialRepository,
  ) {}

  /**
   * @param days how long it lives
   * @throws PeopleError `token-by-token`, `too-many-tokens`
   */
  async issue(actor: Actor, name: string, days: number = tokenDays.usual): Promise<NewApiToken> {
    if (actor.isByToken) throw new PeopleError('token-by-token');
    const id = newId();
    const token = newSecret();
    const createdAt = this.clock.now();
    const expiresAt = tokenExpiry(createdAt, days);
    await this.database.transaction(async () => {
      // Two at once would both find room.
      await this.people.lock(actor.personId);
      const live = await this.credentials.countTokensOf(actor.personId, createdAt);
      if (live >= MOST_TOKENS) throw new PeopleError('too-many-tokens');
      const { personId } = actor;
      await this.credentials.addToken({
        id,
        personId,
        name,
        tokenHash: hashSecret(token),
        at: createdAt,
        expiresAt,
      });
    });
    return { id, name, token, createdAt, expiresAt };
  }

  /** @throws RequestError `not-found` when the person has no such live token */
  async revoke(personId: string, id: string): Promise<void> {
    const revoked = await this.credentials.revokeToken(id, personId, this.clock.now());
    if (!revoked) throw new RequestError('not-found');
  }
}
