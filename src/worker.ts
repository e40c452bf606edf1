import { NestFactory } from '@nestjs/core';
import { AppModule } from './app.module.js';
import { openDatabase, runProcess } from './boot.js';
import { SystemClock } from './platform/clock/clock.js';
import { JobQueue } from './platform/jobs/job-queue.js';
import { ReadMailbox } from './replies/index.js';

await runProcess(async (environment) => {
  const database = await openDatabase(environment);
  const parts = { environment, databaseUrl: database.url, clock: new SystemClock() };
  const app = await NestFactory.createApplicationContext(AppModule.with(parts));
  await app.get(JobQueue).work();
  app.get(ReadMailbox).watch();
  console.log('Sambang: working the jobs');
  return [() => app.close(), () => database.close()];
});
