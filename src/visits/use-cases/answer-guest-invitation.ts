import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { found, RequestError } from '../../platform/http/request-error.js';
import type { Actor } from '../../platform/security/actor.js';
import { sentences } from '../../platform/text/sentences.js';
import { UnitFacts } from '../../units/index.js';
import { VisitError } from '../domain/error-codes.js';
import {
  answersFor,
  guestActions,
  guestStep,
  mayAskGuests,
  type GuestAction,
} from '../domain/guest-answers.js';
import type { VisitFacts } from '../queries/visit-facts.js';
import { GuestRepository } from '../storage/guest-repository.js';
import { CheckReferences } from './check-references.js';
import { ChangeVisit } from './change-visit.js';
import { arrangedUnits, arrangesFor, arrangesOf } from '../../platform/security/capabilities.js';

/** What comes with a step about an invitation. */
export interface GuestStepInput {
  partySize?: number | null;
  reason?: string | null | undefined;
}

/** Takes the answer of an organisation that was asked to join a visit, and lets it leave or be taken back. */
@Injectable()
export class AnswerGuestInvitation {
  constructor(
    private readonly clock: Clock,
    private readonly units: UnitFacts,
    private readonly changeVisit: ChangeVisit,
    private readonly guests: GuestRepository,
    private readonly references: CheckReferences,
  ) {}

  /**
   * The host is asked where those who join make the party larger than it receives.
   *
   * @param asked whose part it is; null for whichever organisation the actor answers for
   * @throws VisitError `guest-step-late` where it stands otherwise by now, or the visit is off or over; `reason-needed`,
   *   `unit-not-there` for one that joins and is closed by then
   * @throws RequestError `not-found` for an organisation that was never asked, `not-allowed` for others' people
   */
  execute(
    actor: Actor,
    visitId: string,
    asked: string | null,
    action: GuestAction,
    { partySize = null, reason = '' }: GuestStepInput,
  ): Promise<void> {
    const { to, needsReason, by } = guestStep(action);
    if (asked === null && arrangedUnits(actor).length === 0) throw new RequestError('not-allowed');
    const may = by === 'asker' ? mayAskGuests : () => asked === null || answersFor(asked, actor);
    return this.changeVisit.execute(
      actor,
      visitId,
      historyActions[action],
      async (visit) => {
        const organisation = asked ?? ownPart(visit, actor);
        const guest = found(await this.guests.find(visitId, organisation));
        if (!guestActions(visit, guest, actor).includes(action)) throw new VisitError('guest-step-late');
        if (needsReason && !reason?.trim()) throw new VisitError('reason-needed');
        if (action === 'join')
          await this.references.goingOnAt([organisation], visit.startsAt, visit.timeZone);
        const size = action === 'join' ? partySize : guest.partySize;
        const answer = { answer: to, answeredBy: actor.personId, answeredAt: this.clock.now() };
        await this.guests.answer(guest.id, { ...answer, reason: reason?.trim() ?? '', partySize: size });
        const brought = guest.answer === 'joined' && (await this.guests.removePeople(visitId, organisation));
        const name = (await this.units.byCode(organisation))?.name ?? organisation;
        const told = action === 'join' ? `${name}, ${size ?? 1} orang` : name;
        const beside = brought ? (['guests', 'people'] as const) : (['guests'] as const);
        return { visit, result: undefined, reason: sentences(told, reason ?? ''), beside };
      },
      { may, asksHost: true },
    );
  }
}

const historyActions = {
  join: 'join-guest',
  decline: 'decline-guest',
  leave: 'leave-guest',
  'take-back': 'take-back-guest',
} as const satisfies Record<GuestAction, string>;

/** The organisation that the actor's own answers for: itself, or one that merged into it and was asked. */
const ownPart = ({ askedGuests, joinedGuests }: VisitFacts, actor: Actor): string =>
  [...askedGuests, ...joinedGuests].find((unit) => arrangesOf(actor, unit)) ?? arrangesFor(actor) ?? '';
