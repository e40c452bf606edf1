import { Sweep, type Candidate, type SweepHandler, type SweepRange } from '../../platform/jobs/sweep.js';
import { Outbox } from '../../platform/mail/outbox.js';
import { RemindOfAgendas } from '../use-cases/remind-of-agendas.js';

/** Every ten minutes; an item is a visit. */
@Sweep({ name: 'reminders.agendas', cron: '*/10 * * * *' })
export class RemindOfAgendasJob implements SweepHandler {
  constructor(
    private readonly outbox: Outbox,
    private readonly remind: RemindOfAgendas,
  ) {}

  find(range: SweepRange): Promise<Candidate[]> {
    return this.remind.find(range);
  }

  known(mailKeys: readonly string[]): Promise<ReadonlySet<string>> {
    return this.outbox.known(mailKeys);
  }

  one(key: string): Promise<void> {
    return this.remind.one(key);
  }
}
