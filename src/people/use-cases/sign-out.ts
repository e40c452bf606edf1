import { Injectable } from '@nestjs/common';
import { hashSecret } from '../../platform/text/tokens.js';
import { CredentialRepository } from '../storage/credential-repository.js';

/** Ends one session; a secret that is none changes nothing. */
@Injectable()
export class SignOut {
  constructor(private readonly credentials: CredentialRepository) {}

  async execute(token: string): Promise<void> {
    await this.credentials.endSession(hashSecret(token));
  }
}
