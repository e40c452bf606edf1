import { Injectable } from '@nestjs/common';
import type { Actor } from '../security/actor.js';
import type { IconName } from './icon.js';

/** Something that waits for somebody to do it. */
export interface WaitingTask {
  /** Where it is done. */
  href: string;
  icon: IconName;
  /** What is to be done, as an order to oneself: `Jawab permintaan Bapas Purwokerto`. */
  title: string;
  /** What it is about: the visit's title and time. */
  detail: string;
  /** When it is due; null when it only waits. */
  dueAt: Date | null;
}

type Finder = (actor: Actor, now: Date) => Promise<WaitingTask[]>;

/** Where features register what waits for somebody, for the start page. */
@Injectable()
export class WaitingTasks {
  private readonly finders: Finder[] = [];

  register(finder: Finder): void {
    this.finders.push(finder);
  }

  /** What waits for somebody, the soonest due first, what has no date last. */
  async of(actor: Actor, now: Date): Promise<WaitingTask[]> {
    const found = await Promise.all(this.finders.map((find) => find(actor, now)));
    const due = ({ dueAt }: WaitingTask): number => dueAt?.getTime() ?? Number.MAX_SAFE_INTEGER;
    return found.flat().sort((a, b) => due(a) - due(b));
  }
}
