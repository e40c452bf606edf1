import { Injectable } from '@nestjs/common';
import { Environment } from '../../../config/environment.js';
import { Clock } from '../../platform/clock/clock.js';
import { Outbox } from '../../platform/mail/outbox.js';
import { Site } from '../../platform/security/access-guard.js';
import { hashSecret, newSecret } from '../../platform/text/tokens.js';
import { PeopleError } from '../domain/error-codes.js';
import { expiryOf, LINKS_KEPT, waitForLink, type LinkPurpose } from '../domain/lifetimes.js';
import { roleNames } from '../domain/account-words.js';
import { passwordMail, type Inviter, type MailedPurpose } from '../domain/password-mail.js';
import { Colleagues } from '../queries/colleagues.js';
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
    private readonly colleagues: Colleagues,
    private readonly environment: Environment,
  ) {}

  /**
   * Mails a person a fresh link, in the open transaction; the earlier ones end.
   *
   * @param by name of who invites; null for a link that is no invitation
   * @throws PeopleError `too-many-links` with the seconds to wait
   */
  async execute(purpose: MailedPurpose, person: PersonRow, by: string | null = null): Promise<void> {
    const now = this.clock.now();
    const made = await this.links.madeSince(person.id, new Date(now.getTime() - LINKS_KEPT));
    const wait = waitForLink(made, now);
    if (wait > 0) throw new PeopleError('too-many-links', { retryAfter: Math.ceil(wait / 1000) });
    await this.links.endUnusedOf(person.id, now);
    const { url, tokenHash } = await this.issue(purpose, person.id);
    await this.outbox.post({
      key: `password-link:${tokenHash}`,
      stream: null,
      to: { name: person.name, email: person.email },
      ...passwordMail(purpose, person.name, url, by === null ? null : await this.inviter(person, by)),
    });
  }

  private async inviter(person: PersonRow, by: string): Promise<Inviter> {
    const place = await this.colleagues.placeName(person);
    return { by, role: roleNames[person.role], place, operator: this.environment.OPERATOR };
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
