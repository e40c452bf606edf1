import { Injectable } from '@nestjs/common';
import { ParticipantRepository } from '../storage/participant-repository.js';
import { HearParticipant } from './hear-participant.js';

/** PARTSTAT of an answer (RFC 5545 section 3.2.12). */
export const givenAnswers = ['accepted', 'tentative', 'declined'] as const;
export type GivenAnswer = (typeof givenAnswers)[number];

/** Takes the answer that a participant gives in person. */
@Injectable()
export class AnswerInvitation {
  constructor(
    private readonly hear: HearParticipant,
    private readonly participants: ParticipantRepository,
  ) {}

  /**
   * The same answer again changes nothing.
   *
   * @param reason what the history tells beside it; null when there is nothing to tell
   * @throws VisitError `answer-too-late` when the visit is off or over
   * @throws RequestError `not-found` for somebody who does not take part
   */
  execute(
    visitId: string,
    participantId: string,
    answer: GivenAnswer,
    reason: string | null = null,
  ): Promise<void> {
    return this.hear.execute(visitId, participantId, async (participant, now) => {
      if (participant.answer === answer) return null;
      await this.participants.save({ ...participant, answer, answeredAt: now });
      return { action: 'answer', reason, beside: ['answers'] };
    });
  }
}
