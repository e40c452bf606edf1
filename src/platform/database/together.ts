/** How many questions are under way at once; who comes meanwhile goes along with the next. */
const UNDER_WAY = 2;
/** How many keys one question asks for. */
const MOST_KEYS = 200;

interface Asker<Value> {
  resolve(value: Value | undefined): void;
  reject(error: unknown): void;
}

/**
 * Asks for many keys by one statement. Each question begins after all who go along with it asked, so that the answer is
 * as true as one of their own.
 */
export class Together<Key, Value> {
  private waiting = new Map<Key, Asker<Value>[]>();
  private underWay = 0;
  private isDue = false;

  constructor(private readonly ask: (keys: Key[]) => Promise<ReadonlyMap<Key, Value>>) {}

  /** Undefined for a key that there is nothing for. */
  of(key: Key): Promise<Value | undefined> {
    return new Promise((resolve, reject) => {
      const those = this.waiting.get(key);
      if (those) those.push({ resolve, reject });
      else this.waiting.set(key, [{ resolve, reject }]);
      this.askSoon();
    });
  }

  /** After all that arrived in this turn of the event loop. */
  private askSoon(): void {
    if (this.isDue || this.underWay >= UNDER_WAY) return;
    this.isDue = true;
    setImmediate(() => {
      this.isDue = false;
      void this.askNow();
    });
  }

  private async askNow(): Promise<void> {
    const asked = [...this.waiting].slice(0, MOST_KEYS);
    for (const [key] of asked) this.waiting.delete(key);
    this.underWay += 1;
    try {
      const values = await this.ask(asked.map(([key]) => key));
      for (const [key, askers] of asked) for (const { resolve } of askers) resolve(values.get(key));
    } catch (error) {
      for (const [, askers] of asked) for (const { reject } of askers) reject(error);
    } finally {
      this.underWay -= 1;
      if (this.waiting.size > 0) this.askSoon();
    }
  }
}
