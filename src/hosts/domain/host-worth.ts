import type { Distance } from '../../platform/text/distance.js';

/** What is known of a host on a matter, as far as the order looks. */
export interface HostEvidence {
  name: string;
  /** Published notes on the matter. */
  notes: number;
  /** Units that demonstrably took one of its practices over. */
  replications: number;
  /** Units that say they use one of its notes. */
  uses: number;
  /** Visits on the matter that it received. */
  hosted: number;
  /** Of 1 to 5, by its guests; null while too few have answered. */
  rating: { average: number; count: number } | null;
  /** As the crow flies; null where a place is not known. */
  distance: Distance | null;
  /** Start of the next free window; null when there is none within reach. */
  nextFree: Date | null;
}

export type WorthPart = 'notes' | 'replications' | 'uses' | 'hosted' | 'rating' | 'distance' | 'freeTime';

const DAY_MS = 24 * 60 * 60 * 1000;
/** The mark at which a rating speaks neither for nor against. */
const MIDDLE_MARK = 3;

const atMost = (most: number, value: number): number => Math.min(most, value);
const fading = (from: number, value: number): number => Math.max(0, 1 - value / from);

/**
 * How each part counts: what it measures times its points. What was shown to work elsewhere counts most, then what was
 * written, then what guests say; distance and free time decide between equals. Each part has a ceiling, so that no
 * single one carries a host.
 *
 * | part         | measures                                  | points | at most |
 * | ------------ | ----------------------------------------- | ------ | ------- |
 * | replications | units that took a practice over, up to 4  | 5      | 20      |
 * | notes        | notes on the matter, up to 4              | 4      | 16      |
 * | uses         | units that use a note, up to 5            | 1      | 5       |
 * | hosted       | visits received on the matter, up to 5    | 1      | 5       |
 * | rating       | average above or below 3                  | 4      | ±8      |
 * | distance     | 1 at hand, 0 from 1000 km on              | 4      | 4       |
 * | freeTime     | 1 when free today, 0 from 60 days on      | 3      | 3       |
 */
const weights: Readonly<
  Record<WorthPart, { points: number; measure: (host: HostEvidence, now: Date) => number }>
> = {
  replications: { points: 5, measure: ({ replications }) => atMost(4, replications) },
  notes: { points: 4, measure: ({ notes }) => atMost(4, notes) },
  uses: { points: 1, measure: ({ uses }) => atMost(5, uses) },
  hosted: { points: 1, measure: ({ hosted }) => atMost(5, hosted) },
  rating: { points: 4, measure: ({ rating }) => (rating === null ? 0 : rating.average - MIDDLE_MARK) },
  distance: {
    points: 4,
    measure: ({ distance }) => (distance ? fading(1000, distance.km) : 0),
  },
  freeTime: {
    points: 3,
    measure: ({ nextFree }, now) =>
      nextFree === null ? 0 : fading(60, Math.max(0, nextFree.getTime() - now.getTime()) / DAY_MS),
  },
};

const parts = Object.keys(weights) as WorthPart[];

/** The points of each part, by the table above. */
export function worthOf(host: HostEvidence, now: Date): Record<WorthPart, number> {
  return Object.fromEntries(
    parts.map((part) => [part, weights[part].points * weights[part].measure(host, now)]),
  ) as Record<WorthPart, number>;
}

export type Worth<Host> = Host & { score: number };

/** Hosts by what speaks for a visit to them, best first; equals by name. */
export function rankByWorth<Host extends HostEvidence>(hosts: readonly Host[], now: Date): Worth<Host>[] {
  return hosts
    .map((host) => ({
      ...host,
      score: Object.values(worthOf(host, now)).reduce((sum, part) => sum + part, 0),
    }))
    .sort((a, b) => b.score - a.score || a.name.localeCompare(b.name, 'id'));
}
