import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { found } from '../../platform/http/request-error.js';
import { VisitError } from '../domain/error-codes.js';
import { ParticipantRepository } from '../storage/participant-repository.js';
import { VisitRepository } from '../storage/visit-repository.js';
import { RecordChange } from './record-change.js';

/** PARTSTAT of an answer (RFC 5545 section 3.2.12). */
export const givenAnswers = ['accepted', 'tentative', 'declined'] as const;
export type GivenAnswer = (typeof givenAnswers)[number];

/** Takes the answer that a participant gives in person, with or without an account. */
@Injectable()
export class AnswerInvitation {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly visits: VisitRepository,
    private readonly participants: ParticipantRepository,
    private readonly record: RecordChange,
  ) {}

  /**
   * The same answer again changes nothing.
   *
   * @throws VisitError `answer-too-late` when the visit is off or over
   * @throws RequestError `not-found` for somebody who does not take part
   */
  async execute(visitId: string, participantId: string, answer: GivenAnswer): Promise<void> {
    await this.database.transaction(async () => {
      const visit = found(await this.visits.lock(visitId));
      const all = await this.participants.ofVisit(visitId);
      const participant = found(all.find(({ id }) => id === participantId));
      const now = this.clock.now();
      if (visit.state !== 'confirmed' || now >= visit.endsAt) throw new VisitError('answer-too-late');
      if (participant.answer === answer) return;
      await this.participants.save({ ...participant, answer, answeredAt: now });
      await this.record.execute(
        { ...visit, version: visit.version + 1, changedAt: now },
        {
          actor: { personId: null, name: participant.name },
          action: 'answer',
          fromState: visit.state,
          reason: null,
        },
      );
    });
  }
}
