import { NestFactory } from '@nestjs/core';
import { AppModule } from './app.module.js';
import { beginMail, openDatabase, runProcess } from './boot.js';
import { SystemClock } from './platform/clock/clock.js';
import { JobQueue } from './platform/jobs/job-queue.js';
import { giveBackMemory } from './platform/process/give-back-memory.js';

await runProcess(async (environment, life) => {
  const databaseUrl = await openDatabase(environment, life, 'join');
  const parts = { environment, databaseUrl, clock: new SystemClock(), work: 'jobs' } as const;
  const app = await NestFactory.createApplicationContext(AppModule.with(parts), { abortOnError: false });
  life.onEnd('the worker', () => app.close());
  await app.get(JobQueue).work();
  await beginMail(app);
  giveBackMemory();
  console.log('Sambang: working the jobs');
});
