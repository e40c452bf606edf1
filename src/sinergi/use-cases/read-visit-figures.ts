import { Injectable } from '@nestjs/common';
import { AnswerTimes, type AnswerTime } from '../queries/answer-times.js';
import type { Scope } from '../queries/scope.js';
import { SilentUnits, type SilentUnit } from '../queries/silent-units.js';
import { VisitPairs, type VisitPair } from '../queries/visit-pairs.js';
import { VisitsByMonth, type MonthCount } from '../queries/visits-by-month.js';
import { VisitsByState, type StateCount } from '../queries/visits-by-state.js';

/** Who visited whom, when, and how fast hosts answered. */
export interface VisitFigures {
  states: StateCount[];
  months: MonthCount[];
  pairs: VisitPair[];
  silent: SilentUnit[];
  answers: AnswerTime[];
}

@Injectable()
export class ReadVisitFigures {
  constructor(
    private readonly byState: VisitsByState,
    private readonly byMonth: VisitsByMonth,
    private readonly pairs: VisitPairs,
    private readonly silent: SilentUnits,
    private readonly answers: AnswerTimes,
  ) {}

  async execute(scope: Scope): Promise<VisitFigures> {
    const [states, months, pairs, silent, answers] = await Promise.all([
      this.byState.execute(scope),
      this.byMonth.execute(scope),
      this.pairs.execute(scope),
      this.silent.execute(scope),
      this.answers.execute(scope),
    ]);
    return { states, months, pairs, silent, answers };
  }
}
