import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { Environment } from '../../../config/environment.js';
import { newId } from '../text/tokens.js';
import { JudgeDeliveries } from './judge-deliveries.js';
import type { ClaimedMail } from './claimed-mail.js';
import { DeliveryLanes } from './lanes.js';
import { MailQueue } from './mail-queue.js';
import { MailTransport } from './mail-transport.js';

/** More mails than a minute holds. */
const UNLIMITED = 1_000_000_000;

/** Milliseconds between renewals of the claims. */
const RENEW_EVERY = 5_000;

/** Fewest and most mails of one claim; it grows while claims are worked fast and shrinks while they are not. */
const CLAIM = { fewest: 5, first: 20, most: 200, fastMs: 500, slowMs: 2_000 } as const;

/** Looks in vain, and milliseconds between them, before a run lets the mails under way end without it. */
const PATIENCE = { looks: 20, ms: 250 } as const;

/** Milliseconds that a process which ends gives the mails under way. */
const LAST_PATIENCE = 10_000;

/** Sent mails that may wait for their mark before the next one is sent. */
const MOST_UNMARKED = 50;

/** Tries to mark mails as sent while the database is away, and milliseconds between them. */
const MARKING = { tries: 120, ms: 500 } as const;

/** Mails that one transaction claimed, how often marks had been made before, and whether it took as many as it may. */
interface Claim {
  mails: readonly ClaimedMail[];
  marked: number;
  isFull: boolean;
}

const idsOf = ({ mails }: Claim): string[] => mails.map(({ id }) => id);

const after = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Sends what waits in the outbox. Any number of processes may do so at once. */
@Injectable()
export class DeliverMails implements BeforeApplicationShutdown {
  private readonly logger = new Logger('mail');
  /** By this name the process holds its claims. */
  private readonly holder = newId();
  private readonly lanes: DeliveryLanes;
  private running: Promise<void> | undefined;
  private renewal: NodeJS.Timeout | undefined;
  private marking: Promise<void> | undefined;
  private unmarked: string[] = [];
  /** How often a mark was made; it only grows. */
  private marked = 0;
  private claimSize: number = CLAIM.first;
  /** What was claimed while the mails before it were sent. */
  private ahead: Promise<Claim> | undefined;
  /** What this run has found not to work. */
  private serverIsOut = false;
  private blockedDomains = new Set<string>();
  private stopping = false;

  constructor(
    private readonly queue: MailQueue,
    private readonly judge: JudgeDeliveries,
    private readonly transport: MailTransport,
    private readonly environment: Environment,
  ) {
    this.lanes = new DeliveryLanes(transport.lanes);
  }

  /**
   * Works all mails that are due, several at once: claimed in one transaction, sent outside any, marked in another. A
   * process killed before a mark has the mail sent again with the same Message-ID once the claim has ended. A fault
   * of the server ends the run. Calls during a run join it. It does not wait for mails that hang.
   */
  async execute(): Promise<void> {
    if (this.stopping) return;
    this.running ??= this.run().finally(() => (this.running = undefined));
    await this.running;
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopping = true;
    this.lanes.ring();
    const ended = (this.running ?? Promise.resolve()).catch(() => undefined).then(() => this.allEnded());
    await Promise.race([ended, after(LAST_PATIENCE)]);
    clearInterval(this.renewal);
  }

  private async run(): Promise<void> {
    this.serverIsOut = false;
    this.blockedDomains = new Set();
    this.keepClaims();
    try {
      await this.workAll();
    } finally {
      await this.giveBack();
    }
    if (this.lanes.isIdle || this.isOver) await this.allEnded();
  }

  private async workAll(): Promise<void> {
    let looksInVain = 0;
    while (!this.isOver && looksInVain < PATIENCE.looks) {
      const { mails, marked, isFull } = await this.nextClaim();
      // Where more wait, they are claimed while these are sent, so that no connection waits for the database.
      if (isFull) this.claimAhead();
      if (mails.length > 0) await this.work(mails);
      else if (this.marking) await this.marking;
      else if (!this.lanes.isIdle) await Promise.race([this.lanes.change(), after(PATIENCE.ms)]);
      // A mail that was marked since the claim may have let the next of its stream go.
      else if (marked === this.marked) break;
      looksInVain = mails.length > 0 || marked !== this.marked ? 0 : looksInVain + 1;
    }
  }

  private nextClaim(): Promise<Claim> {
    const claim = this.ahead ?? this.claim();
    this.ahead = undefined;
    return claim;
  }

  private claimAhead(): void {
    this.ahead = this.claim();
    // Whoever takes it hears of its failure.
    this.ahead.catch(() => undefined);
  }

  private async claim(): Promise<Claim> {
    const { marked, claimSize } = this;
    const mails = await this.queue.claim(this.holder, claimSize, this.mostPerMinute());
    return { mails, marked, isFull: mails.length === claimSize };
  }

  /** Gives back what was claimed ahead and is not sent any more. */
  private async giveBack(): Promise<void> {
    const { ahead } = this;
    this.ahead = undefined;
    if (ahead) await ahead.then((claim) => this.queue.release(this.holder, idsOf(claim))).catch(this.log);
  }

  private async work(mails: readonly ClaimedMail[]): Promise<void> {
    const untried: string[] = [];
    const started = performance.now();
    for (const mail of mails) {
      while (this.lanes.isFull && !this.isOver) await this.lanes.change();
      if (this.isOver || this.blockedDomains.has(mail.domain)) untried.push(mail.id);
      else this.lanes.run(() => this.deliver(mail));
    }
    await this.queue.release(this.holder, untried);
    const took = performance.now() - started;
    if (took < CLAIM.fastMs) this.claimSize = Math.min(CLAIM.most, this.claimSize * 2);
    else if (took > CLAIM.slowMs) this.claimSize = Math.max(CLAIM.fewest, Math.floor(this.claimSize / 2));
  }

  private async deliver(mail: ClaimedMail): Promise<void> {
    try {
      await this.transport.send(mail);
    } catch (error) {
      if (this.stopping && this.judge.isByShutdown(error)) await this.queue.release(this.holder, [mail.id]);
      else await this.failed(mail, error).catch(this.log);
      return;
    }
    this.judge.onSent();
    this.unmarked.push(mail.id);
    this.marking ??= this.markSent().finally(() => (this.marking = undefined));
    if (this.unmarked.length > MOST_UNMARKED) await this.marking;
  }

  private async failed(mail: ClaimedMail, error: unknown): Promise<void> {
    const verdict = await this.judge.execute(this.holder, mail, error);
    this.marked++;
    if (verdict === 'server-out') this.serverIsOut = true;
    if (verdict === 'domain-out') this.blockedDomains.add(mail.domain);
  }

  /** Marks what was sent, many with one statement; while the database is away it tries on, lest they are sent twice. */
  private async markSent(): Promise<void> {
    for (let tries = 1; this.unmarked.length > 0;) {
      const mails = [...this.unmarked];
      try {
        const isCounted = this.mostPerMinute() < UNLIMITED;
        const { leavesTheHouse } = this.transport;
        this.judge.onEnded(await this.queue.markSent(this.holder, mails, leavesTheHouse, isCounted));
        this.unmarked = this.unmarked.slice(mails.length);
        this.marked++;
      } catch (error) {
        this.log(error);
        if (tries++ >= MARKING.tries) this.unmarked = this.unmarked.slice(mails.length);
        else await after(MARKING.ms);
      }
    }
  }

  private async allEnded(): Promise<void> {
    while (!this.lanes.isIdle) await this.lanes.change();
    await this.marking;
  }

  /** Renews the claims for as long as mails are under way, also those that outlast the run. */
  private keepClaims(): void {
    this.renewal ??= setInterval(() => {
      if (this.running || !this.lanes.isIdle) {
        this.queue.renew(this.holder).catch(this.log);
      } else {
        clearInterval(this.renewal);
        this.renewal = undefined;
      }
    }, RENEW_EVERY).unref();
  }

  private get isOver(): boolean {
    return this.stopping || this.serverIsOut;
  }

  /** A folder takes any number. */
  private mostPerMinute(): number {
    const { MAIL_RATE } = this.environment;
    return !this.transport.leavesTheHouse || MAIL_RATE === 0 ? UNLIMITED : MAIL_RATE;
  }

  private readonly log = (error: unknown): void => {
    this.logger.error(error);
  };
}
