import { Injectable } from '@nestjs/common';
import { AddressFaults } from '../../platform/mail/address-faults.js';
import { found, RequestError } from '../../platform/http/request-error.js';
import type { Actor } from '../../platform/security/actor.js';
import { mayEdit } from '../domain/visit-policies.js';
import { ReadVisit } from './read-visit.js';

/** Lets officers say that a participant's address is right, after mail to it had failed for good. */
@Injectable()
export class ConfirmAddress {
  constructor(
    private readonly read: ReadVisit,
    private readonly faults: AddressFaults,
  ) {}

  /** @throws RequestError `not-found`; `not-allowed` to mere readers of the visit */
  async execute(actor: Actor, visitId: string, participantId: string): Promise<void> {
    const { visit, participants } = await this.read.execute(actor, visitId);
    if (!mayEdit(visit, actor)) throw new RequestError('not-allowed');
    const { email } = found(participants.find(({ id }) => id === participantId));
    if (email !== null) await this.faults.clear(email);
  }
}
