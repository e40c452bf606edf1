import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { PgBoss } from 'pg-boss';
import { DataSource } from 'typeorm';
import { Database } from '../database/database.js';
import { JobRegistry, type RegisteredJob } from './job-registry.js';

const ZONE = 'Asia/Jakarta';
const RETRY = { retryLimit: 8, retryDelay: 5, retryBackoff: true, expireInSeconds: 300 } as const;

/** Connection URL of the database the queue lives in. */
export abstract class DatabaseUrl {
  abstract readonly value: string;
}

/** The queue in the database (pg-boss): stored in the sender's transaction, worked at least once. */
@Injectable()
export class JobQueue implements OnApplicationShutdown {
  private readonly logger = new Logger('jobs');
  private readonly boss: PgBoss;
  private started = false;

  constructor(
    url: DatabaseUrl,
    private readonly registry: JobRegistry,
    private readonly database: Database,
    private readonly dataSource: DataSource,
  ) {
    this.boss = new PgBoss({ connectionString: url.value, max: 3, application_name: 'sambang-jobs' });
    this.boss.on('error', (error) => {
      this.logger.error(error);
    });
  }

  /** Connects and makes sure that every job has its queue. */
  async open(): Promise<void> {
    if (this.started) return;
    await this.boss.start();
    this.started = true;
    for (const job of this.registry.all()) await this.boss.createQueue(job.name, RETRY);
  }

  /** Stores a job; it exists only if the open transaction commits. */
  async send(name: string, payload: object): Promise<void> {
    await this.boss.send(name, payload, { db: { executeSql: (text, values) => this.execute(text, values) } });
  }

  /** Works the queues in this process until shutdown, and keeps the schedules. */
  async work(): Promise<void> {
    await this.open();
    for (const job of this.registry.all()) {
      await this.boss.work<object>(job.name, { pollingIntervalSeconds: 1 }, async (batch) => {
        for (const { data } of batch) await job.handler.handle(data);
      });
      if (job.cron) await this.boss.schedule(job.name, job.cron, {}, { tz: ZONE });
    }
  }

  /** Runs every scheduled job once and then works all queues until they are empty, here and now. */
  async settle(): Promise<void> {
    for (const job of this.registry.all()) if (job.cron) await job.handler.handle({});
    let worked: number;
    do {
      worked = 0;
      for (const job of this.registry.all()) worked += await this.workOnce(job);
    } while (worked > 0);
  }

  async onApplicationShutdown(): Promise<void> {
    if (this.started) await this.boss.stop({ graceful: true, timeout: 10_000 });
  }

  private async workOnce(job: RegisteredJob): Promise<number> {
    const batch = await this.boss.fetch<object>(job.name, { batchSize: 50 });
    for (const { id, data } of batch) {
      try {
        await job.handler.handle(data);
        await this.boss.complete(job.name, id);
      } catch (error) {
        await this.boss.fail(job.name, id, { message: String(error) });
        throw error;
      }
    }
    return batch.length;
  }

  /** Runs pg-boss's statement on the connection of the open transaction. */
  private async execute(text: string, values?: unknown[]): Promise<{ rows: unknown[] }> {
    const runner = this.database.manager.queryRunner ?? this.dataSource.createQueryRunner();
    try {
      const result = await runner.query(text, values, true);
      return { rows: (result.records as unknown[] | undefined) ?? [] };
    } finally {
      if (runner !== this.database.manager.queryRunner) await runner.release();
    }
  }
}
