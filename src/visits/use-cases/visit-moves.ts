import { Injectable } from '@nestjs/common';
import { isSameTime, type DayTime } from '../../platform/text/day-hours.js';
import type { VisitMode } from '../domain/visit-mode.js';

/** A time that is proposed for a visit, and how people would meet then, where that changes. */
export interface ProposedSlot extends DayTime {
  mode?: VisitMode;
}

/**
 * Carries what belongs to a visit along to its new time, in the transaction that moves it, and gives a sentence about
 * it for the visit's history, or nothing.
 */
export type MoveListener = (visitId: string, before: DayTime, after: DayTime) => Promise<string>;

/** Holds a time that is proposed for a visit against what belongs to it, and throws where it cannot be. */
export type ProposalCheck = (visitId: string, proposed: ProposedSlot) => Promise<void>;

/** Where features above tell what has to move with a visit, and what keeps it from moving. */
@Injectable()
export class VisitMoves {
  private readonly listeners: MoveListener[] = [];
  private readonly checks: ProposalCheck[] = [];

  register(listener: MoveListener): void {
    this.listeners.push(listener);
  }

  registerCheck(check: ProposalCheck): void {
    this.checks.push(check);
  }

  /** Holds a proposed time against all that could keep the visit from moving there. */
  async assertMovable(visitId: string, proposed: ProposedSlot): Promise<void> {
    for (const check of this.checks) await check(visitId, proposed);
  }

  /** @returns what the history tells of what moved along; empty when nothing did */
  async moved(visitId: string, before: DayTime, after: DayTime): Promise<string> {
    if (isSameTime(before, after)) return '';
    const notes: string[] = [];
    for (const listener of this.listeners) notes.push(await listener(visitId, before, after));
    return notes.filter(Boolean).join(' ');
  }
}
