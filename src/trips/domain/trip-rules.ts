import { distanceBetween, type KnownPlace } from '../../platform/text/distance.js';
import { isOnSite, type VisitMode } from '../../visits/domain/index.js';
import { fastestMinutes } from './travel.js';

export const FEWEST_LEGS = 2;
export const MOST_LEGS = 3;

/** A leg as the rules see it: half-open time at a place. */
export interface LegTime extends KnownPlace {
  startsAt: Date;
  endsAt: Date;
  /** What its host is called. */
  host: string;
  /** Nobody travels to one that is online. */
  mode: VisitMode;
}

export type LegsFault =
  | { code: 'trip-legs-overlap'; earlier: string; later: string }
  | {
      code: 'trip-leg-unreachable';
      earlier: string;
      later: string;
      /** Minutes between the two, and those that nobody manages in less. */
      between: number;
      needed: number;
    };

/** Legs in the order in which they are seen. */
export const inOrder = <Leg extends { startsAt: Date }>(legs: readonly Leg[]): Leg[] =>
  [...legs].sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime());

/** Each with the one after it. */
const pairsOf = <Leg>(legs: readonly Leg[]): [Leg, Leg][] =>
  legs.slice(1).map((later, index) => [legs[index] as Leg, later]);

/** The first thing that keeps a party from seeing these legs one after the other, whatever their order; null for nothing. */
export function legsFault(legs: readonly LegTime[]): LegsFault | null {
  const ordered = inOrder(legs);
  for (const [earlier, later] of pairsOf(ordered)) {
    const names = { earlier: earlier.host, later: later.host };
    if (later.startsAt < earlier.endsAt) return { code: 'trip-legs-overlap', ...names };
  }
  for (const [earlier, later] of pairsOf(ordered.filter(isOnSite))) {
    const between = Math.round((later.startsAt.getTime() - earlier.endsAt.getTime()) / 60_000);
    const way = distanceBetween(earlier, later);
    const needed = way ? fastestMinutes(way.km) : 0;
    const names = { earlier: earlier.host, later: later.host };
    if (between < needed) return { code: 'trip-leg-unreachable', ...names, between, needed };
  }
  return null;
}
