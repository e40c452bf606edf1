import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { found } from '../../platform/http/request-error.js';
import type { Attendance } from '../domain/attendance.js';
import { VisitError } from '../domain/error-codes.js';
import { fieldChange } from '../domain/field-changes.js';
import type { ParticipantSide } from '../domain/participant.js';
import { ParticipantRepository } from '../storage/participant-repository.js';
import { VisitRepository } from '../storage/visit-repository.js';
import { assertNew, newParticipant } from './change-participants.js';
import { RecordChange } from './record-change.js';

/** Somebody who came unasked. */
export interface WalkIn {
  /** Made by the device; sent again it is the same person. */
  id: string;
  name: string;
  office: string | null;
  side: ParticipantSide;
  attendance: Attendance;
  cameAt: Date;
  /** When it arrived, where the visit was closed before; null for what came in time. */
  lateAt: Date | null;
}

/** As many as come unasked to one visit: a hall that is open to all is no party. */
const MOST_WALK_INS = 100;

/**
 * Adds somebody who came unasked and says so in person, as present. Nobody is asked, mailed or reached by it: how the
 * person is reached counts once an officer has looked.
 */
@Injectable()
export class AddWalkIn {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly visits: VisitRepository,
    private readonly participants: ParticipantRepository,
    private readonly record: RecordChange,
  ) {}

  /**
   * @returns whether the person was added; false where the same id was before
   * @throws VisitError `walk-ins-full`, `participant-double` for a name that is listed already
   */
  execute(visitId: string, { cameAt, lateAt, attendance, ...given }: WalkIn): Promise<boolean> {
    return this.database.transaction(async () => {
      const visit = found(await this.visits.lock(visitId));
      const all = await this.participants.ofVisit(visitId);
      if (all.some(({ id }) => id === given.id)) return false;
      if (all.filter(({ walkIn }) => walkIn !== null).length >= MOST_WALK_INS) {
        throw new VisitError('walk-ins-full');
      }
      const now = this.clock.now();
      const came = {
        ...newParticipant(visitId, { ...given, role: 'member' }, now, null),
        ...{ attendance, attendanceAt: cameAt, attendanceEntry: given.id, attendanceLateAt: lateAt },
        ...{ attendanceOwn: true, walkIn: 'waits' as const },
      };
      assertNew(came, all);
      await this.participants.save(came);
      await this.record.execute(
        visit,
        { ...visit, version: visit.version + 1, changedAt: now },
        {
          actor: { personId: null, name: given.name },
          side: null,
          action: 'walk-in',
          reason: null,
          beside: ['people', 'attendance'],
          changes: [
            ...fieldChange('participant', null, null, given.name),
            ...fieldChange('participant.attendance', given.name, null, attendance),
          ],
        },
      );
      return true;
    });
  }
}
