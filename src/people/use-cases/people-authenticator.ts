import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Authenticator } from '../../platform/security/access-guard.js';
import type { Actor } from '../../platform/security/actor.js';
import { hashSecret } from '../../platform/text/tokens.js';
import { PeopleError } from '../domain/error-codes.js';
import { expiryOf, isUseToBeNoted } from '../domain/lifetimes.js';
import { CredentialRepository, type Credential } from '../storage/credential-repository.js';
import { PersonRepository } from '../storage/person-repository.js';

/** Tells who a session or API token belongs to; null when it is unknown, expired, revoked or its account suspended. */
@Injectable()
export class PeopleAuthenticator extends Authenticator {
  constructor(
    private readonly clock: Clock,
    private readonly credentials: CredentialRepository,
    private readonly people: PersonRepository,
  ) {
    super();
  }

  /** By a session's secret or an API token. */
  async byBearer(token: string): Promise<Actor | null> {
    const tokenHash = hashSecret(token);
    return this.noted(tokenHash, await this.credentials.findBearer(tokenHash, this.clock.now()));
  }

  async bySession(token: string): Promise<Actor | null> {
    const tokenHash = hashSecret(token);
    return this.noted(tokenHash, await this.credentials.findSession(tokenHash, this.clock.now()));
  }

  async nameOf(personId: string): Promise<string | null> {
    return (await this.people.find(personId))?.name ?? null;
  }

  private async noted(tokenHash: string, credential: Credential | null): Promise<Actor | null> {
    if (!credential) return null;
    const now = this.clock.now();
    if (credential.expiresAt <= now) throw new PeopleError('token-expired');
    if (isUseToBeNoted(credential.lastUsedAt, now)) {
      await (credential.kind === 'session'
        ? this.credentials.noteSessionUse(tokenHash, now, expiryOf('session', now))
        : this.credentials.noteTokenUse(tokenHash, now));
    }
    return { ...credential.actor, isByToken: credential.kind === 'api-token' };
  }
}
