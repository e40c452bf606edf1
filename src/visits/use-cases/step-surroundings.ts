import { Injectable } from '@nestjs/common';
import { hasTrait } from '../domain/visit-state-traits.js';
import { OverlappingPeople } from '../queries/overlapping-people.js';
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
  ) {}

  /**
   * Lets everything follow a visit that moved; who had answered is asked again.
   *
   * @returns what the history tells of it
   */
  async carryAlong(before: VisitRow, after: VisitRow): Promise<string> {
    if (hasTrait(after.state, 'standing') && after.sequence > before.sequence) {
      await this.participants.askAgain(after.id);
    }
    return this.moves.moved(after.id, before, after);
  }

  /** A sentence for the history when the visit now takes time of people who are in another visit. */
  async overlapNote(before: VisitRow, after: VisitRow): Promise<string> {
    const settles =
      hasTrait(after.state, 'standing') &&
      (!hasTrait(before.state, 'standing') || +before.startsAt !== +after.startsAt);
    if (!settles) return '';
    const others = await this.overlapping.execute(after.id, after);
    const names = [...new Set(others.map(({ name }) => name))];
    return names.length > 0 ? `Peserta dengan kunjungan lain pada waktu yang sama: ${names.join(', ')}.` : '';
  }
}
