import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { endsAt, eventsBetween, type AccessKind } from '../domain/access-ends.js';
import { AddressChangeRepository } from '../storage/address-change-repository.js';
import { CredentialRepository } from '../storage/credential-repository.js';
import { PasswordLinkRepository } from '../storage/password-link-repository.js';
import type { PersonRow } from '../storage/person-repository.js';
import { SignInFailureRepository } from '../storage/sign-in-failure-repository.js';

type End = (person: PersonRow) => Promise<void>;

/** Ways in that features above give people, and how each is ended in the open transaction. */
@Injectable()
export class OtherAccess {
  private readonly ends = new Map<AccessKind, End>();

  register(kind: 'feeds', end: (personId: string) => Promise<void>): void {
    this.ends.set(kind, ({ id }) => end(id));
  }

  of(kind: AccessKind): End {
    const end = this.ends.get(kind);
    if (!end) throw new Error(`nobody ends ${kind}`);
    return end;
  }
}

/** Ends what was made for an account as it was, in the transaction that changes it. */
@Injectable()
export class EndAccess {
  constructor(
    private readonly clock: Clock,
    private readonly credentials: CredentialRepository,
    private readonly links: PasswordLinkRepository,
    private readonly failures: SignInFailureRepository,
    private readonly addresses: AddressChangeRepository,
    private readonly other: OtherAccess,
  ) {}

  async execute(before: PersonRow, after: PersonRow): Promise<void> {
    const kinds = new Set(eventsBetween(before, after).flatMap((event) => endsAt[event]));
    for (const kind of kinds) await this.end(kind, before);
  }

  private async end(kind: AccessKind, person: PersonRow): Promise<void> {
    switch (kind) {
      case 'sessions':
        return this.credentials.endSessionsOf(person.id);
      case 'api-tokens':
        return this.credentials.revokeTokensOf(person.id, this.clock.now());
      case 'password-links':
        return this.links.endUnusedOf(person.id, this.clock.now());
      case 'sign-in-failures':
        return this.failures.forgetOf(person.email);
      case 'address-links':
        return this.addresses.endUnusedOf(person.id, this.clock.now());
      case 'feeds':
        return this.other.of(kind)(person);
    }
  }
}
