import { Injectable } from '@nestjs/common';
import type { VisitFacts } from '../../visits/index.js';
import { AgendaRepository } from '../storage/agenda-repository.js';
import { SessionQuestions } from '../storage/session-questions.js';

/** A learning question with the session at which it comes up; null for one that is anywhere. */
export interface PlacedQuestion {
  id: string;
  question: string;
  session: { id: string; title: string } | null;
}

/** The learning questions of a visit in its order, with their sessions. */
@Injectable()
export class ReadSessionQuestions {
  constructor(
    private readonly agendas: AgendaRepository,
    private readonly questions: SessionQuestions,
  ) {}

  /** @param isOrganiser whether sessions that were not published yet may be named */
  async of(
    {
      id,
      learningQuestions,
      learningQuestionIds,
    }: Pick<VisitFacts, 'id' | 'learningQuestions' | 'learningQuestionIds'>,
    isOrganiser: boolean,
  ): Promise<PlacedQuestion[]> {
    if (learningQuestions.length === 0) return [];
    const { items, publicItems } = await this.agendas.ofVisit(id);
    const sessions = new Map((isOrganiser ? items : publicItems).map((item) => [item.id, item]));
    const placed = await this.questions.of(learningQuestionIds);
    return learningQuestionIds.map((questionId, at) => {
      const session = sessions.get(placed.get(questionId) ?? '');
      const question = learningQuestions[at] ?? '';
      return { id: questionId, question, session: session ? { id: session.id, title: session.title } : null };
    });
  }
}
