import { readFile } from 'node:fs/promises';
import { NestFactory } from '@nestjs/core';
import { AppModule } from '../app.module.js';
import { openDatabase, runProcess } from '../boot.js';
import { SystemClock } from '../platform/clock/clock.js';
import { JobQueue } from '../platform/jobs/job-queue.js';
import { ReceiveMail } from '../replies/index.js';

/** Takes in mails from files, as the mailbox would: `npm run receive -- answer.eml …` */
await runProcess(async (environment) => {
  const files = process.argv.slice(2);
  if (files.length === 0) throw new Error('Name at least one file: npm run receive -- answer.eml');
  const sources = await Promise.all(files.map((file) => readFile(file)));
  const database = await openDatabase(environment);
  const parts = { environment, databaseUrl: database.url, clock: new SystemClock() };
  const app = await NestFactory.createApplicationContext(AppModule.with(parts), {
    logger: ['error', 'warn'],
  });
  await app.get(JobQueue).open();
  for (const [index, source] of sources.entries()) {
    const received = await app.get(ReceiveMail).execute(source);
    console.log(`${files[index]}: ${received?.outcome ?? 'taken in before'}`);
  }
  process.kill(process.pid, 'SIGTERM');
  return [() => app.close(), () => database.close()];
});
