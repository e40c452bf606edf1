import { openDatabase, runProcess, startServer } from './boot.js';
import { FirstAdministratorLink } from './people/index.js';

await runProcess(async (environment) => {
  const database = await openDatabase(environment);
  const app = await startServer(environment, database.url);
  console.log(`Sambang: ${environment.publicUrl}`);
  const link = await app.get(FirstAdministratorLink).issueIfNeeded();
  if (link) console.log(`Create the first administrator with this one-time link: ${link}`);
  return [() => app.close(), () => database.close()];
});
