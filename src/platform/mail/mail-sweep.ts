import type { Candidate, SweepHandler, SweepRange } from '../jobs/sweep.js';
import type { Outbox } from './outbox.js';

/** A sweep whose candidates are done when the mails of their marks stand in the outbox. */
export abstract class MailSweep implements SweepHandler {
  protected constructor(
    private readonly outbox: Outbox,
    private readonly work: Pick<SweepHandler, 'find' | 'one'>,
  ) {}

  find(range: SweepRange): Promise<Candidate[]> {
    return this.work.find(range);
  }

  known(mailKeys: readonly string[]): Promise<ReadonlySet<string>> {
    return this.outbox.known(mailKeys);
  }

  one(key: string): Promise<void> {
    return this.work.one(key);
  }
}
