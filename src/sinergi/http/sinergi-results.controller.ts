import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Clock } from '../../platform/clock/clock.js';
import { Allow, CurrentActor } from '../../platform/security/access.js';
import type { Actor } from '../../platform/security/actor.js';
import { addsUp } from '../../results/index.js';
import { overRegions, scopeOf } from '../domain/scope.js';
import { ScopedResults } from '../queries/scoped-results.js';
import { ScopeQuery, SinergiResultsQuery } from './sinergi.dto.js';
import type { ResultSumList, SinergiResultPage } from './sinergi-lists.view.js';

/** What was counted at the units of a region. */
@ApiTags('sinergi')
@Controller('api/sinergi')
@Allow(overRegions)
export class SinergiResultsController {
  constructor(
    private readonly clock: Clock,
    private readonly results: ScopedResults,
  ) {}

  /** Amounts, the latest first. */
  @Get('results')
  async list(@CurrentActor() actor: Actor, @Query() asked: SinergiResultsQuery): Promise<SinergiResultPage> {
    const page = await this.results.list(scopeOf(actor, asked, this.clock.now()), asked);
    const items = page.items.map(({ visitId, noteId, ...row }) => ({
      ...{ id: row.id, visit: visitId, note: noteId, unitName: row.unitName, what: row.what },
      ...{ amount: row.amount, measure: row.measure, measuredOn: row.measuredOn },
    }));
    return { items, nextCursor: page.nextCursor };
  }

  /** Their sums by measure. */
  @Get('result-sums')
  async sums(@CurrentActor() actor: Actor, @Query() asked: ScopeQuery): Promise<ResultSumList> {
    const sums = await this.results.sums(scopeOf(actor, asked, this.clock.now()));
    return {
      items: sums.map(({ measure, count, sum }) => ({ measure, count, sum: addsUp(measure) ? sum : null })),
    };
  }
}
