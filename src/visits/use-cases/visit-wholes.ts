import { Injectable } from '@nestjs/common';

/** What a visit is a part of, as its readers are told: `Perjalanan WBK, singgah 2 dari 3`. */
export interface VisitWhole {
  text: string;
  href: string;
}

/** What a feature knows of the wholes that it makes of visits. */
export interface WholesSource {
  /** The whole of each of the visits that has one. */
  ofVisits(ids: readonly string[]): Promise<ReadonlyMap<string, VisitWhole>>;
  /** How many days ahead a visit may be asked for because of its whole; null where that changes nothing. */
  longestNoticeOf?(visitId: string): Promise<number | null>;
}

/** Where features above tell what visits are parts of. */
@Injectable()
export class VisitWholes {
  private readonly sources: WholesSource[] = [];

  register(source: WholesSource): void {
    this.sources.push(source);
  }

  /** What each of the visits is a part of; one that stands alone is not in it. */
  async ofVisits(ids: readonly string[]): Promise<ReadonlyMap<string, VisitWhole[]>> {
    const wholes = new Map<string, VisitWhole[]>();
    for (const source of this.sources) {
      for (const [id, whole] of await source.ofVisits(ids))
        wholes.set(id, [...(wholes.get(id) ?? []), whole]);
    }
    return wholes;
  }

  /** The longest notice that a whole allows its visit; 0 without one. */
  async longestNoticeOf(visitId: string): Promise<number> {
    let longest = 0;
    for (const source of this.sources) {
      longest = Math.max(longest, (await source.longestNoticeOf?.(visitId)) ?? 0);
    }
    return longest;
  }
}
