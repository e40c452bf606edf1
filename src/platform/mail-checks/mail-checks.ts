import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import { JobQueue } from '../jobs/job-queue.js';
import { headerText } from '../mail/header-text.js';
import { reasonOf } from '../mail/smtp-failure.js';
import type { MailCheckName, MailCheckState } from './check-states.js';
import { DomainProbes } from './domain-probes.js';
import { findingWords, logLine, stateOf } from './findings.js';
import { MailCheckRepository } from './mail-check-repository.js';
import type { Found, MailProbe } from './mail-probe.js';
import { SmtpProbe } from './smtp-probe.js';

export const CHECK_MAIL = 'mail.check';

/** What a check found last, in words of our own. */
export interface MailCheck {
  name: MailCheckName;
  state: MailCheckState;
  /** In Indonesian. */
  words: string;
  /** What the other side said or publishes; '' for nothing. */
  detail: string;
  since: Date;
  checkedAt: Date;
  /** When it was last found well; null for never. */
  goodAt: Date | null;
}

/** Whether mail can be sent and read: looked at when a process begins to work, each hour, and when somebody asks. */
@Injectable()
export class MailChecks {
  private readonly logger = new Logger('mail');
  private readonly probes: MailProbe[];

  constructor(
    private readonly found: MailCheckRepository,
    private readonly queue: JobQueue,
    private readonly clock: Clock,
    smtp: SmtpProbe,
    domain: DomainProbes,
  ) {
    this.probes = [smtp, ...domain.all()];
  }

  /** Adds what a feature knows how to look at. */
  register(probe: MailProbe): void {
    this.probes.push(probe);
  }

  /** Has all looked at soon by a process that works jobs. @param atStart tells in the log what was so before, too */
  async ask(atStart = false): Promise<void> {
    await this.queue.send(CHECK_MAIL, { atStart });
  }

  /** Looks at all, side by side, and logs what is not well: at the start, and when it comes to be so. */
  async execute(atStart: boolean): Promise<void> {
    await Promise.all(this.probes.map((probe) => this.look(probe, atStart)));
  }

  async all(): Promise<MailCheck[]> {
    const subjects = new Map(this.probes.map(({ name, subject }) => [name, subject]));
    return (await this.found.all()).map(({ finding, ...check }) => ({
      ...check,
      words: findingWords(finding, subjects.get(check.name) ?? ''),
    }));
  }

  private async look(probe: MailProbe, atStart: boolean): Promise<void> {
    const { name, subject } = probe;
    const now = this.clock.now();
    const { finding, detail: said } = await probe.look(now).catch(faultOfOurs);
    const detail = headerText(said);
    const state = stateOf(finding);
    const before = await this.found.note({ name, state, finding, detail }, now);
    const line = `${name.toUpperCase()}: ${logLine(finding, subject)}${detail === '' ? '' : `: ${detail}`}`;
    const isNews = atStart || before?.finding !== finding;
    if (isNews && isTrouble(state)) this.logger.warn(line);
    if (state === 'good' && before !== null && isTrouble(before.state)) this.logger.log(line);
  }
}

/** Whether somebody has to do something about it. */
const isTrouble = (state: MailCheckState): boolean => state === 'bad' || state === 'warning';

const faultOfOurs = (error: unknown): Found => ({ finding: 'failed', detail: reasonOf(error) });
