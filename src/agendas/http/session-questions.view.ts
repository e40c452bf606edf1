import { listOf, Uuid } from '../../platform/http/view-fields.js';

export class QuestionSessionView {
  @Uuid()
  id: string;

  title: string;
}

class SessionQuestionView {
  @Uuid()
  id: string;

  question: string;
  /** At which it comes up; null for none. */
  session: QuestionSessionView | null;
}

export class SessionQuestionList extends listOf(SessionQuestionView) {}
