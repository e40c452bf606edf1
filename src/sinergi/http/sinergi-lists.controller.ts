import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Clock } from '../../platform/clock/clock.js';
import { Allow, CurrentActor } from '../../platform/security/access.js';
import type { Actor } from '../../platform/security/actor.js';
import { localDate } from '../../platform/text/dates.js';
import { overRegions, scopeOf } from '../domain/scope.js';
import { ScopedFollowUps } from '../queries/scoped-follow-ups.js';
import { ScopedNotes } from '../queries/scoped-notes.js';
import { ScopedReplications } from '../queries/scoped-replications.js';
import { SilentUnits } from '../queries/silent-units.js';
import { ListSinergiVisits } from '../use-cases/list-sinergi-visits.js';
import {
  ScopeQuery,
  SinergiFollowUpsQuery,
  SinergiNotesQuery,
  SinergiReplicationsQuery,
  SinergiVisitsQuery,
} from './sinergi.dto.js';
import {
  presentSinergiFollowUp,
  presentSinergiNote,
  presentSinergiReplication,
  presentSinergiVisit,
} from './sinergi.presenter.js';
import type {
  SilentUnitList,
  SinergiFollowUpPage,
  SinergiNotePage,
  SinergiReplicationPage,
  SinergiVisitPage,
} from './sinergi-lists.view.js';

/** The lists behind the figures of Sinergi: each has as many rows as its figure says. */
@ApiTags('sinergi')
@Controller('api/sinergi')
@Allow(overRegions)
export class SinergiListsController {
  constructor(
    private readonly clock: Clock,
    private readonly visits: ListSinergiVisits,
    private readonly followUps: ScopedFollowUps,
    private readonly replications: ScopedReplications,
    private readonly notes: ScopedNotes,
    private readonly silent: SilentUnits,
  ) {}

  /** Visits, the latest first. */
  @Get('visits')
  async listVisits(
    @CurrentActor() actor: Actor,
    @Query() asked: SinergiVisitsQuery,
  ): Promise<SinergiVisitPage> {
    const now = this.clock.now();
    const { summary, answered, ...cut } = asked;
    const wanted = { ...cut, answered: answered === 'true' };
    const page = await this.visits.execute(scopeOf(actor, asked, now), wanted, summary, now);
    return { items: page.items.map(presentSinergiVisit), nextCursor: page.nextCursor };
  }

  /** What was promised after the visits, the first due first. */
  @Get('follow-ups')
  async listFollowUps(
    @CurrentActor() actor: Actor,
    @Query() asked: SinergiFollowUpsQuery,
  ): Promise<SinergiFollowUpPage> {
    const now = this.clock.now();
    const page = await this.followUps.list(scopeOf(actor, asked, now), localDate(now, actor.timeZone), asked);
    return { items: page.items.map(presentSinergiFollowUp), nextCursor: page.nextCursor };
  }

  /** Practices that began to be copied in the period, the latest first. */
  @Get('replications')
  async listReplications(
    @CurrentActor() actor: Actor,
    @Query() asked: SinergiReplicationsQuery,
  ): Promise<SinergiReplicationPage> {
    const page = await this.replications.execute(scopeOf(actor, asked, this.clock.now()), asked);
    return { items: page.items.map(presentSinergiReplication), nextCursor: page.nextCursor };
  }

  /** Practices that were published for everybody in the period, and still are, the latest first. */
  @Get('notes')
  async listNotes(@CurrentActor() actor: Actor, @Query() asked: SinergiNotesQuery): Promise<SinergiNotePage> {
    const page = await this.notes.execute(scopeOf(actor, asked, this.clock.now()), asked);
    return { items: page.items.map(presentSinergiNote), nextCursor: page.nextCursor };
  }

  /** Units that neither visited nor hosted anybody, by visits that were agreed upon. */
  @Get('units-silent')
  async listSilentUnits(@CurrentActor() actor: Actor, @Query() asked: ScopeQuery): Promise<SilentUnitList> {
    const units = await this.silent.list(scopeOf(actor, asked, this.clock.now()));
    return { items: units.map(({ code, name, officeName }) => ({ code, name, officeName })) };
  }
}
