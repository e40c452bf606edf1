import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/security/actor.js';

/** What a feature keeps under the code of an outside partner. */
export interface OrganisationHolding {
  /** As a preview names it: `Kunjungan yang diikuti`. */
  name: string;
  order: number;
  count: (code: string) => Promise<number>;
  /** Puts all of it under another partner, in the open transaction; what both have becomes one. */
  move: (actor: Actor, from: Named, into: Named) => Promise<void>;
}

interface Named {
  code: string;
  name: string;
}

/** How much of a kind there is. */
export interface HeldCount {
  name: string;
  count: number;
}

/** What features keep of partners, so that two can be put together. */
@Injectable()
export class OrganisationHoldings {
  private readonly holdings: OrganisationHolding[] = [];

  register(holding: OrganisationHolding): void {
    this.holdings.push(holding);
    this.holdings.sort((a, b) => a.order - b.order);
  }

  async countsOf(code: string): Promise<HeldCount[]> {
    const counts: HeldCount[] = [];
    for (const { name, count } of this.holdings) counts.push({ name, count: await count(code) });
    return counts;
  }

  async move(actor: Actor, from: Named, into: Named): Promise<void> {
    for (const holding of this.holdings) await holding.move(actor, from, into);
  }
}
