import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import type { SweepRange } from '../../platform/jobs/sweep.js';
import { UnitFacts } from '../../units/index.js';
import { isDigestDue } from '../domain/answer-digest.js';
import { UntoldAnswers } from './untold-answers.js';

/** A visit of which something is new, and whether that is to be dealt with now. */
export interface DueDigest {
  id: string;
  /** Of a visit that is off or over nobody is told any more. */
  isAhead: boolean;
  isDue(): boolean;
}

/** Visits of which officers are to be mailed what their participants said. */
@Injectable()
export class DueDigests {
  constructor(
    private readonly clock: Clock,
    private readonly units: UnitFacts,
    private readonly untold: UntoldAnswers,
  ) {}

  async execute(range: SweepRange): Promise<DueDigest[]> {
    const now = this.clock.now();
    const isHoliday = await this.units.holidaysAround(now);
    return (await this.untold.execute(now, range)).map((visit) => ({
      id: visit.id,
      isAhead: visit.isAhead,
      isDue: () => !visit.isAhead || isDigestDue(visit, now, isHoliday),
    }));
  }
}
