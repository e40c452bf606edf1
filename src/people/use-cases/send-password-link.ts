import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Outbox } from '../../platform/mail/outbox.js';
import { Site } from '../../platform/security/access-guard.js';
import { hashSecret, newSecret } from '../../platform/text/tokens.js';
import { expiryOf, type LinkPurpose } from '../domain/lifetimes.js';
import { passwordMail, type MailedPurpose } from '../domain/password-mail.js';
import { PasswordLinkRepository } from '../storage/password-link-repository.js';
import type { PersonRow } from '../storage/person-repository.js';

/** Makes links for setting a password, and mails them. */
@Injectable()
export class SendPasswordLink {
  constructor(
    private readonly clock: Clock,
    private readonly site: Site,
    private readonly links: PasswordLinkRepository,
    private readonly outbox: Outbox,
  ) {}

  /** Mails a person a fresh link, in the open transaction. */
  async execute(purpose: MailedPurpose, person: PersonRow): Promise<void> {
    const { url, tokenHash } = await this.issue(purpose, person.id);
    await this.outbox.post({
      key: `password-link:${tokenHash}`,
      stream: null,
      to: { name: person.name, email: person.email },
      ...passwordMail(purpose, person.name, url),
    });
  }

  /** Stores a fresh link; only its hash is kept. */
  async issue(purpose: LinkPurpose, personId: string | null): Promise<{ url: string; tokenHash: string }> {
    const token = newSecret();
    const tokenHash = hashSecret(token);
    const createdAt = this.clock.now();
    await this.links.add({
      tokenHash,
      personId,
      purpose,
      createdAt,
      expiresAt: expiryOf(purpose, createdAt),
    });
    return { url: `${this.site.publicUrl}/sandi/${token}`, tokenHash };
  }
}
