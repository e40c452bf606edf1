import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import { AddressFaults } from './address-faults.js';
import type { ClaimedMail } from './claimed-mail.js';
import { judgeFate, type MailFate } from './mail-fate.js';
import { BLOCKING, MailOutages, SERVER_SCOPE } from './mail-outages.js';
import { MailQueue } from './mail-queue.js';
import { afterFailure } from './retry.js';
import { reasonOf, smtpFailure } from './smtp-failure.js';

/** What a failed mail tells of those behind it: nothing, or that its domain or the server has none of them now. */
type Verdict = 'its-own' | 'domain-out' | 'server-out';

/** Mails in a row none of which got through, after which it is the server and no longer the mails. */
const TAKES_NONE = 10;

/** Minutes until a server that takes none is asked again: longer where each time may make a second copy. */
const ASK_AGAIN = { fault: 1, doubt: 15 } as const;

/** Decides what becomes of a mail that failed, and what is known of the server and of its domain by that. */
@Injectable()
export class JudgeDeliveries {
  private readonly logger = new Logger('mail');
  private withoutLuck = 0;

  constructor(
    private readonly queue: MailQueue,
    private readonly outages: MailOutages,
    private readonly faults: AddressFaults,
    private readonly clock: Clock,
  ) {}

  onSent(): void {
    this.withoutLuck = 0;
  }

  /** @param scopes the outages that are over */
  onEnded(scopes: readonly string[]): void {
    for (const scope of scopes)
      this.logger.log(scope === SERVER_SCOPE ? 'the mail server works again' : `${scope} takes mail again`);
  }

  /** Whether the error only says that this process has closed its connections. */
  isByShutdown(error: unknown): boolean {
    const { code, reply } = smtpFailure(error);
    return code === null && reply === null;
  }

  async execute(holder: string, mail: ClaimedMail, error: unknown): Promise<Verdict> {
    const fate = judgeFate(error);
    const reason = reasonOf(error);
    const verdict = await this.verdict(fate, mail, reason);
    // Of a server that takes none a mail only learns that it has to wait; that it may have arrived stays true.
    const own = verdict === 'server-out' && fate !== 'in-doubt' ? 'server-fault' : fate;
    const next = afterFailure(own, mail, this.clock.now());
    await this.queue.markFailed(holder, mail.id, next, { fate: own, reason });
    if (own === 'address-dead') await this.faults.mark(mail.to.email, reason);
    if (verdict === 'its-own') {
      const what = next.state === 'failed' ? 'given up' : `next try ${next.nextTryAt.toISOString()}`;
      this.logger.warn(`mail ${mail.id}: ${fate}: ${what}: ${reason}`);
    }
    if (verdict === 'server-out') await this.outages.giveUpThoseThatWaitedEnough();
    return verdict;
  }

  private async verdict(fate: MailFate, { domain }: ClaimedMail, reason: string): Promise<Verdict> {
    if (fate === 'server-fault') return this.serverOut('fault', ASK_AGAIN.fault, reason);
    if (await this.outages.endFaultOfServer()) this.onEnded([SERVER_SCOPE]);
    if (fate === 'refused' || fate === 'address-dead') return 'its-own';
    const refusals = fate === 'sender-blocked' ? await this.outages.noteBlocking(domain, reason) : 0;
    if (refusals === 1) this.logger.warn(`${domain} does not take mail from us: ${reason}`);
    if (refusals <= BLOCKING) this.withoutLuck++;
    if (this.withoutLuck >= TAKES_NONE || (await this.outages.takesNone()))
      return this.serverOut('takes-none', fate === 'in-doubt' ? ASK_AGAIN.doubt : ASK_AGAIN.fault, reason);
    return refusals >= BLOCKING ? 'domain-out' : 'its-own';
  }

  private async serverOut(cause: 'fault' | 'takes-none', minutes: number, words: string): Promise<Verdict> {
    this.withoutLuck = 0;
    if (await this.outages.beginOfServer(cause, minutes, words))
      this.logger.warn(`the mail server cannot be used; mails wait and it is asked again: ${words}`);
    return 'server-out';
  }
}
