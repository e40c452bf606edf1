import { loadReferenceData, openDatabase, runProcess } from './boot.js';
import { FirstAdministratorLink } from './people/index.js';
import { SystemClock } from './platform/clock/clock.js';
import { JobQueue } from './platform/jobs/job-queue.js';
import { createServer } from './server.js';

await runProcess(async (environment) => {
  const database = await openDatabase(environment);
  const app = await createServer({ environment, databaseUrl: database.url, clock: new SystemClock() });
  await app.init();
  await loadReferenceData(app);
  const queue = app.get(JobQueue);
  await (environment.JOBS ? queue.work() : queue.open());
  await app.listen(environment.PORT, environment.HOST);
  console.log(`Sambang: ${environment.publicUrl}`);
  const link = await app.get(FirstAdministratorLink).issueIfNeeded();
  if (link) console.log(`Create the first administrator with this one-time link: ${link}`);
  return [() => app.close(), () => database.close()];
});
