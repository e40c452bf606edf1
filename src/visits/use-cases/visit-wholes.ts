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
    for (const known of await Promise.all(this.sources.map((source) => source.ofVisits(ids)))) {
      for (const [id, whole] of known) wholes.set(id, [...(wholes.get(id) ?? []), whole]);
    }
    return wholes;
  }

  /** The longest notice that a whole allows its visit; 0 without one. */
  async longestNoticeOf(visitId: string): Promise<number> {
    const allowed = await Promise.all(
      this.sources.map((source) => source.longestNoticeOf?.(visitId) ?? Promise.resolve(0)),
    );
    return Math.max(0, ...allowed.map((days) => days ?? 0));
  }
}
