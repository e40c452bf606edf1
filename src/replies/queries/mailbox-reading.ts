import { Injectable } from '@nestjs/common';
import { Environment } from '../../../config/environment.js';
import { mailboxKey, mailboxOf } from '../domain/mailbox.js';
import { MailboxPositionRepository } from '../storage/mailbox-position-repository.js';

/** How far the mailbox of IMAP_URL was read. */
export interface Reading {
  /** When it was last looked through; null for never. */
  lookedAt: Date | null;
  /** UID of the last mail that was read (RFC 9051); 0 for none. */
  lastUid: number;
}

/** How far the mailbox that answers come to was read. */
@Injectable()
export class MailboxReading {
  constructor(
    private readonly environment: Environment,
    private readonly positions: MailboxPositionRepository,
  ) {}

  /** @returns null where no mailbox is set */
  async execute(): Promise<Reading | null> {
    const { IMAP_URL: url } = this.environment;
    if (!url) return null;
    const look = await this.positions.lastLook(mailboxKey(mailboxOf(url)));
    return { lookedAt: look?.lookedAt ?? null, lastUid: Number(look?.lastUid ?? 0) };
  }
}
