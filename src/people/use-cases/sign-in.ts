import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { hashSecret, newId, newSecret } from '../../platform/text/tokens.js';
import { PeopleError } from '../domain/error-codes.js';
import { expiryOf } from '../domain/lifetimes.js';
import { failuresForgottenUntil, mayTryAgain } from '../domain/sign-in-throttle.js';
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
   * An unknown address, a wrong password and a suspended account are one answer, after the same time.
   *
   * @returns the session's secret, of which only the hash is kept
   * @throws PeopleError `bad-credentials`, `too-many-tries`
   */
  async execute(address: string, password: string): Promise<{ token: string; personId: string }> {
    const email = address.trim().toLowerCase();
    const attempt = await this.countAsFailure(email);
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
      await this.failures.remove(attempt);
      await this.credentials.addSession(hashSecret(token), person.id, now, expiryOf('session', now));
    });
    return { token, personId: person.id };
  }

  /** Counts the try as failed before its outcome is known, so that tries at the same time cannot slip through. */
  private async countAsFailure(email: string): Promise<string> {
    const now = this.clock.now();
    const id = newId();
    await this.database.transaction(async () => {
      await this.failures.lock(email);
      const failed = await this.failures.countAfter(email, failuresForgottenUntil(now));
      if (!mayTryAgain(failed)) throw new PeopleError('too-many-tries');
      await this.failures.add(id, email, now);
    });
    return id;
  }
}
