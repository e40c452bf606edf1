import type { RegisteredJob } from './job-registry.js';
import type { JobStore } from './job-store.js';
import type { RunJob } from './run-job.js';
import { runOf, type HeldJob } from './stored-job.js';

const CONCURRENCY = 4;
/** Jobs taken by one statement; those not begun yet are held with the others. */
const BATCH = 20;

/** Places in which this process runs jobs, shared by its queues. */
export class Places {
  private readonly queue: (() => void)[] = [];

  constructor(private free: number) {}

  async take(): Promise<void> {
    if (this.free > 0) this.free--;
    else await new Promise<void>((resolve) => this.queue.push(resolve));
  }

  give(): void {
    const next = this.queue.shift();
    if (next) next();
    else this.free++;
  }
}

/** Works one queue in this process: takes jobs in batches, runs them side by side, and goes on while there are more. */
export class QueueWorker {
  private readonly running = new Set<HeldJob>();
  private readonly held: HeldJob[] = [];
  private readonly done: HeldJob[] = [];
  private readonly busy = new Set<Promise<void>>();
  private fetching = false;
  private wanted = false;
  private completing = false;
  private stopping = false;

  constructor(
    readonly job: RegisteredJob,
    private readonly store: JobStore,
    private readonly runJob: RunJob,
    private readonly places: Places,
  ) {}

  /** Looks whether there is something to do. */
  wake(): void {
    this.wanted = true;
    void this.fill();
  }

  /** Tells that this process lives, for the jobs that it holds, and marks what could not be marked before. */
  async beat(): Promise<void> {
    const held = [...this.running, ...this.held, ...this.done];
    if (held.length > 0) await this.store.beat(this.job.name, held);
    await this.watch(() => this.complete());
  }

  /** Takes nothing more and waits for what runs. @returns what was taken and not begun */
  async stop(): Promise<HeldJob[]> {
    this.stopping = true;
    while (this.busy.size > 0) await Promise.allSettled(this.busy);
    return this.held.splice(0);
  }

  private async fill(): Promise<void> {
    if (this.fetching || this.stopping || !this.wanted || this.held.length > 0) return;
    this.fetching = true;
    this.wanted = false;
    await this.watch(async () => {
      try {
        const taken = await this.store.fetch(this.job.name, BATCH);
        this.held.push(...taken);
        if (taken.length > 0) this.wanted = true;
      } catch (error) {
        this.store.tell(error);
      } finally {
        this.fetching = false;
      }
    });
    this.begin();
  }

  private begin(): void {
    const most = this.job.concurrency ?? CONCURRENCY;
    while (!this.stopping && this.running.size < most) {
      const next = this.held.shift();
      if (!next) break;
      this.running.add(next);
      void this.watch(() => this.run(next)).then(() => {
        this.begin();
      });
    }
    void this.fill();
  }

  private async run(held: HeldJob): Promise<void> {
    await this.places.take();
    try {
      const failure = await this.runJob.run(this.job, runOf(held));
      if (failure) await this.store.fail(this.job.name, held, failure.error);
      else this.done.push(held);
    } catch (error) {
      // The job stays held and is taken over when its heartbeat ends.
      this.store.tell(error);
    } finally {
      this.running.delete(held);
      this.places.give();
    }
    void this.watch(() => this.complete());
  }

  /** Marks what is done, as many by one statement as came together. */
  private async complete(): Promise<void> {
    if (this.completing) return;
    this.completing = true;
    try {
      while (this.done.length > 0) {
        const these = [...this.done];
        await this.store.complete(this.job.name, these);
        this.done.splice(0, these.length);
      }
    } catch (error) {
      this.store.tell(error);
    } finally {
      this.completing = false;
    }
  }

  private async watch(work: () => Promise<void>): Promise<void> {
    const promise = work();
    this.busy.add(promise);
    try {
      await promise;
    } finally {
      this.busy.delete(promise);
    }
  }
}
