import { Injectable } from '@nestjs/common';
import { periodBefore } from '../domain/period.js';
import { placeOf, type Scope } from '../domain/scope.js';
import { SinergiChoices } from '../queries/sinergi-choices.js';
import { FigureStore } from '../storage/figure-store.js';
import { ReadOutcomeFigures } from './read-outcome-figures.js';
import { ReadStandingFigures } from './read-standing-figures.js';
import { ReadVisitFigures } from './read-visit-figures.js';
import type { SinergiFigures } from './sinergi-figures.js';

const PAIRS = 100;

/** All figures of a scope, with the names of what they are counted by. */
@Injectable()
export class ReadSinergiFigures {
  constructor(
    private readonly store: FigureStore,
    private readonly choices: SinergiChoices,
    private readonly visits: ReadVisitFigures,
    private readonly outcomes: ReadOutcomeFigures,
    private readonly standing: ReadStandingFigures,
  ) {}

  /**
   * @param today the reader's calendar date, on which a promise is late or not
   * @param most pairs of units at the most
   */
  async execute(scope: Scope, now: Date, today: string, most = PAIRS): Promise<SinergiFigures> {
    // Sent first, on the connection of them all.
    const [, choices, visits, outcomes, standing] = await Promise.all([
      this.store.foldBefore(),
      this.choices.execute(),
      this.visits.execute(scope, most),
      this.outcomes.execute(scope),
      this.standing.execute(placeOf(scope), now, today),
    ]);
    const titles = new Map(choices.programs.map(({ code, name }) => [code, name]));
    const counts = new Map(visits.offices.map((line) => [line.office, line]));
    const empty = { count: 0, before: 0, asGuest: 0, asHost: 0 };
    return {
      ...visits,
      ...outcomes,
      now: standing,
      scope,
      before: periodBefore(scope),
      programs: visits.programs.map((line) => ({ ...line, name: titles.get(line.program) ?? line.program })),
      offices:
        scope.office === null
          ? choices.offices.map(({ code, name }) => ({ ...empty, ...counts.get(code), office: code, name }))
          : [],
      choices,
    };
  }
}
