import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { onlyOf, type Candidate, type SweepRange } from '../../platform/jobs/sweep.js';
import { addDays } from '../../platform/text/calendar-dates.js';
import { NATIONAL_ZONE } from '../../platform/text/zones.js';
import { localDate } from '../../platform/text/dates.js';
import { UnitFacts } from '../../units/index.js';
import { hasLapsed, isReminderDue } from '../domain/guest-invitation.js';
import { GuestInvitations, type DueInvitation } from '../queries/guest-invitations.js';
import { GuestRepository } from '../storage/guest-repository.js';
import { VisitRepository } from '../storage/visit-repository.js';
import { RecordChange } from './record-change.js';
import { TellGuests } from './tell-guests.js';

/** Days before its last one from which an invitation is looked at: the working day before may lie behind holidays. */
const AHEAD = 14;

/** Where invitations are stored, and the visits whose rows guard them. */
@Injectable()
export class InvitationStore {
  constructor(
    readonly invitations: GuestInvitations,
    readonly guests: GuestRepository,
    readonly visits: VisitRepository,
  ) {}
}

/** Reminds of invitations to join that wait, and lets go of those whose last day has passed. */
@Injectable()
export class WatchInvitations {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly units: UnitFacts,
    private readonly store: InvitationStore,
    private readonly record: RecordChange,
    private readonly tell: TellGuests,
  ) {}

  async find(range: SweepRange): Promise<Candidate[]> {
    const now = this.clock.now();
    const isHoliday = await this.units.holidaysAround(now);
    return (await this.waiting(now, range)).map((invitation) => ({
      key: invitation.id,
      due: () => (hasLapsed(invitation, now) || isReminderDue(invitation, now, isHoliday) ? [] : null),
    }));
  }

  async one(id: string): Promise<void> {
    await this.database.transaction(async () => {
      const now = this.clock.now();
      const [found] = await this.waiting(now, onlyOf(id));
      const visit = found && (await this.store.visits.lock(found.visitId));
      const [invitation] = visit ? await this.waiting(now, onlyOf(id)) : [];
      if (!visit || !invitation) return;
      if (hasLapsed(invitation, now)) {
        await this.store.guests.answer(id, lapsed(now));
        const unit = await this.units.byCode(invitation.organisation);
        await this.record.execute(
          visit,
          { ...visit, version: visit.version + 1, changedAt: now },
          {
            actor: null,
            side: 'system',
            action: 'lapse-guest',
            reason: unit?.name ?? null,
            beside: ['guests'],
          },
        );
      } else if (isReminderDue(invitation, now, await this.units.holidaysAround(now))) {
        await this.store.guests.remind(id, now);
        await this.tell.remind(invitation.visitId, invitation.organisation);
      }
    });
  }

  private waiting(now: Date, range: SweepRange): Promise<DueInvitation[]> {
    return this.store.invitations.waiting(addDays(localDate(now, NATIONAL_ZONE), AHEAD), range);
  }
}

const lapsed = (now: Date) =>
  ({ answer: 'lapsed', answeredBy: null, answeredAt: now, reason: '', partySize: null }) as const;
