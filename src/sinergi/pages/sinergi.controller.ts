import { Get, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Clock } from '../../platform/clock/clock.js';
import { html } from '../../platform/pages/html.js';
import { PageController } from '../../platform/pages/page-controller.js';
import { Allow, CurrentActor } from '../../platform/security/access.js';
import type { Actor } from '../../platform/security/actor.js';
import { localDate } from '../../platform/text/dates.js';
import { overRegions } from '../domain/scope.js';
import { LearningNetworks } from '../queries/learning-network.js';
import { SinergiChoices } from '../queries/sinergi-choices.js';
import { ReadSinergiFigures } from '../use-cases/read-sinergi-figures.js';
import { SinergiPage } from './sinergi-page.js';
import { askedScope, SinergiQuery } from './sinergi-query.js';

/** Most arrows that can be told apart. */
const MOST_EDGES = 80;

/** Who visits whom in a region, and what came of it. */
@PageController('sinergi')
@Allow(overRegions)
export class SinergiPages {
  constructor(
    private readonly clock: Clock,
    private readonly figures: ReadSinergiFigures,
    private readonly choices: SinergiChoices,
    private readonly networks: LearningNetworks,
  ) {}

  @Get()
  async show(
    @CurrentActor() actor: Actor,
    @Query() asked: SinergiQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const now = this.clock.now();
    const scope = askedScope(actor, asked, now);
    // Of the whole country the page counts pairs of regional offices alone.
    const pairs = scope.office === null ? 0 : undefined;
    const figures = await this.figures.execute(scope, now, localDate(now, actor.timeZone), pairs);
    await html(reply, SinergiPage({ actor, scope, figures }));
  }

  /** Who learns from whom, drawn. */
  @Get('jaringan')
  async network(
    @CurrentActor() actor: Actor,
    @Query() asked: SinergiQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const scope = askedScope(actor, asked, this.clock.now());
    const choices = await this.choices.execute();
    const network = await this.networks.execute(scope, MOST_EDGES);
    // Charts take long to load, and stand on this page alone.
    const { NetworkPage } = await import('./network-page.js');
    await html(reply, NetworkPage({ actor, scope, choices, network }));
  }
}
