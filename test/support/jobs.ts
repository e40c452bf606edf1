import { Module, type DynamicModule, type INestApplicationContext, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { readEnvironment } from '../../config/environment.js';
import { SystemClock } from '../../src/platform/clock/clock.js';
import { Database } from '../../src/platform/database/database.js';
import { JobQueue } from '../../src/platform/jobs/job-queue.js';
import { PlatformModule } from '../../src/platform/platform.module.js';

@Module({})
class JobsUnderTest {}

/** One process with the platform and some jobs of a test, on a database that stands. */
export interface JobProcess {
  app: INestApplicationContext;
  queue: JobQueue;
  database: Database;
}

const modules = (
  databaseUrl: string,
  jobs: readonly Type[],
  settings: Record<string, string>,
): DynamicModule => ({
  module: JobsUnderTest,
  imports: [
    PlatformModule.with({
      environment: readEnvironment({
        DATA_DIR: '/tmp',
        MAIL_FROM: 'Sambang <sambang@sambang.test>',
        ...settings,
      }),
      databaseUrl,
      clock: new SystemClock(),
    }),
  ],
  providers: [...jobs],
});

export async function startJobProcess(
  databaseUrl: string,
  jobs: readonly Type[],
  settings: Record<string, string> = {},
): Promise<JobProcess> {
  const app = await NestFactory.createApplicationContext(modules(databaseUrl, jobs, settings), {
    logger: false,
    abortOnError: false,
  });
  const queue = app.get(JobQueue);
  await queue.open();
  return { app, queue, database: app.get(Database) };
}

/** Waits until something holds. @throws Error after so many milliseconds */
export async function until(holds: () => boolean | Promise<boolean>, most = 30_000): Promise<void> {
  const end = performance.now() + most;
  while (performance.now() < end) {
    if (await holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`it never came to that within ${most} ms`);
}
