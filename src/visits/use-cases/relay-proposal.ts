import { sameHours } from '../../platform/text/day-hours.js';
import { Injectable } from '@nestjs/common';
import { found } from '../../platform/http/request-error.js';
import { formatDateTimeRange } from '../../platform/text/dates.js';
import { sentences } from '../../platform/text/sentences.js';
import { isOvertaken, whenSaid, type AnswerOrigin } from '../domain/heard-answer.js';
import { VisitError } from '../domain/error-codes.js';
import { VisitFactsQuery } from '../queries/visit-facts.js';
import { HistoryRepository } from '../storage/history-repository.js';
import { ParticipantRepository } from '../storage/participant-repository.js';
import { HearParticipant } from './hear-participant.js';

/** Somebody whom a participant would send instead. */
export interface ProposedSubstitute {
  name: string;
  email: string;
  comment: string;
  from: Exclude<AnswerOrigin, 'officer'>;
  /** When it was proposed, as it says itself; null when it came at once. */
  statedAt: Date | null;
}

const DAY = 86_400_000;
/** Most substitutes that one participant proposes in a day. */
const MOST_SUBSTITUTES = 3;

/**
 * Tells the officers of both units what a participant proposes, as a line of the visit's history and by mail. Nothing
 * moves and nobody is replaced by it: they decide. The same proposal again is not told again.
 */
@Injectable()
export class RelayProposal {
  constructor(
    private readonly hear: HearParticipant,
    private readonly facts: VisitFactsQuery,
    private readonly participants: ParticipantRepository,
    private readonly history: HistoryRepository,
  ) {}

  /** @throws VisitError `answer-too-late` when the visit is off or over */
  async otherTime(
    visitId: string,
    participantId: string,
    { startsAt, endsAt, comment }: { startsAt: Date; endsAt: Date; comment: string },
  ): Promise<void> {
    const { timeZone } = found(await this.facts.byId(visitId));
    const time = formatDateTimeRange(sameHours(startsAt, endsAt), timeZone);
    const reason = sentences(`Waktu yang diusulkan: ${time}`, comment);
    await this.hear.execute(visitId, participantId, ({ name }) =>
      this.ifNew(visitId, name, 'suggest-time', reason),
    );
  }

  /**
   * Whoever proposes a substitute does not come.
   *
   * @throws VisitError `answer-too-late` when the visit is off or over, `suggested-too-often` with the seconds to wait
   */
  async substitute(
    visitId: string,
    participantId: string,
    { name: substitute, email, comment, from, statedAt }: ProposedSubstitute,
  ): Promise<void> {
    const who = [substitute, email === substitute ? '' : email].filter(Boolean).join(', ');
    const reason = sentences(`Pengganti: ${who}`, comment);
    await this.hear.execute(visitId, participantId, async (participant, now) => {
      const saidAt = whenSaid(statedAt, now);
      const isDeclined = participant.answer === 'declined' || isOvertaken(participant, saidAt, now);
      if (!isDeclined) {
        await this.participants.hear(participant, { answer: 'declined', from, saidAt }, now);
      }
      const said = await this.ifNew(visitId, participant.name, 'suggest-substitute', reason);
      if (said) await this.assertSeldom(visitId, participant.name, now);
      const beside = isDeclined ? [] : (['answers'] as const);
      if (said) return { ...said, beside };
      return isDeclined ? null : { action: 'answer', reason: null, beside, news: null };
    });
  }

  /** Each proposal is mailed to the officers of both units. */
  private async assertSeldom(visitId: string, name: string, now: Date): Promise<void> {
    const since = new Date(now.getTime() - DAY);
    const [first, ...more] = await this.history.timesSince(visitId, 'suggest-substitute', name, since);
    if (!first || more.length + 1 < MOST_SUBSTITUTES) return;
    const retryAfter = Math.ceil((first.getTime() + DAY - now.getTime()) / 1000);
    throw new VisitError('suggested-too-often', { retryAfter });
  }

  private async ifNew(visitId: string, name: string, action: string, reason: string) {
    const last = await this.history.lastReason(visitId, action, name);
    return last === reason ? null : { action, reason, beside: [], news: null };
  }
}
