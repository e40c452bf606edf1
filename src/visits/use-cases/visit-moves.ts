import { Injectable } from '@nestjs/common';

/** Half-open time of a visit, as instants. */
export interface VisitTime {
  startsAt: Date;
  endsAt: Date;
}

/**
 * Carries what belongs to a visit along to its new time, in the transaction that moves it, and gives a sentence about
 * it for the visit's history, or nothing.
 */
export type MoveListener = (visitId: string, before: VisitTime, after: VisitTime) => Promise<string>;

/** Where features above tell what has to move with a visit. */
@Injectable()
export class VisitMoves {
  private readonly listeners: MoveListener[] = [];

  register(listener: MoveListener): void {
    this.listeners.push(listener);
  }

  /** @returns what the history tells of what moved along; empty when nothing did */
  async moved(visitId: string, before: VisitTime, after: VisitTime): Promise<string> {
    const stays = +before.startsAt === +after.startsAt && +before.endsAt === +after.endsAt;
    if (stays) return '';
    const notes: string[] = [];
    for (const listener of this.listeners) notes.push(await listener(visitId, before, after));
    return notes.filter(Boolean).join(' ');
  }
}
