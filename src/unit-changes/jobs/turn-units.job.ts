import { Sweep, type Candidate, type SweepHandler, type SweepRange } from '../../platform/jobs/sweep.js';
import { TurnUnits } from '../use-cases/turn-units.js';

/** Every quarter of an hour, since days begin at three hours; carries out what was decided for the day. */
@Sweep({ name: 'units.turn', cron: '*/15 * * * *', missed: { caughtUpUntil: 'what was decided holds' } })
export class TurnUnitsJob implements SweepHandler {
  constructor(private readonly turn: TurnUnits) {}

  find(range: SweepRange): Promise<Candidate[]> {
    return this.turn.find(range);
  }

  one(id: string): Promise<void> {
    return this.turn.one(id);
  }
}
