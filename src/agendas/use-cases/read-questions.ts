import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/security/actor.js';
import { ReadVisit } from '../../visits/index.js';
import { ReadSessionQuestions, type PlacedQuestion } from '../queries/read-session-questions.js';
import { ReadAgenda } from './read-agenda.js';

/** The learning questions of a visit, as far as somebody may see their sessions. */
@Injectable()
export class ReadQuestions {
  constructor(
    private readonly visits: ReadVisit,
    private readonly agendas: ReadAgenda,
    private readonly questions: ReadSessionQuestions,
  ) {}

  /** @throws RequestError `not-found` also for those who may not see the visit */
  async execute(actor: Actor, visitId: string): Promise<PlacedQuestion[]> {
    const [{ visit }, { isOrganiser }] = await Promise.all([
      this.visits.withParticipants(actor, visitId),
      this.agendas.execute(actor, visitId),
    ]);
    return this.questions.of(visit, isOrganiser);
  }
}
