import { Get, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Clock } from '../../platform/clock/clock.js';
import { html } from '../../platform/pages/html.js';
import { PageController } from '../../platform/pages/page-controller.js';
import { Allow, CurrentActor } from '../../platform/security/access.js';
import type { Actor } from '../../platform/security/actor.js';
import { localDate } from '../../platform/text/dates.js';
import { promiseKinds, ScopedFollowUps } from '../queries/scoped-follow-ups.js';
import { ScopedVisits } from '../queries/scoped-visits.js';
import { PromiseListPage, VisitListPage } from './sinergi-list-pages.js';
import { overRegions, scopeOf, SinergiListQuery } from './sinergi-query.js';
import { stateNames } from './sinergi-words.js';

/** The lists behind the figures: each has as many lines as its figure says. */
@PageController('sinergi')
@Allow(overRegions)
export class SinergiListPages {
  constructor(
    private readonly clock: Clock,
    private readonly visits: ScopedVisits,
    private readonly followUps: ScopedFollowUps,
  ) {}

  @Get('kunjungan')
  async listVisits(
    @CurrentActor() actor: Actor,
    @Query() asked: SinergiListQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const scope = scopeOf(actor, asked, this.clock.now());
    const { keadaan, tamu, tuan, dijawab, cursor } = asked;
    const state = stateNames.has(keadaan ?? '') ? keadaan : undefined;
    const page = await this.visits.execute(scope, {
      state,
      guest: tamu || undefined,
      host: tuan || undefined,
      answered: dijawab === 'ya',
      cursor,
    });
    const cut = { keadaan: state, tamu, tuan, dijawab, cursor };
    await html(reply, VisitListPage({ actor, scope, page, cut }));
  }

  @Get('tindak-lanjut')
  async listPromises(
    @CurrentActor() actor: Actor,
    @Query() asked: SinergiListQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const now = this.clock.now();
    const scope = scopeOf(actor, asked, now);
    const kind = promiseKinds.find((each) => each === asked.keadaan) ?? 'waiting';
    const items = await this.followUps.list(scope, localDate(now, actor.timeZone), kind);
    await html(reply, PromiseListPage({ actor, scope, kind, items }));
  }
}
