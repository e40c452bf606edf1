import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { RequestError } from '../../platform/http/request-error.js';
import type { Actor } from '../../platform/security/actor.js';
import { hashSecret, newId, newSecret } from '../../platform/text/tokens.js';
import { CredentialRepository } from '../storage/credential-repository.js';

/** A token that was just made; its secret is shown this once. */
export interface NewApiToken {
  id: string;
  name: string;
  token: string;
  createdAt: Date;
}

/** Makes and revokes the actor's own API tokens. */
@Injectable()
export class ApiTokens {
  constructor(
    private readonly clock: Clock,
    private readonly credentials: CredentialRepository,
  ) {}

  async issue(actor: Actor, name: string): Promise<NewApiToken> {
    const id = newId();
    const token = newSecret();
    const createdAt = this.clock.now();
    await this.credentials.addToken({
      id,
      personId: actor.personId,
      name,
      tokenHash: hashSecret(token),
      at: createdAt,
    });
    return { id, name, token, createdAt };
  }

  /** @throws RequestError `not-found` when the actor has no such live token */
  async revoke(actor: Actor, id: string): Promise<void> {
    const revoked = await this.credentials.revokeToken(id, actor.personId, this.clock.now());
    if (!revoked) throw new RequestError('not-found');
  }
}
