import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { found, RequestError } from '../../platform/http/request-error.js';
import type { Actor } from '../../platform/security/actor.js';
import { arrangesFor, can } from '../../platform/security/capabilities.js';
import { kindsWith, UnitFacts } from '../../units/index.js';
import { VisitError } from '../domain/error-codes.js';
import { begin, type VisitState } from '../domain/visit-states.js';
import { VisitFactsQuery } from '../queries/visit-facts.js';
import { VisitRepository } from '../storage/visit-repository.js';
import type { VisitRow } from '../storage/visit-row.js';
import { AskGuests, type NewJointVisit } from './ask-guests.js';
import { assertSoundTime } from './assert-sound-time.js';
import { BeginVisit, type NewVisit } from './begin-visit.js';
import { CheckHostRules } from './check-host-rules.js';

/** Whether somebody may arrange a visit, and in which state it begins. */
@Injectable()
export class ArrangingTerms {
  constructor(
    private readonly clock: Clock,
    private readonly units: UnitFacts,
  ) {}

  async of(actor: Actor, visit: NewVisit): Promise<{ office: string; state: VisitState }> {
    const office = actor.regionalOffice;
    if (office === null || !can(actor, 'visits.propose-for-region')) throw new RequestError('not-allowed');
    if (visit.guestUnit === visit.hostUnit) throw new VisitError('host-equals-guest');
    assertSoundTime(visit.startsAt, visit.endsAt);
    await this.assertOfRegion(visit.guestUnit, office, arrangesFor(actor));
    const state = begin('arrange', ['regional'], visit, this.clock.now());
    if (state === null || visit.startsAt <= this.clock.now()) throw new VisitError('time-has-passed');
    return { office, state };
  }

  private async assertOfRegion(code: string, office: string, own: string | null): Promise<void> {
    const unit = await this.units.byCode(code);
    const field = 'guestUnit';
    if (!unit || !kindsWith('mayLead').includes(unit.kind)) {
      throw new VisitError('unknown-unit', { unit: code }, [{ field, message: 'tidak ada dalam daftar' }]);
    }
    if (unit.regionalOffice === office && code !== own) return;
    throw new VisitError('guest-of-other-region', { unit: code }, [
      { field, message: 'bukan dari wilayah Anda' },
    ]);
  }
}

/** Writes down a visit that a regional office arranges for a unit of its region: guest and host are asked. */
@Injectable()
export class ArrangeVisit {
  constructor(
    private readonly terms: ArrangingTerms,
    private readonly begin: BeginVisit,
    private readonly rules: CheckHostRules,
    private readonly facts: VisitFactsQuery,
    private readonly visits: VisitRepository,
    private readonly ask: AskGuests,
  ) {}

  /**
   * @param key sent again with the same content, it gives the same visit
   * @returns the id of the visit
   * @throws RequestError `not-allowed` for all but people of a regional office
   * @throws VisitError `guest-of-other-region`, and what speaks against a request at that time
   */
  async execute(actor: Actor, request: NewJointVisit, key: string | null): Promise<string> {
    const { guests = [], ...visit } = request;
    const { office, state } = await this.terms.of(actor, visit);
    return this.begin.once(actor, request, key, async () => {
      const begun = { action: 'arrange', state, side: 'regional', recordedBy: null, tells: true } as const;
      const row = await this.begin.execute(actor, visit, { ...begun, arrangedBy: office });
      await this.rules.execute(found(await this.facts.byId(row.id)), visit, 0);
      await this.approve(row, actor, office);
      for (const guest of guests) await this.ask.execute(actor, row.id, guest);
      return row;
    });
  }

  /** Whoever arranges a visit approves of its time. */
  private async approve({ id, startsAt, endsAt, createdAt }: VisitRow, actor: Actor, office: string) {
    const approval = {
      visitId: id,
      regionalOffice: office,
      approvedBy: actor.personId,
      approvedAt: createdAt,
    };
    await this.visits.approve(approval, { startsAt, endsAt });
  }
}
