import { Injectable } from '@nestjs/common';
import { CopiedPractices } from '../queries/copied-practices.js';
import { OutcomeCounts, type OutcomeCount } from '../queries/outcome-counts.js';
import type { Scope } from '../domain/scope.js';
import type { Compared, OutcomeFigures } from './sinergi-figures.js';

const PRACTICES = 20;

@Injectable()
export class ReadOutcomeFigures {
  constructor(
    private readonly counts: OutcomeCounts,
    private readonly practices: CopiedPractices,
  ) {}

  async execute(scope: Scope): Promise<OutcomeFigures> {
    const [counts, practices] = await Promise.all([
      this.counts.execute(scope),
      this.practices.execute(scope, PRACTICES),
    ]);
    const zero = (): Compared => ({ count: 0, before: 0 });
    const summaries = { person: zero(), system: zero() };
    const followUps = { done: zero(), dropped: zero() };
    const [notes, replications] = [zero(), zero()];
    const learning = { asked: zero(), applied: zero(), begun: zero() };
    const sums = {
      notes: () => [notes],
      replications: () => [replications],
      'follow-ups': ({ mark }: OutcomeCount) => [followUps[mark === 'done' ? 'done' : 'dropped']],
      summaries: ({ mark }: OutcomeCount) => [summaries[mark === 'system' ? 'system' : 'person']],
      learning: ({ mark }: OutcomeCount) => [
        learning.asked,
        ...(mark === 'applied' || mark === 'begun' ? [learning[mark]] : []),
      ],
    };
    for (const row of counts) {
      for (const sum of sums[row.cube](row)) sum[row.isNow ? 'count' : 'before'] += row.count;
    }
    return { summaries, followUps, notes, replications, learning, practices };
  }
}
