import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { Clock } from '../../platform/clock/clock.js';
import type { Actor } from '../../platform/security/actor.js';
import { formatCalendarDate } from '../../platform/text/dates.js';
import { sentences } from '../../platform/text/sentences.js';
import { newId } from '../../platform/text/tokens.js';
import { WriteDownPartner, type UnitFact } from '../../units/index.js';
import { VisitError } from '../domain/error-codes.js';
import { mayAskGuests } from '../domain/guest-answers.js';
import { isDueFit, lastDueOn, MOST_GUESTS, usualDueOn } from '../domain/guest-invitation.js';
import type { VisitFacts } from '../queries/visit-facts.js';
import { GuestRepository } from '../storage/guest-repository.js';
import type { NewVisit } from './begin-visit.js';
import { CheckReferences } from './check-references.js';
import { ChangeVisit, type VisitChange } from './change-visit.js';
import type { GuestBody } from './guest.dto.js';

/** A new visit with the organisations that are asked to join its guest. */
export interface NewJointVisit extends NewVisit {
  guests?: readonly GuestBody[];
}

/** Asks further organisations to join a visit. */
@Injectable()
export class AskGuests {
  constructor(
    private readonly clock: Clock,
    private readonly changeVisit: ChangeVisit,
    private readonly guests: GuestRepository,
    private readonly database: Database,
    private readonly partners: WriteDownPartner,
    private readonly references: CheckReferences,
  ) {}

  /**
   * Asks one organisation; its people are told once the visit is sent. An outside partner, which has nobody to answer,
   * joins at once.
   *
   * @throws UnitError what speaks against the name of a partner
   * @throws VisitError `unknown-unit`, `host-equals-guest`, `unit-not-there`, `guest-twice`, `too-many-guests`, `guest-due-unfit`
   * @throws RequestError `not-allowed` for all but the leading guest and its Kanwil
   */
  execute(actor: Actor, visitId: string, asked: GuestBody): Promise<void> {
    const { organisation, partnerName: name, partnerPlace: place = '' } = asked;
    if (organisation !== undefined || name === undefined)
      return this.ask(actor, visitId, asked, organisation);
    return this.database.transaction(async () => {
      const { code } = await this.partners.execute({ name, place, timeZone: actor.timeZone });
      await this.ask(actor, visitId, asked, code);
    });
  }

  private async ask(
    actor: Actor,
    visitId: string,
    asked: GuestBody,
    code: string | undefined,
  ): Promise<void> {
    const unit = code === undefined ? null : await this.references.organisation(code);
    if (!unit) throw new VisitError('unknown-unit', { unit: code }, [unknown]);
    const joins = unit.kind === 'partner';
    const action = joins ? 'add-guest' : 'ask-guest';
    const ask = async (visit: VisitFacts): Promise<VisitChange<void>> => {
      assertFit(visit, unit);
      await this.references.thereOn([unit.code], visit.startsAt, visit.timeZone);
      const dueOn = joins ? null : this.dueOf(visit, unit, asked.dueOn);
      const { message = '', partySize = null } = asked;
      await this.guests.ask({
        ...{
          id: newId(),
          visitId,
          organisation: unit.code,
          answer: joins ? 'joined' : 'asked',
          dueOn,
          message,
        },
        ...{ askedBy: actor.personId, askedAt: this.clock.now(), partySize: joins ? partySize : null },
      });
      const until =
        dueOn === null ? unit.name : `${unit.name}, dijawab paling lambat ${formatCalendarDate(dueOn)}`;
      return { visit, result: undefined, reason: sentences(until, message), beside: ['guests'] };
    };
    await this.changeVisit.execute(actor, visitId, action, ask, { may: mayAskGuests, asksHost: true });
  }

  private dueOf({ startsAt }: VisitFacts, { timeZone }: UnitFact, dueOn: string | undefined): string {
    const now = this.clock.now();
    if (dueOn === undefined) return usualDueOn(startsAt, now, timeZone);
    if (isDueFit(dueOn, startsAt, now, timeZone)) return dueOn;
    const latestDate = lastDueOn(startsAt, now, timeZone);
    const message = `Pilih tanggal antara hari ini dan ${formatCalendarDate(latestDate)}`;
    throw new VisitError('guest-due-unfit', { latestDate }, [{ field: 'dueOn', message }]);
  }
}

const unknown = { field: 'organisation', message: 'Pilih kantor dari daftar' };

function assertFit(visit: VisitFacts, { code }: UnitFact): void {
  if (code === visit.hostUnit) throw new VisitError('host-equals-guest');
  const standing = [visit.guestUnit, ...visit.joinedGuests, ...visit.askedGuests];
  if (standing.includes(code)) throw new VisitError('guest-twice');
  if (standing.length > MOST_GUESTS) throw new VisitError('too-many-guests');
}
