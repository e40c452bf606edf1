import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { found } from '../../platform/http/request-error.js';
import { VisitError } from '../domain/error-codes.js';
import type { GivenAnswer } from '../domain/heard-answer.js';
import { hasTrait } from '../domain/visit-state-traits.js';
import { ParticipantRepository, type ParticipantRow } from '../storage/participant-repository.js';
import { VisitRepository } from '../storage/visit-repository.js';
import { LeaveNews } from './leave-news.js';
import { RecordChange, type Cause } from './record-change.js';

/** What is new in what a participant says, as the history tells it. */
export interface Said extends Required<Pick<Cause, 'action' | 'reason' | 'beside'>> {
  /** What the officers of that side are mailed of it in a while; null for what they are not told, or told at once. */
  news: { answer: GivenAnswer | null; words: string } | null;
}

/** Lets a participant, with or without an account, say something about a visit that is still ahead. */
@Injectable()
export class HearParticipant {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly visits: VisitRepository,
    private readonly participants: ParticipantRepository,
    private readonly news: LeaveNews,
    private readonly record: RecordChange,
  ) {}

  /**
   * @param hear does what was said, while nobody else changes the visit; null when it is nothing new
   * @throws VisitError `answer-too-late` when the visit is off or over
   * @throws RequestError `not-found` for somebody who does not take part
   */
  async execute(
    visitId: string,
    participantId: string,
    hear: (participant: ParticipantRow, now: Date) => Promise<Said | null>,
  ): Promise<void> {
    await this.database.transaction(async () => {
      // Read once the lock is had: a transaction's statements are sent in their order.
      const [locked, all] = await Promise.all([
        this.visits.lock(visitId),
        this.participants.ofVisit(visitId),
      ]);
      const visit = found(locked);
      const participant = found(all.find(({ id }) => id === participantId));
      const now = this.clock.now();
      if (!hasTrait(visit.state, 'standing') || now >= visit.endsAt) throw new VisitError('answer-too-late');
      const said = await hear(participant, now);
      if (!said) return;
      const { news, ...told } = said;
      if (news) await this.news.execute(visitId, { participantId, ...news, cameAt: now });
      await this.record.execute(
        visit,
        { ...visit, version: visit.version + 1, changedAt: now },
        { ...told, actor: { personId: null, name: participant.name }, side: null },
      );
    });
  }
}
