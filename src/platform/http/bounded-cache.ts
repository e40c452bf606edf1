/** Keeps what was used last, as much of it as has some weight together. */
export class BoundedCache<Value> {
  private readonly kept = new Map<string, { value: Value; weight: number }>();
  private total = 0;

  /** @param most what all together may weigh, such as bytes */
  constructor(private readonly most: number) {}

  get(key: string): Value | undefined {
    const found = this.kept.get(key);
    if (!found) return undefined;
    this.kept.delete(key);
    this.kept.set(key, found);
    return found.value;
  }

  /** Keeps a value, or says what one that is kept weighs now; one that is too heavy by itself is not kept. */
  set(key: string, value: Value, weight: number): void {
    this.drop(key);
    if (weight > this.most) return;
    this.kept.set(key, { value, weight });
    this.total += weight;
    for (const oldest of this.kept.keys()) {
      if (this.total <= this.most) return;
      this.drop(oldest);
    }
  }

  /** What all together weigh. */
  get weight(): number {
    return this.total;
  }

  private drop(key: string): void {
    this.total -= this.kept.get(key)?.weight ?? 0;
    this.kept.delete(key);
  }
}
