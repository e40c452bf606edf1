import { readFile } from 'node:fs/promises';
import { NestFactory } from '@nestjs/core';
import { AppModule } from '../app.module.js';
import { openDatabase, runOnce } from '../boot.js';
import { SystemClock } from '../platform/clock/clock.js';
import { StartRefusal } from '../platform/errors/start-refusal.js';
import { JobQueue } from '../platform/jobs/job-queue.js';
import { ReceiveMail } from '../replies/index.js';

/** Takes in mails from files, as the mailbox would: `npm run receive -- answer.eml …` */
await runOnce(async (environment, life) => {
  const files = process.argv.slice(2);
  if (files.length === 0) throw new StartRefusal('Name at least one file: npm run receive -- answer.eml');
  const sources = await Promise.all(files.map((file) => readFile(file)));
  const databaseUrl = await openDatabase(environment, life, 'use');
  const parts = { environment, databaseUrl, clock: new SystemClock() };
  const app = await NestFactory.createApplicationContext(AppModule.with(parts), {
    logger: ['error', 'warn'],
    abortOnError: false,
  });
  life.onEnd('the program', () => app.close());
  await app.get(JobQueue).open();
  for (const [index, source] of sources.entries()) {
    const received = await app.get(ReceiveMail).execute(source);
    console.log(`${files[index]}: ${received?.outcome ?? 'taken in before'}`);
  }
});
