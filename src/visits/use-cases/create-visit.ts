import { Injectable } from '@nestjs/common';
import { RequestError } from '../../platform/http/request-error.js';
import type { Actor } from '../../platform/security/actor.js';
import { VisitError } from '../domain/error-codes.js';
import { firstState } from '../domain/visit-states.js';
import { assertSoundTime } from './assert-sound-time.js';
import { AskGuests, type NewJointVisit } from './ask-guests.js';
import { BeginVisit } from './begin-visit.js';
import { arrangesFor } from '../../platform/security/capabilities.js';

/** Writes down a new visit as a draft of the actor's own organisation. */
@Injectable()
export class CreateVisit {
  constructor(
    private readonly begin: BeginVisit,
    private readonly ask: AskGuests,
  ) {}

  /**
   * @param key the client's `Idempotency-Key`: the same key with the same request gives the same visit
   * @returns the id of the visit
   */
  async execute(actor: Actor, request: NewJointVisit, key: string | null): Promise<string> {
    if (arrangesFor(actor) !== request.guestUnit) throw new RequestError('not-allowed');
    if (request.guestUnit === request.hostUnit) throw new VisitError('host-equals-guest');
    assertSoundTime(request.startsAt, request.endsAt);
    return this.begin.once(actor, request, key, async () => {
      const begun = { action: 'create', state: firstState, side: 'guest', recordedBy: null } as const;
      const visit = await this.begin.execute(actor, request, { ...begun, tells: false });
      for (const guest of request.guests ?? []) await this.ask.execute(actor, visit.id, guest);
      return visit;
    });
  }
}
