import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import type { Actor } from '../../platform/security/actor.js';
import { newId } from '../../platform/text/tokens.js';
import { WriteDownPartner } from '../../units/index.js';
import { GuestRepository } from '../storage/guest-repository.js';
import { CheckReferences } from './check-references.js';

/** The visit that they come to. */
interface VisitOfPartners {
  id: string;
  startsAt: Date;
}

/** Lets outside partners be guests of a visit that is just being written down. */
@Injectable()
export class AddPartners {
  constructor(
    private readonly clock: Clock,
    private readonly partners: WriteDownPartner,
    private readonly guests: GuestRepository,
    private readonly references: CheckReferences,
  ) {}

  /**
   * @param names as they are typed; one that is known is found
   * @throws UnitError what speaks against a name; VisitError `unit-not-there`
   */
  async execute(
    actor: Actor,
    { id: visitId, startsAt }: VisitOfPartners,
    names: readonly string[],
  ): Promise<void> {
    const askedAt = this.clock.now();
    for (const name of names) {
      const { code } = await this.partners.execute({ name, place: '', timeZone: actor.timeZone });
      await this.references.thereOn([code], startsAt, actor.timeZone);
      await this.guests.ask({
        ...{ id: newId(), visitId, organisation: code, answer: 'joined', dueOn: null },
        ...{ askedBy: actor.personId, askedAt, message: '', partySize: null },
      });
    }
  }
}
