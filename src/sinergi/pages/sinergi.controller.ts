import { Get, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Clock } from '../../platform/clock/clock.js';
import { html } from '../../platform/pages/html.js';
import { PageController } from '../../platform/pages/page-controller.js';
import { Allow, CurrentActor } from '../../platform/security/access.js';
import type { Actor } from '../../platform/security/actor.js';
import { localDate } from '../../platform/text/dates.js';
import { SinergiChoices } from '../queries/sinergi-choices.js';
import { ReadOutcomeFigures } from '../use-cases/read-outcome-figures.js';
import { ReadVisitFigures } from '../use-cases/read-visit-figures.js';
import { SinergiPage } from './sinergi-page.js';
import { overRegions, scopeOf, SinergiQuery } from './sinergi-query.js';

/** Who visits whom in a region, and what came of it. */
@PageController('sinergi')
@Allow(overRegions)
export class SinergiPages {
  constructor(
    private readonly clock: Clock,
    private readonly choices: SinergiChoices,
    private readonly visits: ReadVisitFigures,
    private readonly outcomes: ReadOutcomeFigures,
  ) {}

  @Get()
  async show(
    @CurrentActor() actor: Actor,
    @Query() asked: SinergiQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const now = this.clock.now();
    const scope = scopeOf(actor, asked, now);
    const choices = await this.choices.execute();
    const visits = await this.visits.execute(scope);
    const outcomes = await this.outcomes.execute(scope, now, localDate(now, actor.timeZone));
    await html(reply, SinergiPage({ actor, scope, choices, visits, outcomes }));
  }
}
