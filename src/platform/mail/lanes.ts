/** Milliseconds after which a task no longer holds back the others. */
const SLOW_AFTER = 15_000;

/** Most slow tasks that go on beside the lanes. */
export const SLOW_LANES = 20;

/**
 * Runs so many tasks at once. One that hangs gives its lane to another after a while and goes on beside them, so that a
 * few that hang do not stop the rest; past SLOW_LANES of them they do.
 */
export class DeliveryLanes {
  private taken = 0;
  private slow = 0;
  private waiting: (() => void)[] = [];

  /** @param width how many tasks run at once */
  constructor(
    private readonly width: number,
    private readonly slowAfter = SLOW_AFTER,
  ) {}

  get isIdle(): boolean {
    return this.taken + this.slow === 0;
  }

  get isFull(): boolean {
    return this.taken >= this.width;
  }

  /** Waits until a task ends or becomes slow, or until somebody calls `ring`. */
  change(): Promise<void> {
    return new Promise((resolve) => this.waiting.push(resolve));
  }

  /** Ends every waiting for a change. */
  ring(): void {
    for (const resolve of this.waiting.splice(0)) resolve();
  }

  /** Starts a task, which must not fail. */
  run(task: () => Promise<void>): void {
    let isSlow = false;
    this.taken++;
    const timer = setTimeout(() => {
      if (this.slow >= SLOW_LANES) return;
      isSlow = true;
      this.taken--;
      this.slow++;
      this.ring();
    }, this.slowAfter).unref();
    void task().finally(() => {
      clearTimeout(timer);
      if (isSlow) this.slow--;
      else this.taken--;
      this.ring();
    });
  }
}
