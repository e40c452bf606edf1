import { isSameTime, type DayTime } from '../../platform/text/day-hours.js';
import { Injectable } from '@nestjs/common';
import { hasTrait } from '../domain/visit-state-traits.js';
import { OverlappingPeople } from '../queries/overlapping-people.js';
import { takesGuests } from '../domain/guest-answers.js';
import { GuestRepository } from '../storage/guest-repository.js';
import { HistoryRepository } from '../storage/history-repository.js';
import { ParticipantRepository } from '../storage/participant-repository.js';
import { VisitRepository } from '../storage/visit-repository.js';
import type { VisitRow } from '../storage/visit-row.js';
import { VisitMoves } from './visit-moves.js';

/** What a step touches beside the visit itself. */
@Injectable()
export class StepSurroundings {
  constructor(
    readonly visits: VisitRepository,
    private readonly participants: ParticipantRepository,
    private readonly moves: VisitMoves,
    private readonly overlapping: OverlappingPeople,
    private readonly guests: GuestRepository,
    private readonly history: HistoryRepository,
  ) {}

  /** The newest line of a visit's history. */
  lastLine(visitId: string): ReturnType<HistoryRepository['last']> {
    return this.history.last(visitId);
  }

  /** Ends the invitations to a visit that nobody can join any more; whether there were any. */
  async endInvitations(visit: VisitRow): Promise<boolean> {
    return !takesGuests(visit) && (await this.guests.endInvitations(visit.id, visit.changedAt));
  }

  /**
   * Lets everything follow a visit that moved; who had answered is asked again.
   *
   * @returns what the history tells of it
   */
  async carryAlong(before: VisitRow, after: VisitRow): Promise<string> {
    if (hasTrait(after.state, 'standing') && after.sequence > before.sequence) {
      await this.participants.askAgain(after.id, after.changedAt);
    }
    return this.moves.moved(after.id, before, after);
  }

  /** Throws where what belongs to the visit keeps it from moving to a time that is proposed. */
  assertMovable(visitId: string, proposed: DayTime): Promise<void> {
    return this.moves.assertMovable(visitId, proposed);
  }

  /** A sentence for the history when the visit now takes time of people who are in another visit. */
  async overlapNote(before: VisitRow, after: VisitRow, accepting: string | null): Promise<string> {
    const settles =
      hasTrait(after.state, 'standing') &&
      (!hasTrait(before.state, 'standing') || !isSameTime(before, after));
    if (!settles) return '';
    const others = await this.overlapping.execute(after.id, after, accepting);
    const names = [...new Set(others.map(({ name }) => name))];
    return names.length > 0 ? `Peserta dengan kunjungan lain pada waktu yang sama: ${names.join(', ')}.` : '';
  }
}
