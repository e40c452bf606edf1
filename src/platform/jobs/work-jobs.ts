import { Injectable } from '@nestjs/common';
import { Environment } from '../../../config/environment.js';
import { JobRegistry, type RegisteredJob } from './job-registry.js';
import { JobStates } from './job-states.js';
import { HEARTBEAT_SECONDS, JobStore } from './job-store.js';
import { Places, QueueWorker } from './queue-worker.js';
import { RunJob } from './run-job.js';
import { Wake } from './wake.js';

/** Milliseconds between looks at all queues for what became due. */
const LOOK_EVERY = 2000;
/** Milliseconds between looks at what a dead worker left behind. */
const RECOVER_EVERY = 8000;
/** Milliseconds between looks at whether the clock was ahead. */
const REPAIR_EVERY = 30_000;
const BEAT_EVERY = (HEARTBEAT_SECONDS * 1000) / 4;
/** Milliseconds that running jobs get to end when the process stops. */
const GRACE = 10_000;

/** Topic that is signalled when jobs of a queue were stored. */
export const jobTopic = (name: string): string => `jobs/${name}`;

/** Works all queues in this process. */
@Injectable()
export class WorkJobs {
  private workers = new Map<string, QueueWorker>();
  private readonly woken = new Set<Promise<void>>();
  private readonly undo: (() => void)[] = [];
  private stopped = false;

  constructor(
    private readonly registry: JobRegistry,
    private readonly store: JobStore,
    private readonly states: JobStates,
    private readonly runJob: RunJob,
    private readonly wake: Wake,
    private readonly environment: Environment,
  ) {}

  /** Half of the connections are for jobs, so that those who ask by HTTP always find one. */
  start(): void {
    const places = new Places(Math.max(2, Math.floor(this.environment.DATABASE_POOL / 2)));
    for (const job of this.registry.all()) {
      const worker = new QueueWorker(job, this.store, this.runJob, places);
      this.workers.set(job.name, worker);
      this.undo.push(
        this.wake.on(jobTopic(job.name), () => {
          worker.wake();
        }),
      );
      if (job.wokenBy) this.undo.push(this.wake.on(job.wokenBy, this.runOnWake(job)));
    }
    this.repeat(LOOK_EVERY, () => this.look());
    this.repeat(RECOVER_EVERY, () => this.recover());
    this.repeat(BEAT_EVERY, () => this.beat());
    this.repeat(REPAIR_EVERY, () => this.states.repairClock());
  }

  /** Ends the work: what runs gets some seconds, what was not begun is given back. */
  async stop(): Promise<void> {
    this.stopped = true;
    for (const undo of this.undo.splice(0)) undo();
    const ended = [...this.workers.values()].map(async (worker) => {
      const notBegun = await worker.stop();
      if (notBegun.length > 0) await this.states.giveBack(worker.job.name, notBegun);
    });
    let timer: NodeJS.Timeout | undefined;
    const grace = new Promise((resolve) => {
      timer = setTimeout(resolve, GRACE);
    });
    await Promise.race([Promise.allSettled([...ended, ...this.woken]), grace]);
    clearTimeout(timer);
    this.workers.clear();
  }

  /** Runs a job at each signal, one run at a time, and once more when signals came meanwhile. */
  private runOnWake(job: RegisteredJob): () => void {
    let wanted = false;
    let running = false;
    const run = async (): Promise<void> => {
      running = true;
      while (wanted && !this.stopped) {
        wanted = false;
        await this.runJob.run(job, { id: 'wake', attempt: 1, payload: {} });
      }
      running = false;
    };
    return () => {
      wanted = true;
      if (running) return;
      const promise = run();
      this.woken.add(promise);
      void promise.finally(() => this.woken.delete(promise));
    };
  }

  private async recover(): Promise<void> {
    for (const { name, ...job } of await this.states.abandoned([...this.workers.keys()]))
      await this.store.fail(name, job, new Error('the process that held this job gave no sign of life'));
  }

  private async look(): Promise<void> {
    const names = [...this.workers.keys()];
    for (const name of await this.states.due(names)) this.workers.get(name)?.wake();
  }

  private async beat(): Promise<void> {
    for (const worker of this.workers.values()) await worker.beat();
  }

  /** Does something again and again, so long after it ended, until the work ends. */
  private repeat(milliseconds: number, work: () => Promise<void>): void {
    let timer: NodeJS.Timeout;
    const again = async (): Promise<void> => {
      try {
        await work();
      } catch (error) {
        this.store.tell(error);
      }
      if (!this.stopped) timer = setTimeout(() => void again(), milliseconds);
    };
    timer = setTimeout(() => void again(), milliseconds);
    this.undo.push(() => {
      clearTimeout(timer);
    });
  }
}
