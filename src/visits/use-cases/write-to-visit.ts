import { Injectable } from '@nestjs/common';
import { HistoryRepository } from '../storage/history-repository.js';
import { HearParticipant } from './hear-participant.js';

const DAY = 86_400_000;
/** Most messages of one participant in a day that stand in the history. */
const MOST_MESSAGES = 10;

/** Keeps what a participant wrote to a visit in plain words in its history, and tells the officers of that side. */
@Injectable()
export class WriteToVisit {
  constructor(
    private readonly hear: HearParticipant,
    private readonly history: HistoryRepository,
  ) {}

  /**
   * The same words again are kept once.
   *
   * @param words plain text without links
   * @throws VisitError `answer-too-late` when the visit is off or over
   * @throws RequestError `not-found` for somebody who does not take part
   */
  async execute(visitId: string, participantId: string, words: string): Promise<void> {
    await this.hear.execute(visitId, participantId, async ({ name }, now) => {
      const since = new Date(now.getTime() - DAY);
      const today = await this.history.timesSince(visitId, 'write', name, since);
      if (today.length >= MOST_MESSAGES) return null;
      if ((await this.history.lastReason(visitId, 'write', name)) === words) return null;
      return { action: 'write', reason: words, beside: ['answers'], news: { answer: null, words } };
    });
  }
}
