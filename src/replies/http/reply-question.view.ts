import { Instant, listOf, OneOf, Uuid } from '../../platform/http/view-fields.js';
import { givenAnswers } from '../../visits/index.js';
import type { Answer } from '../domain/judge-reply.js';
import { questionKinds, type QuestionKind } from '../domain/reply-question.js';

/** A mail that an officer is asked about. */
export class ReplyQuestionView {
  @Uuid()
  mail: string;

  @Uuid()
  participant: string;

  participantName: string;
  sender: string;
  /** Whether the participant was proved to have written it. */
  isProven: boolean;

  @OneOf('ReplyQuestionKind', questionKinds)
  kind: QuestionKind;

  @OneOf('GivenAnswer', givenAnswers)
  answer: Answer | null;

  @Instant()
  startsAt: string | null;

  @Instant()
  endsAt: string | null;

  /** Address of whom the participant sends instead. */
  substitute: string | null;
  words: string;

  @Instant()
  askedAt: string;
}

export class ReplyQuestionList extends listOf(ReplyQuestionView) {}
