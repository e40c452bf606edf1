import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { found } from '../../platform/http/request-error.js';
import { formatDateTimeRange } from '../../platform/text/dates.js';
import type { Zone } from '../../platform/text/zones.js';
import { VisitError } from '../domain/error-codes.js';
import { VisitFactsQuery } from '../queries/visit-facts.js';
import { ParticipantRepository } from '../storage/participant-repository.js';
import { VisitRepository } from '../storage/visit-repository.js';
import { RecordChange } from './record-change.js';

/** Somebody whom a participant would send instead. */
export interface ProposedSubstitute {
  name: string;
  email: string;
  comment: string;
}

/**
 * Tells the officers of both units what a participant proposes, as a line of the visit's history and by mail. Nothing
 * moves and nobody is replaced by it: they decide.
 */
@Injectable()
export class RelayProposal {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly visits: VisitRepository,
    private readonly facts: VisitFactsQuery,
    private readonly participants: ParticipantRepository,
    private readonly record: RecordChange,
  ) {}

  /** @throws VisitError `answer-too-late` when the visit is off or over */
  async otherTime(
    visitId: string,
    participantId: string,
    { startsAt, endsAt, comment }: { startsAt: Date; endsAt: Date; comment: string },
  ): Promise<void> {
    const { timeZone } = found(await this.facts.byId(visitId));
    const time = formatDateTimeRange(startsAt, endsAt, timeZone as Zone);
    await this.tell(
      visitId,
      participantId,
      'suggest-time',
      sentences(`Waktu yang diusulkan: ${time}`, comment),
    );
  }

  /** @throws VisitError `answer-too-late` when the visit is off or over */
  async substitute(
    visitId: string,
    participantId: string,
    { name, email, comment }: ProposedSubstitute,
  ): Promise<void> {
    const who = [name, email === name ? '' : email].filter(Boolean).join(', ');
    await this.tell(visitId, participantId, 'suggest-substitute', sentences(`Pengganti: ${who}`, comment));
  }

  private async tell(visitId: string, participantId: string, action: string, reason: string): Promise<void> {
    await this.database.transaction(async () => {
      const visit = found(await this.visits.lock(visitId));
      const all = await this.participants.ofVisit(visitId);
      const { name } = found(all.find(({ id }) => id === participantId));
      const now = this.clock.now();
      if (visit.state !== 'confirmed' || now >= visit.endsAt) throw new VisitError('answer-too-late');
      await this.record.execute(
        { ...visit, version: visit.version + 1, changedAt: now },
        { actor: { personId: null, name }, action, fromState: visit.state, reason },
      );
    });
  }
}

const sentences = (...texts: string[]): string => texts.filter(Boolean).join('. ').slice(0, 1000);
