import { Injectable } from '@nestjs/common';
import type { VNode } from 'preact';
import { PageSources } from './page-sources.js';
import { sectionOf, type Gathered } from './section.js';

/** Pages that other features add to: name of the page, and what each part is told. */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- filled by declaration merging
export interface PageSlots {}

/** Makes a part of a page; null when there is nothing to show. */
export type PagePart<Facts> = (facts: Facts) => Promise<VNode | null>;

/** Where features add their part to a page of a feature below them. */
@Injectable()
export class PageParts {
  private readonly parts: {
    slot: string;
    order: number;
    part: PagePart<never>;
    styles: readonly string[];
  }[] = [];

  constructor(private readonly sources: PageSources) {}

  /**
   * @param order parts stand in ascending order
   * @param styles style sheets the part needs, for the head of the page (see `stylesOf`)
   */
  register<Slot extends keyof PageSlots>(
    slot: Slot,
    order: number,
    part: PagePart<PageSlots[Slot]>,
    styles: readonly string[] = [],
  ): void {
    this.parts.push({ slot, order, part, styles });
    this.parts.sort((a, b) => a.order - b.order);
  }

  /** The style sheets of all parts of a slot, for `<Layout styles>`. */
  stylesOf(slot: keyof PageSlots): string[] {
    return [...new Set(this.parts.filter((entry) => entry.slot === slot).flatMap(({ styles }) => styles))];
  }

  /** Asks for what a section of the page's own shows, and lives with its failure. */
  gather<Result>(ask: () => Promise<Result>): Promise<Gathered<Result>> {
    return this.sources.gather(ask);
  }

  /** The parts of a slot that have something to show; one that fails shows that instead, and the page stands. */
  async render<Slot extends keyof PageSlots>(slot: Slot, facts: PageSlots[Slot]): Promise<VNode[]> {
    const entries = this.parts.filter((entry) => entry.slot === slot);
    const gathered = await this.sources.gatherAll(entries, ({ part }) =>
      (part as unknown as PagePart<PageSlots[Slot]>)(facts),
    );
    return gathered.flatMap((each) => sectionOf(each) ?? []);
  }
}
