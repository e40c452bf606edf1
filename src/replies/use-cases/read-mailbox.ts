import { setTimeout as pause } from 'node:timers/promises';
import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { ImapFlow } from 'imapflow';
import { Environment } from '../../../config/environment.js';
import { mustEncrypt } from '../../platform/mail/encryption.js';
import { MailboxPositionRepository } from '../storage/mailbox-position-repository.js';
import { mailboxOf } from '../domain/mailbox.js';
import { ReceiveMail } from './receive-mail.js';

/** Milliseconds before the first new try at a server that failed, doubled up to the last. */
const FIRST_RETRY = 1_000;
const LAST_RETRY = 300_000;
/** Octets of a mail that are read; an answer has a few thousand. */
const LONGEST = 10 * 1024 * 1024;

/**
 * Reads the mailbox of IMAP_URL as mail arrives (IDLE, RFC 2177), and every minute besides. Mails stay there as they
 * are: how far it was read is remembered by UID, and a mail met twice is taken in once.
 */
@Injectable()
export class ReadMailbox implements OnApplicationShutdown {
  /** Milliseconds between two looks at a mailbox whose server tells nothing by itself. */
  pollEvery = 60_000;

  private readonly logger = new Logger('replies');
  private readonly stop = new AbortController();
  private loop: Promise<void> | undefined;

  constructor(
    private readonly environment: Environment,
    private readonly positions: MailboxPositionRepository,
    private readonly receive: ReceiveMail,
  ) {}

  /** Goes on until shutdown, through failures of the server; without IMAP_URL it does nothing. */
  watch(): void {
    const { IMAP_URL: url } = this.environment;
    if (url) this.loop ??= this.keepReading(url);
  }

  async onApplicationShutdown(): Promise<void> {
    this.stop.abort();
    await this.loop;
  }

  private async keepReading(url: string): Promise<void> {
    let wait = FIRST_RETRY;
    while (!this.stop.signal.aborted) {
      try {
        await this.readWhileConnected(url, () => (wait = FIRST_RETRY));
      } catch (error) {
        this.logger.warn(`mailbox: ${error instanceof Error ? error.message : String(error)}`);
      }
      await this.sleep(wait);
      wait = Math.min(wait * 2, LAST_RETRY);
    }
  }

  private async readWhileConnected(url: string, onRead: () => void): Promise<void> {
    const { name, ...connection } = mailboxOf(url);
    // Without it a password goes out in clear to a server that does not offer STARTTLS, or whose offer was taken out.
    const doSTARTTLS = mustEncrypt(url) ? true : undefined;
    const client = new ImapFlow({ ...connection, doSTARTTLS, logger: false });
    const wake = wakeUp(client, this.stop.signal, this.pollEvery);
    try {
      await client.connect();
      await client.mailboxOpen(name, { readOnly: true });
      while (client.usable && !this.stop.signal.aborted) {
        const arrival = wake.next();
        await this.readNew(client, `${connection.auth.user}@${connection.host}/${name}`);
        onRead();
        void client.idle().catch(() => undefined); // the next command ends it
        await arrival;
      }
    } finally {
      await client.logout().catch(() => undefined);
      client.close();
    }
  }

  private async readNew(client: ImapFlow, mailbox: string): Promise<void> {
    const { mailbox: open } = client;
    if (!open) return;
    const last = await this.positions.lastUid(mailbox, open.uidValidity);
    const found = (await client.search({ uid: `${last + 1}:*` }, { uid: true })) || [];
    // `n:*` names the newest message even when its UID is below n (RFC 9051 section 9, seq-range).
    for (const uid of found.filter((each) => each > last).sort((one, other) => one - other)) {
      const message = await client.fetchOne(String(uid), { source: { maxLength: LONGEST } }, { uid: true });
      if (message && message.source) await this.take(message.source);
      await this.positions.advance(mailbox, open.uidValidity, uid);
    }
  }

  /** A mail that fails twice is kept for people to read, so that it never stands before the others. */
  private async take(source: Buffer): Promise<void> {
    try {
      await this.receive.execute(source).catch(() => this.receive.execute(source));
    } catch (error) {
      this.logger.error(error);
      await this.receive.keep(source);
    }
  }

  private async sleep(milliseconds: number): Promise<void> {
    await pause(milliseconds, undefined, { signal: this.stop.signal }).catch(() => undefined);
  }
}

/** Wakes at new mail, at the end of the connection, at shutdown, and after a while. */
function wakeUp(client: ImapFlow, stop: AbortSignal, pollEvery: number): { next(): Promise<void> } {
  let ring = (): void => undefined;
  const onEvent = (): void => ring();
  client.on('exists', onEvent);
  client.on('close', onEvent);
  client.on('error', onEvent); // without a listener an error would end the process
  stop.addEventListener('abort', onEvent);
  return {
    next: () =>
      new Promise((resolve) => {
        const timer = setTimeout(resolve, pollEvery).unref();
        ring = () => {
          clearTimeout(timer);
          resolve();
        };
        if (stop.aborted) ring();
      }),
  };
}
