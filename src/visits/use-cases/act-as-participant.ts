import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { found } from '../../platform/http/request-error.js';
import { ParticipantRepository, type ParticipantRow } from '../storage/participant-repository.js';
import { VisitRepository } from '../storage/visit-repository.js';
import { RecordChange, type Cause } from './record-change.js';

/** What a participant changed, as the history tells it under the name that the person has then. */
export interface OwnChange extends Required<Pick<Cause, 'action' | 'reason' | 'beside' | 'changes'>> {
  name: string;
}

/** Who acts, and who else takes part. */
export interface ActingParticipant {
  participant: ParticipantRow;
  others: ParticipantRow[];
  now: Date;
}

/** Lets a participant, with or without an account, change what is the own, at any time of the visit's life. */
@Injectable()
export class ActAsParticipant {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly visits: VisitRepository,
    private readonly participants: ParticipantRepository,
    private readonly record: RecordChange,
  ) {}

  /**
   * @param change does it, while nobody else changes the visit; null where nothing changed
   * @throws RequestError `not-found` for somebody who does not take part
   */
  execute(
    visitId: string,
    participantId: string,
    change: (acting: ActingParticipant) => Promise<OwnChange | null>,
  ): Promise<void> {
    return this.database.transaction(async () => {
      const visit = found(await this.visits.lock(visitId));
      const all = await this.participants.ofVisit(visitId);
      const participant = found(all.find(({ id }) => id === participantId));
      const others = all.filter(({ id }) => id !== participantId);
      const now = this.clock.now();
      const changed = await change({ participant, others, now });
      if (!changed) return;
      const { name, ...told } = changed;
      await this.record.execute(
        visit,
        { ...visit, version: visit.version + 1, changedAt: now },
        { ...told, actor: { personId: null, name }, side: null },
      );
    });
  }
}
