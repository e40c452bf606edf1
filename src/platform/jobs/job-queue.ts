import { Injectable, type BeforeApplicationShutdown, type OnApplicationShutdown } from '@nestjs/common';
import { Database } from '../database/database.js';
import { JobRegistry } from './job-registry.js';
import { JobStore } from './job-store.js';
import type { JobFailure } from './run-job.js';
import { SettleJobs } from './settle-jobs.js';
import { Wake } from './wake.js';
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
    private readonly database: Database,
    private readonly store: JobStore,
    private readonly wake: Wake,
    private readonly workers: WorkJobs,
    private readonly settling: SettleJobs,
  ) {}

  /** Connects and makes sure that every job has its queue. */
  async open(): Promise<void> {
    await this.store.open();
  }

  /** Stores a job; it exists only if the open transaction commits. */
  async send(name: string, payload: object, options: SendOptions = {}): Promise<void> {
    await this.sendAll(name, [{ payload, ...options }]);
  }

  /**
   * Stores jobs of one name by one statement; they exist only if the open transaction commits. Of one key only the
   * first is stored, and none while one that will do waits.
   */
  async sendAll(name: string, jobs: readonly ({ payload: object } & SendOptions)[]): Promise<void> {
    if (jobs.length === 0) return;
    const job = this.registry.named(name);
    const wanted = jobs.map(({ payload, key, startAfter }) => ({
      payload,
      key: key ?? job.key?.(payload) ?? null,
      startAfter: startAfter ?? 0,
    }));
    await this.database.transaction(async () => {
      await Promise.all([this.store.insert(name, wanted), this.wake.signal(jobTopic(name))]);
    });
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
