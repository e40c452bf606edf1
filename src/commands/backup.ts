import { NestFactory } from '@nestjs/core';
import { AppModule } from '../app.module.js';
import { MakeBackup } from '../backups/index.js';
import { openDatabase, runOnce } from '../boot.js';
import { SystemClock } from '../platform/clock/clock.js';
import { StartRefusal } from '../platform/errors/start-refusal.js';
import { JobQueue } from '../platform/jobs/job-queue.js';

/** Makes a backup while the server works on: `npm run backup -- FOLDER` */
await runOnce(async (environment, life) => {
  const [target, ...rest] = process.argv.slice(2);
  if (!target || rest.length > 0)
    throw new StartRefusal('Name one new folder for the backup: npm run backup -- FOLDER');
  const databaseUrl = await openDatabase(environment, life, 'use');
  const parts = { environment, databaseUrl, clock: new SystemClock() };
  const app = await NestFactory.createApplicationContext(AppModule.with(parts), {
    logger: ['error', 'warn'],
    abortOnError: false,
  });
  life.onEnd('the program', () => app.close());
  await app.get(JobQueue).open();
  const bytes = await app.get(MakeBackup).execute(target);
  if (bytes === null) throw new StartRefusal('Another backup is being made. Try again when it is done.');
  console.log(`Backup: ${target} (${bytes} bytes)`);
});
