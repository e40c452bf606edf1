import { Sweep, type Candidate, type SweepHandler, type SweepRange } from '../../platform/jobs/sweep.js';
import { ERASE } from '../domain/erasure.js';
import { EraseAgain } from '../use-cases/erase-again.js';
import { ErasePerson } from '../use-cases/erase-person.js';
import { WaitingErasures } from '../use-cases/waiting-erasures.js';

/** Goes on with what was begun, and begins with what a backup brought back. */
@Sweep({ name: ERASE, cron: '*/10 * * * *', missed: { caughtUpUntil: 'nobody waits to be erased' } })
export class EraseJob implements SweepHandler {
  constructor(
    private readonly again: EraseAgain,
    private readonly waiting: WaitingErasures,
    private readonly erase: ErasePerson,
  ) {}

  async find(range: SweepRange): Promise<Candidate[]> {
    if (range.after === null && range.only === null) await this.again.execute();
    return this.waiting.find(range);
  }

  one(key: string): Promise<void> {
    return this.erase.execute(key);
  }
}
