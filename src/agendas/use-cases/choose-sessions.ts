import { Injectable } from '@nestjs/common';
import { RequestError } from '../../platform/http/request-error.js';
import type { Actor } from '../../platform/security/actor.js';
import { ChangeVisit, ParticipantRepository } from '../../visits/index.js';
import { AgendaError } from '../domain/error-codes.js';
import { AgendaRepository } from '../storage/agenda-repository.js';
import { AttendedSessionRepository } from '../storage/attended-session-repository.js';

/** Says that a participant comes for some sessions only, or again for the whole visit. */
@Injectable()
export class ChooseSessions {
  constructor(
    private readonly changeVisit: ChangeVisit,
    private readonly participants: ParticipantRepository,
    private readonly agendas: AgendaRepository,
    private readonly attended: AttendedSessionRepository,
  ) {}

  /**
   * @param sessionIds of the agenda worked on or published; none for the whole visit
   * @throws AgendaError `session-unknown`
   * @throws RequestError `not-found`, `not-allowed`
   */
  async execute(
    actor: Actor,
    visitId: string,
    participantId: string,
    sessionIds: readonly string[],
  ): Promise<void> {
    await this.changeVisit.execute(actor, visitId, 'choose-sessions', async (visit) => {
      const all = await this.participants.ofVisit(visitId);
      const participant = all.find(({ id }) => id === participantId);
      if (!participant) throw new RequestError('not-found');
      const { items, publicItems } = await this.agendas.ofVisit(visitId);
      const known = new Set([...items, ...publicItems].map(({ id }) => id));
      const unknown = sessionIds.find((id) => !known.has(id));
      if (unknown !== undefined) throw new AgendaError('session-unknown', { session: unknown });
      await this.attended.replace(participantId, sessionIds);
      return { visit, result: undefined, reason: participant.name, beside: ['attended-sessions'] };
    });
  }
}
