import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import type { Candidate, SweepRange } from '../../platform/jobs/sweep.js';
import { failuresForgottenUntil } from '../domain/sign-in-throttle.js';
import { AddressChangeRepository } from '../storage/address-change-repository.js';
import { CredentialRepository } from '../storage/credential-repository.js';
import { PasswordLinkRepository } from '../storage/password-link-repository.js';
import { SignInFailureRepository } from '../storage/sign-in-failure-repository.js';

/** Drops sessions, links and failed tries that no longer count; each kind is an item, deleted by one statement. */
@Injectable()
export class ForgetExpired {
  constructor(
    private readonly clock: Clock,
    private readonly credentials: CredentialRepository,
    private readonly links: PasswordLinkRepository,
    private readonly failures: SignInFailureRepository,
    private readonly addresses: AddressChangeRepository,
  ) {}

  find({ after, only }: SweepRange): Promise<Candidate[]> {
    const kinds = Object.keys(this.kinds).sort();
    const wanted = kinds.filter(
      (kind) => (after === null || kind > after) && (only === null || kind === only),
    );
    return Promise.resolve(wanted.map((key) => ({ key, due: () => [] })));
  }

  async one(kind: string): Promise<void> {
    await this.kinds[kind]?.(this.clock.now());
  }

  private readonly kinds: Readonly<Record<string, (now: Date) => Promise<void>>> = {
    'address-links': (now) => this.addresses.forgetExpired(now),
    'failed-tries': (now) => this.failures.forgetUntil(failuresForgottenUntil(now)),
    'password-links': (now) => this.links.forgetExpired(now),
    sessions: (now) => this.credentials.forgetExpiredSessions(now),
  };
}
