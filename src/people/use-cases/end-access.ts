import { Injectable } from '@nestjs/common';
import { CredentialRepository } from '../storage/credential-repository.js';
import { PasswordLinkRepository } from '../storage/password-link-repository.js';
import type { PersonRow } from '../storage/person-repository.js';
import { SignInFailureRepository } from '../storage/sign-in-failure-repository.js';

/** Ends all sessions and unused links of a person, and forgets the failed tries: after a new password or a suspension. */
@Injectable()
export class EndAccess {
  constructor(
    private readonly credentials: CredentialRepository,
    private readonly links: PasswordLinkRepository,
    private readonly failures: SignInFailureRepository,
  ) {}

  async execute({ id, email }: PersonRow): Promise<void> {
    await this.credentials.endSessionsOf(id);
    await this.links.dropUnusedOf(id);
    await this.failures.forgetOf(email);
  }
}
