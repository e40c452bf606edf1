import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { found } from '../../platform/http/request-error.js';
import type { Actor } from '../../platform/security/actor.js';
import { newId } from '../../platform/text/tokens.js';
import { ChangeParticipants, type NewParticipant } from '../../visits/index.js';
import { VisitDayError } from '../domain/error-codes.js';
import { boundedEntryTime, supersedes } from '../domain/entry-times.js';
import { EntryRepository } from '../storage/entry-repository.js';
import { DayAccess } from './day-access.js';

export type Attendance = 'present' | 'absent';

/** Who is there: by tap, also of people nobody expected. */
@Injectable()
export class MarkAttendance {
  constructor(
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly access: DayAccess,
    private readonly participants: ChangeParticipants,
    private readonly entries: EntryRepository,
  ) {}

  /** The later tap wins; one that is older than what stands, or the same again, changes nothing. */
  mark(
    actor: Actor,
    visitId: string,
    participantId: string,
    { attendance, enteredAt }: { attendance: Attendance; enteredAt: Date | undefined },
  ): Promise<void> {
    return this.database.transaction(async () => {
      await this.entries.lockVisit(visitId);
      const { participants } = await this.access.writer(actor, visitId);
      const standing = found(participants.find(({ id }) => id === participantId));
      const given = { attendance, attendanceAt: boundedEntryTime(enteredAt ?? null, this.clock.now()) };
      if (!supersedes(given, standing)) return;
      await this.participants.change(actor, visitId, participantId, given);
    });
  }

  /**
   * Adds somebody who came unannounced, as present; the same id again adds nobody.
   * @returns the participant's id. @throws VisitDayError `entry-taken` for an id of another visit
   */
  async addPresent(
    actor: Actor,
    visitId: string,
    { enteredAt, ...given }: NewParticipant & { enteredAt: Date | undefined },
  ): Promise<string> {
    const id = given.id ?? newId();
    await this.database.transaction(async () => {
      await this.entries.lockVisit(visitId);
      await this.access.writer(actor, visitId);
      const standing = await this.entries.visitOfParticipant(id);
      if (standing === visitId) return;
      if (standing !== null) throw new VisitDayError('entry-taken');
      await this.participants.add(actor, visitId, { ...given, id });
      const attendanceAt = boundedEntryTime(enteredAt ?? null, this.clock.now());
      await this.participants.change(actor, visitId, id, { attendance: 'present', attendanceAt });
    });
    return id;
  }
}
