import { Injectable } from '@nestjs/common';
import { found } from '../../platform/http/request-error.js';
import { formatDate, formatTime } from '../../platform/text/dates.js';
import { sentences } from '../../platform/text/sentences.js';
import { isOvertaken, whenSaid, type AnswerOrigin, type GivenAnswer } from '../domain/heard-answer.js';
import { givenAnswerWords } from '../domain/answer-words.js';
import { VisitFactsQuery } from '../queries/visit-facts.js';
import { HistoryRepository } from '../storage/history-repository.js';
import { ParticipantRepository, type ParticipantRow } from '../storage/participant-repository.js';
import { HearParticipant, type Said } from './hear-participant.js';

/** An answer that a participant gives in person. */
export interface PersonalAnswer {
  answer: GivenAnswer;
  from: Exclude<AnswerOrigin, 'officer'>;
  /** When it was given, as it says itself; null when it came at once. */
  statedAt: Date | null;
  /** What the participant wrote beside it. */
  comment: string;
  /** What the history tells beside that; empty when there is nothing to tell. */
  note: string;
}

/** What became of an answer. */
export type AnswerFate = 'taken' | 'unchanged' | 'overtaken';

/** Takes the answer that a participant gives in person, by whatever way. */
@Injectable()
export class AnswerInvitation {
  constructor(
    private readonly hear: HearParticipant,
    private readonly facts: VisitFactsQuery,
    private readonly participants: ParticipantRepository,
    private readonly history: HistoryRepository,
  ) {}

  /**
   * The same answer again without words changes nothing that is seen; one that was given before the last word is only
   * told in the history.
   *
   * @throws VisitError `answer-too-late` when the visit is off or over
   * @throws RequestError `not-found` for somebody who does not take part
   */
  async execute(visitId: string, participantId: string, said: PersonalAnswer): Promise<AnswerFate> {
    let fate: AnswerFate = 'unchanged';
    await this.hear.execute(visitId, participantId, async (participant, now) => {
      const saidAt = whenSaid(said.statedAt, now);
      if (isOvertaken(participant, saidAt, now)) {
        fate = 'overtaken';
        return this.overtaken(participant, said, saidAt);
      }
      await this.participants.hear(participant, { answer: said.answer, from: said.from, saidAt }, now);
      const line = await this.taken(participant, said);
      if (line) fate = 'taken';
      return line;
    });
    return fate;
  }

  private async taken(participant: ParticipantRow, said: PersonalAnswer): Promise<Said | null> {
    const { answer, comment, note } = said;
    const reason = sentences(comment, note) || null;
    const isChange = participant.answer !== answer;
    if (!isChange && (comment === '' || (await this.isTold(participant, 'answer', reason)))) return null;
    return {
      action: 'answer',
      reason,
      beside: ['answers'],
      news: { answer: isChange ? answer : null, words: comment },
    };
  }

  private async overtaken(
    participant: ParticipantRow,
    { answer, comment, note }: PersonalAnswer,
    saidAt: Date,
  ): Promise<Said | null> {
    const zone = found(await this.facts.byId(participant.visitId)).timeZone;
    const when = `${formatDate(saidAt, zone)}, pukul ${formatTime(saidAt, zone)}`;
    const what = `Sudah ada jawaban yang lebih baru daripada “${givenAnswerWords[answer]}” yang ditulis ${when}`;
    const reason = sentences(what, comment, note);
    if (await this.isTold(participant, 'answer-overtaken', reason)) return null;
    return { action: 'answer-overtaken', reason, beside: [], news: null };
  }

  private async isTold({ visitId, name }: ParticipantRow, action: string, reason: string | null) {
    return (await this.history.lastReason(visitId, action, name)) === reason;
  }
}
