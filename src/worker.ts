import { enableCompileCache } from 'node:module';

// What the engine compiled is kept from start to start; modules that are imported above this line would be compiled anew.
enableCompileCache();
const { NestFactory } = await import('@nestjs/core');
const { AppModule } = await import('./app.module.js');
const { beginMail, openDatabase, runProcess } = await import('./boot.js');
const { SystemClock } = await import('./platform/clock/clock.js');
const { JobQueue } = await import('./platform/jobs/job-queue.js');

await runProcess(async (environment, life) => {
  const databaseUrl = await openDatabase(environment, life, 'join');
  const parts = { environment, databaseUrl, clock: new SystemClock(), work: 'jobs' } as const;
  const app = await NestFactory.createApplicationContext(AppModule.with(parts), { abortOnError: false });
  life.onEnd('the worker', () => app.close());
  await app.get(JobQueue).work();
  await beginMail(app);
  console.log('Sambang: working the jobs');
});
