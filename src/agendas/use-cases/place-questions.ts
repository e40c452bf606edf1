import { Injectable } from '@nestjs/common';
import { RequestError } from '../../platform/http/request-error.js';
import type { Actor } from '../../platform/security/actor.js';
import { ChangeVisit, fieldChange } from '../../visits/index.js';
import { AgendaError } from '../domain/error-codes.js';
import { AgendaRepository } from '../storage/agenda-repository.js';
import { SessionQuestions } from '../storage/session-questions.js';

/** The id of a question and of its session; null takes it from any. */
export interface GivenPlace {
  id: string;
  session: string | null;
}

/** Says at which session of the agenda each learning question comes up. */
@Injectable()
export class PlaceQuestions {
  constructor(
    private readonly changeVisit: ChangeVisit,
    private readonly agendas: AgendaRepository,
    private readonly questions: SessionQuestions,
  ) {}

  /**
   * Those that are not given stay where they are.
   *
   * @throws AgendaError `session-unknown`
   * @throws RequestError `not-found` for a question that the visit does not have, `not-allowed`
   */
  async execute(actor: Actor, visitId: string, given: readonly GivenPlace[]): Promise<void> {
    await this.changeVisit.execute(actor, visitId, 'place-questions', async (visit) => {
      const { items, publicItems } = await this.agendas.ofVisit(visitId);
      const titles = new Map([...publicItems, ...items].map(({ id, title }) => [id, title]));
      const { learningQuestions, learningQuestionIds: ids } = visit;
      const before = await this.questions.of(ids);
      const after = new Map(before);
      for (const { id, session } of given) {
        if (!ids.includes(id)) throw new RequestError('not-found');
        if (session !== null && !titles.has(session)) throw new AgendaError('session-unknown', { session });
        if (session === null) after.delete(id);
        else after.set(id, session);
      }
      await this.questions.replace(ids, after);
      const named = (id: string | undefined) => titles.get(id ?? '');
      const changes = ids.flatMap((id, at) =>
        fieldChange(
          'question.session',
          learningQuestions[at] ?? '',
          named(before.get(id)),
          named(after.get(id)),
        ),
      );
      return { visit, result: undefined, beside: [], changes };
    });
  }
}
