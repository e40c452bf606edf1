import { Injectable } from '@nestjs/common';
import type { BusyTime } from '../domain/availability.js';

type Finder = (unit: string, from: Date, to: Date, now: Date) => Promise<BusyTime[]>;

/** Where features above register which of a host's time is taken. */
@Injectable()
export class TakenHostTime {
  private readonly finders: Finder[] = [];

  register(finder: Finder): void {
    this.finders.push(finder);
  }

  async between(unit: string, from: Date, to: Date, now: Date): Promise<BusyTime[]> {
    return (await Promise.all(this.finders.map((find) => find(unit, from, to, now)))).flat();
  }
}
