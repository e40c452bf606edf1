import { Get, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Clock } from '../../platform/clock/clock.js';
import { html } from '../../platform/pages/html.js';
import { PageController } from '../../platform/pages/page-controller.js';
import { Allow, CurrentActor } from '../../platform/security/access.js';
import type { Actor } from '../../platform/security/actor.js';
import { localDate } from '../../platform/text/dates.js';
import { overRegions } from '../domain/scope.js';
import { promiseKinds, ScopedFollowUps } from '../queries/scoped-follow-ups.js';
import { ScopedNotes } from '../queries/scoped-notes.js';
import { ScopedReplications } from '../queries/scoped-replications.js';
import { SilentUnits } from '../queries/silent-units.js';
import { ListSinergiVisits } from '../use-cases/list-sinergi-visits.js';
import { cutNames, summaryOf, learningOf } from '../use-cases/sinergi-words.js';
import {
  CountedNotesPage,
  PromiseListPage,
  ReplicationListPage,
  SilentListPage,
  CountedVisitsPage,
} from './sinergi-list-pages.js';
import { askedScope, SinergiListQuery } from './sinergi-query.js';

/** What addresses call other than the lists do. */
const cutStates: Readonly<Record<string, string>> = { disepakati: 'agreed', 'belum-dijawab': 'unanswered' };

/** The lists behind the figures: each has as many lines as its figure says. */
@PageController('sinergi')
@Allow(overRegions)
export class SinergiListPages {
  constructor(
    private readonly clock: Clock,
    private readonly visits: ListSinergiVisits,
    private readonly followUps: ScopedFollowUps,
    private readonly replications: ScopedReplications,
    private readonly notes: ScopedNotes,
    private readonly silent: SilentUnits,
  ) {}

  @Get('kunjungan')
  async listVisits(
    @CurrentActor() actor: Actor,
    @Query() asked: SinergiListQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const now = this.clock.now();
    const scope = askedScope(actor, asked, now);
    const { keadaan, tamu, tuan, asal, tujuan, dijawab, ringkasan, pelajaran, cursor } = asked;
    const state = cutNames.has(keadaan ?? '') ? keadaan : undefined;
    const sides = { guest: tamu || undefined, host: tuan || undefined };
    const offices = { guestOffice: asal || undefined, hostOffice: tujuan || undefined };
    const page = await this.visits.execute(
      scope,
      {
        state: state === undefined ? undefined : (cutStates[state] ?? state),
        ...sides,
        ...offices,
        answered: dijawab === 'ya',
        learning: learningOf(pelajaran),
        cursor,
      },
      summaryOf(ringkasan),
      now,
    );
    const cut = { keadaan: state, tamu, tuan, asal, tujuan, dijawab, ringkasan, pelajaran, cursor };
    await html(reply, CountedVisitsPage({ actor, scope, page, cut, now }));
  }

  @Get('tindak-lanjut')
  async listPromises(
    @CurrentActor() actor: Actor,
    @Query() asked: SinergiListQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const now = this.clock.now();
    const scope = askedScope(actor, asked, now);
    const kind = promiseKinds.find((each) => each === asked.keadaan) ?? 'waiting';
    const { cursor } = asked;
    const page = await this.followUps.list(scope, localDate(now, actor.timeZone), { kind, cursor });
    await html(reply, PromiseListPage({ actor, scope, kind, page, cursor }));
  }

  @Get('replikasi')
  async listReplications(
    @CurrentActor() actor: Actor,
    @Query() asked: SinergiListQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const scope = askedScope(actor, asked, this.clock.now());
    const { cursor } = asked;
    const page = await this.replications.execute(scope, { cursor });
    await html(reply, ReplicationListPage({ actor, scope, page, cursor }));
  }

  @Get('praktik-baik')
  async listNotes(
    @CurrentActor() actor: Actor,
    @Query() asked: SinergiListQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const scope = askedScope(actor, asked, this.clock.now());
    const { cursor } = asked;
    const page = await this.notes.execute(scope, { cursor });
    await html(reply, CountedNotesPage({ actor, scope, page, cursor }));
  }

  @Get('belum-ikut')
  async listSilent(
    @CurrentActor() actor: Actor,
    @Query() asked: SinergiListQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const scope = askedScope(actor, asked, this.clock.now());
    const units = await this.silent.list(scope);
    await html(reply, SilentListPage({ actor, scope, units }));
  }
}
