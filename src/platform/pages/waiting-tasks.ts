import { Injectable } from '@nestjs/common';
import type { Actor } from '../security/actor.js';
import type { Deadline } from '../text/deadline.js';
import type { IconName } from './icon.js';
import { PageSources } from './page-sources.js';

/** Something that waits for somebody to do it. */
export interface WaitingTask {
  /** Where it is done. */
  href: string;
  icon: IconName;
  /** What is to be done, as an order to oneself: `Jawab permintaan Bapas Purwokerto`. */
  title: string;
  /** What it is about: the visit's title and time. */
  detail: string;
  /** Until when; null when it only waits. */
  due: Deadline | null;
}

/** What waits for somebody, as far as it could be found. */
export interface WaitingList {
  /** The soonest due first, what has no date last. */
  tasks: WaitingTask[];
  /** References of what could not be found, to be quoted. */
  faults: string[];
}

type Finder = (actor: Actor, now: Date) => Promise<WaitingTask[]>;

/** Where features register what waits for somebody, for the start page. */
@Injectable()
export class WaitingTasks {
  private readonly finders: Finder[] = [];

  constructor(private readonly sources: PageSources) {}

  register(finder: Finder): void {
    this.finders.push(finder);
  }

  async of(actor: Actor, now: Date): Promise<WaitingList> {
    const gathered = await this.sources.gatherAll(this.finders, (find) => find(actor, now));
    const last = ({ due }: WaitingTask): number => due?.last.getTime() ?? Number.MAX_SAFE_INTEGER;
    return {
      tasks: gathered.flatMap(({ found }) => found ?? []).sort((a, b) => last(a) - last(b)),
      faults: gathered.flatMap(({ reference }) => reference ?? []),
    };
  }
}
