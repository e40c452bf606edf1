import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { failuresForgottenUntil } from '../domain/sign-in-throttle.js';
import { CredentialRepository } from '../storage/credential-repository.js';
import { PasswordLinkRepository } from '../storage/password-link-repository.js';
import { SignInFailureRepository } from '../storage/sign-in-failure-repository.js';

/** Drops sessions, links and failed tries that no longer count. */
@Injectable()
export class ForgetExpired {
  constructor(
    private readonly clock: Clock,
    private readonly credentials: CredentialRepository,
    private readonly links: PasswordLinkRepository,
    private readonly failures: SignInFailureRepository,
  ) {}

  async execute(): Promise<void> {
    const now = this.clock.now();
    await this.credentials.forgetExpiredSessions(now);
    await this.links.forgetExpired(now);
    await this.failures.forgetUntil(failuresForgottenUntil(now));
  }
}
