import { Injectable } from '@nestjs/common';
import { found } from '../../platform/http/request-error.js';
import type { Actor } from '../../platform/security/actor.js';
import { ReadVisit } from '../../visits/index.js';
import { AttendedSessionRepository } from '../storage/attended-session-repository.js';

@Injectable()
export class ReadAttendedSessions {
  constructor(
    private readonly visits: ReadVisit,
    private readonly attended: AttendedSessionRepository,
  ) {}

  /** @throws RequestError `not-found`, also to those who may not see the visit */
  async execute(actor: Actor, visitId: string, participantId: string): Promise<string[]> {
    const { participants } = await this.visits.execute(actor, visitId);
    found(participants.find(({ id }) => id === participantId));
    const rows = await this.attended.ofVisits([visitId]);
    return rows.find((row) => row.participantId === participantId)?.sessionIds ?? [];
  }
}
