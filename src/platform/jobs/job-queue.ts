import { Injectable, type BeforeApplicationShutdown, type OnApplicationShutdown } from '@nestjs/common';
import { JobRegistry } from './job-registry.js';
import { JobStore } from './job-store.js';
import type { JobFailure } from './run-job.js';
import { SettleJobs } from './settle-jobs.js';
import { WorkJobs, jobTopic } from './work-jobs.js';

/** How a job is stored. */
export interface SendOptions {
  /** What it is about; the job's own key of the payload unless given. See `JobDefinition.key`. */
  key?: string;
  /** Not before this instant, or this many seconds from now. */
  startAfter?: Date | number;
}

/** The queue in the database: stored in the sender's transaction, worked at least once. */
@Injectable()
export class JobQueue implements BeforeApplicationShutdown, OnApplicationShutdown {
  constructor(
    private readonly registry: JobRegistry,
    private readonly store: JobStore,
    private readonly workers: WorkJobs,
    private readonly settling: SettleJobs,
  ) {}

  /** Connects and makes sure that every job has its queue. */
  async open(): Promise<void> {
    await this.store.open();
  }

  /** Stores a job; it exists only if the open transaction commits. */
  async send(name: string, payload: object, options: SendOptions = {}): Promise<void> {
    await this.sendEach([{ name, payload, ...options }]);
  }

  /** Stores jobs of one name. */
  async sendAll(name: string, jobs: readonly ({ payload: object } & SendOptions)[]): Promise<void> {
    await this.sendEach(jobs.map((job) => ({ name, ...job })));
  }

  /**
   * Stores jobs by one statement; they exist only if the open transaction commits. Of one key only the first is stored, and
   * none while one that will do waits.
   */
  async sendEach(jobs: readonly ({ name: string; payload: object } & SendOptions)[]): Promise<void> {
    const wanted = jobs.map(({ name, payload, key, startAfter }) => {
      const own = this.registry.named(name).key?.(payload) ?? null;
      return { name, topic: jobTopic(name), payload, key: key ?? own, startAfter: startAfter ?? 0 };
    });
    await this.store.insert(wanted);
  }

  /** Works the queues in this process until shutdown, and keeps the schedules. */
  async work(): Promise<void> {
    await this.open();
    await this.store.schedule(this.registry.all());
    this.workers.start();
  }

  /**
   * Runs every scheduled job once and then works all queues until nothing is due, here and now.
   * @throws the error of the first job that failed, after all were worked
   */
  async settle(): Promise<void> {
    await this.settling.settle();
  }

  /**
   * Works all queues until nothing is due, here and now; with `early`, what waits for its time too.
   * @returns the tries that failed
   */
  async workAll(options: { early?: boolean } = {}): Promise<JobFailure[]> {
    return this.settling.workAll(options);
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.workers.stop();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.store.close();
  }
}
