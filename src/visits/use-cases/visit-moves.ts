import { Injectable } from '@nestjs/common';

/** Half-open time of a visit, as instants. */
export interface VisitTime {
  startsAt: Date;
  endsAt: Date;
}

/** Carries what belongs to a visit along to its new time, in the transaction that moves it. */
export type MoveListener = (visitId: string, before: VisitTime, after: VisitTime) => Promise<void>;

/** Where features above tell what has to move with a visit. */
@Injectable()
export class VisitMoves {
  private readonly listeners: MoveListener[] = [];

  register(listener: MoveListener): void {
    this.listeners.push(listener);
  }

  async moved(visitId: string, before: VisitTime, after: VisitTime): Promise<void> {
    const stays = +before.startsAt === +after.startsAt && +before.endsAt === +after.endsAt;
    if (stays) return;
    for (const listener of this.listeners) await listener(visitId, before, after);
  }
}
