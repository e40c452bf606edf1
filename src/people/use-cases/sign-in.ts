import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { comparableEmail } from '../../platform/text/emails.js';
import { hashSecret, newId, newSecret } from '../../platform/text/tokens.js';
import { PeopleError } from '../domain/error-codes.js';
import { expiryOf } from '../domain/lifetimes.js';
import { failuresForgottenUntil, waitLeft } from '../domain/sign-in-throttle.js';
import { CredentialRepository } from '../storage/credential-repository.js';
import { PersonRepository } from '../storage/person-repository.js';
import { SignInFailureRepository } from '../storage/sign-in-failure-repository.js';
import { Passwords } from './passwords.js';

/** Opens a session for an address and its password. */
@Injectable()
export class SignIn {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly people: PersonRepository,
    private readonly credentials: CredentialRepository,
    private readonly failures: SignInFailureRepository,
    private readonly passwords: Passwords,
  ) {}

  /**
   * An unknown address, a wrong password and a suspended account are one answer, after the same time. Failures count
   * by address and network, so that nobody elsewhere keeps the owner out.
   *
   * @param network where the try comes from
   * @returns the session's secret, of which only the hash is kept
   * @throws PeopleError `bad-credentials`, `too-many-tries`
   */
  async execute(
    address: string,
    password: string,
    network: string,
  ): Promise<{ token: string; personId: string }> {
    const email = comparableEmail(address);
    const counted = await this.countAsFailure(email, network);
    try {
      return await this.open(email, password, network);
    } catch (error) {
      // What failed for a fault of ours is no try of theirs.
      if (!(error instanceof PeopleError)) await this.failures.forget(counted).catch(() => undefined);
      throw error;
    }
  }

  private async open(
    email: string,
    password: string,
    network: string,
  ): Promise<{ token: string; personId: string }> {
    const person = await this.people.findByEmail(email);
    const isRight = await this.passwords.matches(password, person?.passwordHash ?? null);
    if (!isRight || !person || person.suspendedAt) throw new PeopleError('bad-credentials');
    const token = newSecret();
    const now = this.clock.now();
    await this.database.transaction(async () => {
      // A suspension or a new password in the meantime counts: the row is read again under its lock.
      const current = await this.people.lock(person.id);
      if (!current || current.suspendedAt || current.passwordHash !== person.passwordHash) {
        throw new PeopleError('bad-credentials');
      }
      await this.failures.forgetFrom(email, network);
      await this.credentials.addSession(hashSecret(token), person.id, now, expiryOf('session', now));
    });
    return { token, personId: person.id };
  }

  /**
   * Counts the try as failed before its outcome is known, so that tries at the same time cannot slip through.
   *
   * @returns id of what was counted
   */
  private async countAsFailure(email: string, network: string): Promise<string> {
    const now = this.clock.now();
    const id = newId();
    await this.database.transaction(async () => {
      await this.failures.lock(email, network);
      const { count, lastAt } = await this.failures.countAfter(email, network, failuresForgottenUntil(now));
      const wait = waitLeft(count, lastAt, now);
      if (wait > 0) throw new PeopleError('too-many-tries', { retryAfter: Math.ceil(wait / 1000) });
      await this.failures.add(id, email, network, now);
    });
    return id;
  }
}
