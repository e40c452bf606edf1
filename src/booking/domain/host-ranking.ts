import { distanceBetween, type Distance, type KnownPlace } from '../../platform/text/distance.js';

/** What speaks for a host, as far as the order looks. */
export interface HostInOrder extends KnownPlace {
  name: string;
  /** Whether it receives visits at all. */
  open: boolean;
  /** How well its name fits the words looked for, 0 best. */
  nameRank: number;
  /** Published notes that fit the program and the topic looked for. */
  notes: number;
  /** Such visits that it received. */
  hosted: number;
}

export const hostOrders = ['cocok', 'jarak', 'nama'] as const;
export type HostOrder = (typeof hostOrders)[number];

export interface HostWish {
  /** Where the guests come from; without it no distance is known. */
  from: KnownPlace | null;
  /** Farthest distance in kilometres; hosts without a known place are then left out. */
  withinKm: number | null;
  order: HostOrder;
}

export type Ranked<Host> = Host & { distance: Distance | null };

type Rule = (a: Ranked<HostInOrder>, b: Ranked<HostInOrder>) => number;

const openFirst: Rule = (a, b) => Number(b.open) - Number(a.open);
const byDistance: Rule = (a, b) =>
  (a.distance?.km ?? Number.MAX_VALUE) - (b.distance?.km ?? Number.MAX_VALUE);
const byName: Rule = (a, b) => a.name.localeCompare(b.name, 'id');

/** "Who is good at this?": what was written about it, then who showed it already, then who is near. */
const rules: Readonly<Record<HostOrder, readonly Rule[]>> = {
  cocok: [
    openFirst,
    (a, b) => b.notes - a.notes,
    (a, b) => b.hosted - a.hosted,
    (a, b) => a.nameRank - b.nameRank,
    byDistance,
    byName,
  ],
  jarak: [byDistance, byName],
  nama: [byName],
};

/** Hosts in the order wished for, each with its distance. */
export function rankHosts<Host extends HostInOrder>(
  hosts: readonly Host[],
  { from, withinKm, order }: HostWish,
): Ranked<Host>[] {
  return hosts
    .map((host) => ({ ...host, distance: distanceBetween(from, host) }))
    .filter((host) => withinKm === null || (host.distance !== null && host.distance.km <= withinKm))
    .sort((a, b) => {
      for (const rule of rules[order]) {
        const difference = rule(a, b);
        if (difference !== 0) return difference;
      }
      return 0;
    });
}
