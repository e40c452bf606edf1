const WINDOW = 60_000;
/** So that no flood of made-up addresses fills the memory; the oldest counts go first. */
const MOST_KEYS = 50_000;

interface Count {
  since: number;
  taken: number;
}

/** Counts by key, each in windows of a minute that begin with its first request; instants in milliseconds. */
export class RequestCounter {
  private readonly counts = new Map<string, Count>();

  constructor(private readonly most: number) {}

  /**
   * Takes one of each key, or of none when one of them has no more.
   *
   * @returns 0, or the milliseconds until there is room again
   */
  take(keys: readonly string[], now: number): number {
    const counts = keys.map((key) => this.countOf(key, now));
    const waits = counts.filter(({ taken }) => taken >= this.most).map(({ since }) => since + WINDOW - now);
    if (waits.length > 0) return Math.max(...waits);
    for (const count of counts) count.taken += 1;
    return 0;
  }

  /** Gives back what a request took that turned out to be harmless. */
  giveBack(key: string): void {
    const count = this.counts.get(key);
    if (count && count.taken > 0) count.taken -= 1;
  }

  private countOf(key: string, now: number): Count {
    const known = this.counts.get(key);
    if (known && now - known.since < WINDOW) return known;
    const fresh = { since: now, taken: 0 };
    this.counts.delete(key);
    this.counts.set(key, fresh);
    const [oldest] = this.counts.keys();
    if (this.counts.size > MOST_KEYS && oldest !== undefined) this.counts.delete(oldest);
    return fresh;
  }
}
