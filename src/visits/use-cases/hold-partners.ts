import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import type { Actor } from '../../platform/security/actor.js';
import { OrganisationHoldings } from '../../units/index.js';
import { PartnerGuests } from '../storage/partner-guests.js';
import { VisitRepository } from '../storage/visit-repository.js';
import type { VisitRow } from '../storage/visit-row.js';
import { RecordChange } from './record-change.js';

interface Named {
  code: string;
  name: string;
}

/** What visits keep of outside partners, so that two entries of one can be put together. */
@Injectable()
export class HoldPartners implements OnModuleInit {
  constructor(
    private readonly clock: Clock,
    private readonly holdings: OrganisationHoldings,
    private readonly guests: PartnerGuests,
    private readonly visits: VisitRepository,
    private readonly record: RecordChange,
  ) {}

  onModuleInit(): void {
    this.holdings.register({
      name: 'Kunjungan yang diikuti',
      order: 10,
      count: async (code) => (await this.guests.countsOf(code)).visits,
      move: (actor, from, into) => this.move(actor, from, into),
    });
    this.holdings.register({
      name: 'Peserta yang dibawa',
      order: 20,
      count: async (code) => (await this.guests.countsOf(code)).people,
      // They came to a visit and follow it.
      move: () => Promise.resolve(),
    });
  }

  /** Visits still to come tell of it, since calendars and pages name their guests. */
  private async move(actor: Actor, from: Named, into: Named): Promise<void> {
    const locked: VisitRow[] = [];
    for (const id of await this.guests.toCome(from.code)) {
      const visit = await this.visits.lock(id);
      if (visit) locked.push(visit);
    }
    await this.guests.become(from.code, into.code);
    for (const visit of locked) {
      const changed = { ...visit, version: visit.version + 1, changedAt: this.clock.now() };
      await this.record.execute(visit, changed, {
        actor,
        side: null,
        action: 'merge-guest',
        reason: `${from.name} tercatat sebagai ${into.name}.`,
        beside: ['guests'],
      });
    }
  }
}
