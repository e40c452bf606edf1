import { setTimeout as pause } from 'node:timers/promises';
import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import type { ImapFlow } from 'imapflow';
import { Environment } from '../../../config/environment.js';
import { Clock } from '../../platform/clock/clock.js';
import { isInstantInRange } from '../../platform/text/date-range.js';
import { MailboxPositionRepository } from '../storage/mailbox-position-repository.js';
import { mailboxProblem } from '../domain/mailbox-problem.js';
import { mailboxKey } from '../domain/mailbox.js';
import { mailboxClient } from './mailbox-client.js';
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
    private readonly clock: Clock,
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
        this.logger.warn(`mailbox: ${mailboxProblem(error)}`);
      }
      await this.sleep(wait);
      wait = Math.min(wait * 2, LAST_RETRY);
    }
  }

  private async readWhileConnected(url: string, onRead: () => void): Promise<void> {
    const { client, access } = await mailboxClient(url);
    const wake = wakeUp(client, this.stop.signal, this.pollEvery);
    try {
      await client.connect();
      await client.mailboxOpen(access.name, { readOnly: true });
      while (client.usable && !this.stop.signal.aborted) {
        const arrival = wake.next();
        await this.readNew(client, mailboxKey(access));
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
    const query = { source: { maxLength: LONGEST }, internalDate: true };
    // `n:*` names the newest message even when its UID is below n (RFC 9051 section 9, seq-range).
    for (const uid of found.filter((each) => each > last).sort((one, other) => one - other)) {
      const message = await client.fetchOne(String(uid), query, { uid: true });
      if (message && message.source) await this.take(message.source, arrivalOf(message.internalDate));
      await this.positions.advance(mailbox, open.uidValidity, uid);
    }
    await this.positions.looked(mailbox, open.uidValidity, this.clock.now());
  }

  /** A mail that fails twice is kept for people to read, so that it never stands before the others. */
  private async take(source: Buffer, cameAt: Date | null): Promise<void> {
    try {
      await this.receive.execute(source, cameAt).catch(() => this.receive.execute(source, cameAt));
    } catch (error) {
      this.logger.error(error);
      await this.receive.keep(source);
    }
  }

  private async sleep(milliseconds: number): Promise<void> {
    await pause(milliseconds, undefined, { signal: this.stop.signal }).catch(() => undefined);
  }
}

/** When a mail reached the mailbox, as its server says (RFC 9051, INTERNALDATE); null where it says nothing that can be. */
function arrivalOf(said: Date | string | undefined): Date | null {
  const date = new Date(said ?? Number.NaN);
  return isInstantInRange(date) ? date : null;
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
