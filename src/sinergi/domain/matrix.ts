/** How often a guest came to a host; either may be a unit or a regional office. */
export interface MatrixPair {
  guest: string;
  host: string;
  count: number;
}

export interface Matrix {
  guests: string[];
  hosts: string[];
  /** By guest and host, in the order of the two lists; 0 where nobody came. */
  counts: number[][];
  guestSums: number[];
  hostSums: number[];
  /** The greatest of the counts; 0 when there is none. */
  most: number;
}

/** Pairs as a table of guests and hosts, the busiest first on both sides; same sums keep the order of the pairs. */
export function matrixOf(pairs: readonly MatrixPair[]): Matrix {
  const guests = busiest(pairs, 'guest');
  const hosts = busiest(pairs, 'host');
  const rowOf = new Map(guests.map((guest, row) => [guest, row]));
  const columnOf = new Map(hosts.map((host, column) => [host, column]));
  const counts = guests.map(() => hosts.map(() => 0));
  for (const { guest, host, count } of pairs) {
    const row = counts[rowOf.get(guest) ?? -1];
    const column = columnOf.get(host) ?? -1;
    if (row) row[column] = (row[column] ?? 0) + count;
  }
  const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);
  return {
    guests,
    hosts,
    counts,
    guestSums: counts.map(sum),
    hostSums: hosts.map((_, column) => sum(counts.map((row) => row[column] ?? 0))),
    most: Math.max(0, ...counts.flat()),
  };
}

function busiest(pairs: readonly MatrixPair[], side: 'guest' | 'host'): string[] {
  const sums = new Map<string, number>();
  for (const pair of pairs) sums.set(pair[side], (sums.get(pair[side]) ?? 0) + pair.count);
  return [...sums].sort(([, one], [, other]) => other - one).map(([name]) => name);
}
