import { Get, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Clock } from '../../platform/clock/clock.js';
import { html } from '../../platform/pages/html.js';
import { PageController } from '../../platform/pages/page-controller.js';
import { Allow, CurrentActor } from '../../platform/security/access.js';
import type { Actor } from '../../platform/security/actor.js';
import { overRegions } from '../domain/scope.js';
import { ScopedResults } from '../queries/scoped-results.js';
import { CountedResultsPage } from './counted-results-page.js';
import { askedScope, SinergiListQuery } from './sinergi-query.js';

/** What was counted at the units of a region, with its sums. */
@PageController('sinergi/hasil')
@Allow(overRegions)
export class SinergiResultPages {
  constructor(
    private readonly clock: Clock,
    private readonly results: ScopedResults,
  ) {}

  @Get()
  async list(
    @CurrentActor() actor: Actor,
    @Query() asked: SinergiListQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const scope = askedScope(actor, asked, this.clock.now());
    const { cursor } = asked;
    const [page, sums] = await Promise.all([this.results.list(scope, { cursor }), this.results.sums(scope)]);
    await html(reply, CountedResultsPage({ actor, scope, page, sums, cursor }));
  }
}
