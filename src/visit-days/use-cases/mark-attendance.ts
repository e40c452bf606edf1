import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { found } from '../../platform/http/request-error.js';
import type { Actor } from '../../platform/security/actor.js';
import { newId } from '../../platform/text/tokens.js';
import { ChangeParticipants, type Attendance, type NewParticipant } from '../../visits/index.js';
import { VisitDayError } from '../domain/error-codes.js';
import { supersedes, type DeviceTimes } from '../domain/entry-times.js';
import { EntryRepository } from '../storage/entry-repository.js';
import { DayAccess, type TakenEntry } from './day-access.js';

/** A tap on a device. */
export interface Tap extends DeviceTimes {
  /** Made by the device; sent again it is the same tap. */
  id?: string | undefined;
  attendance: Attendance;
}

/** What holds in place of a tap that came too late to count. */
export interface StandingAttendance {
  name: string;
  attendance: Attendance;
  byName: string | null;
  at: Date;
}

const attendanceOf = ({ enteredAt }: TakenEntry) => ({ attendanceAt: enteredAt });

/** Who is there: by tap, also of people nobody expected. */
@Injectable()
export class MarkAttendance {
  constructor(
    private readonly database: Database,
    private readonly access: DayAccess,
    private readonly participants: ChangeParticipants,
    private readonly entries: EntryRepository,
  ) {}

  /**
   * The later tap wins; one that is older than what stands, or the same again, changes nothing.
   *
   * @returns what stands where it says something else than the tap; null where the tap is what stands
   * @throws as DayAccess.writer
   */
  mark(
    actor: Actor,
    visitId: string,
    participantId: string,
    { id, attendance, ...times }: Tap,
  ): Promise<StandingAttendance | null> {
    return this.database.transaction(async () => {
      await this.entries.lockVisit(visitId);
      const readable = await this.access.reader(actor, visitId);
      const standing = found(readable.participants.find((each) => each.id === participantId));
      if (id !== undefined && standing.attendanceEntry === id) return null;
      const taken = this.access.writer(actor, readable, times);
      const given = { attendance, ...attendanceOf(taken), attendanceEntry: id ?? null };
      if (supersedes(given, standing)) {
        await this.participants.change(actor, visitId, participantId, given);
        return null;
      }
      const { name, attendance: stands, attendanceByName, attendanceAt } = standing;
      if (stands === null || stands === attendance || attendanceAt === null) return null;
      return { name, attendance: stands, byName: attendanceByName ?? null, at: attendanceAt };
    });
  }

  /**
   * Adds somebody who came unannounced, as present; the same id again adds nobody.
   * @returns the participant's id. @throws VisitDayError `entry-taken` for an id of another visit, and as DayAccess.writer
   */
  async addPresent(
    actor: Actor,
    visitId: string,
    { enteredAt, sentAt, ...given }: NewParticipant & DeviceTimes,
  ): Promise<string> {
    const id = given.id ?? newId();
    await this.database.transaction(async () => {
      await this.entries.lockVisit(visitId);
      const readable = await this.access.reader(actor, visitId);
      const standing = await this.entries.visitOfParticipant(id);
      if (standing === visitId) return;
      if (standing !== null) throw new VisitDayError('entry-taken');
      const taken = this.access.writer(actor, readable, { enteredAt, sentAt });
      await this.participants.add(actor, visitId, { ...given, id }, taken.late);
      const present = { attendance: 'present' as const, ...attendanceOf(taken) };
      await this.participants.change(actor, visitId, id, present);
    });
    return id;
  }
}
