import { Injectable } from '@nestjs/common';
import { OverlappingPeople } from '../queries/overlapping-people.js';
import { VisitRepository } from '../storage/visit-repository.js';
import type { VisitRow } from '../storage/visit-row.js';
import { VisitMoves } from './visit-moves.js';

/** What a step touches beside the visit itself. */
@Injectable()
export class StepSurroundings {
  constructor(
    readonly visits: VisitRepository,
    readonly moves: VisitMoves,
    private readonly overlapping: OverlappingPeople,
  ) {}

  /** A sentence for the history when the visit now takes time of people who are in another visit. */
  async overlapNote(before: VisitRow, after: VisitRow): Promise<string> {
    const settles =
      after.state === 'confirmed' && (before.state !== 'confirmed' || +before.startsAt !== +after.startsAt);
    if (!settles) return '';
    const others = await this.overlapping.execute(after.id, after);
    const names = [...new Set(others.map(({ name }) => name))];
    return names.length > 0 ? `Peserta dengan kunjungan lain pada waktu yang sama: ${names.join(', ')}.` : '';
  }
}
