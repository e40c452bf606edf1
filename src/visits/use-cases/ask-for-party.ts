import { Injectable } from '@nestjs/common';
import { RequestError } from '../../platform/http/request-error.js';
import type { Actor } from '../../platform/security/actor.js';
import { VisitError } from '../domain/error-codes.js';
import { partyFault } from '../domain/party-limit.js';
import { actorSides, mayBring, mayEdit, type VisitParties } from '../domain/visit-policies.js';
import type { VisitFacts } from '../queries/visit-facts.js';
import { ChangeVisit, type VisitChange } from './change-visit.js';

/** A party beyond the host's limit: the guest asks for it, the host agrees or not. */
@Injectable()
export class AskForParty {
  constructor(private readonly changeVisit: ChangeVisit) {}

  /**
   * The guest asks to bring more people than the host usually receives.
   *
   * @param partySize guests in all
   * @throws VisitError `party-fits` where nobody needs to be asked; RequestError `not-allowed` for all but the guests
   */
  ask(actor: Actor, visitId: string, partySize: number, reason: string): Promise<void> {
    const ask = (visit: VisitFacts): Promise<VisitChange<undefined>> => {
      if (!isOfGuests(visit, actor) || visit.submittedAt === null) {
        throw new RequestError('not-allowed');
      }
      if (!partyFault({ ...visit, partyCount: partySize })) throw new VisitError('party-fits');
      const asked = { ...visit, askedParty: partySize };
      return Promise.resolve({
        visit: asked,
        result: undefined,
        reason: said(partySize, reason),
        beside: [],
      });
    };
    return this.changeVisit.execute(actor, visitId, 'ask-party', ask, { may: mayAsk });
  }

  /**
   * The host answers what the guest asked for.
   *
   * @throws VisitError `party-not-asked`; RequestError `not-allowed` for all but the host
   */
  answer(actor: Actor, visitId: string, agreed: boolean, reason: string): Promise<void> {
    return this.changeVisit.execute(actor, visitId, agreed ? 'agree-party' : 'refuse-party', (visit) => {
      if (!actorSides(visit, actor).includes('host')) throw new RequestError('not-allowed');
      const { askedParty } = visit;
      if (askedParty === null) throw new VisitError('party-not-asked');
      const agreedParty = agreed ? askedParty : visit.agreedParty;
      return Promise.resolve({
        visit: { ...visit, agreedParty, askedParty: null },
        result: undefined,
        reason: said(askedParty, reason),
        beside: [],
      });
    });
  }
}

/** Whoever may bring people may ask for more. */
const mayAsk = (visit: VisitParties, actor: Actor): boolean =>
  mayEdit(visit, actor) || mayBring(visit, actor);

const isOfGuests = (visit: VisitParties, actor: Actor): boolean =>
  actorSides(visit, actor).some((side) => side === 'guest' || side === 'joined');

const said = (partySize: number, reason: string): string => `${partySize} orang. ${reason}`.trim();
