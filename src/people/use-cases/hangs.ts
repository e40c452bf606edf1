import { Injectable } from '@nestjs/common';
import type { Hang } from '../domain/hanging.js';

/** Where features register what hangs on a person, so that it is seen and handed over when the person goes. */
@Injectable()
export class Hangs {
  private readonly hangs: Hang[] = [];

  register(...hangs: readonly Hang[]): void {
    this.hangs.push(...hangs);
    this.hangs.sort((a, b) => a.order - b.order);
  }

  get all(): readonly Hang[] {
    return this.hangs;
  }
}
