import { Injectable } from '@nestjs/common';
import { RequestError } from '../../platform/http/request-error.js';
import type { Actor } from '../../platform/security/actor.js';
import { ChangeVisit, fieldChange, ParticipantRepository } from '../../visits/index.js';
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
      const titles = new Map([...publicItems, ...items].map(({ id, title }) => [id, title]));
      const named = (ids: readonly string[]) =>
        [...titles].filter(([id]) => ids.includes(id)).map(([, title]) => title);
      const before = await this.chosen(visitId, participantId);
      if (before.toSorted().join() === [...new Set(sessionIds)].sort().join()) {
        return { visit, result: undefined, beside: [] };
      }
      await this.attended.replace(participantId, sessionIds);
      const { name } = participant;
      const changes = fieldChange('participant.sessions', name, named(before), named(sessionIds));
      return { visit, result: undefined, reason: name, beside: ['attended-sessions'], changes };
    });
  }

  private async chosen(visitId: string, participantId: string): Promise<string[]> {
    const all = await this.attended.ofVisits([visitId]);
    return all.find((one) => one.participantId === participantId)?.sessionIds ?? [];
  }
}
