import { enableCompileCache } from 'node:module';

// What the engine compiled is kept from start to start; modules that are imported above this line would be compiled anew.
enableCompileCache();
const { openDatabase, runProcess, startServer } = await import('./boot.js');
const { FirstAdministratorLink } = await import('./people/index.js');

await runProcess(async (environment, life) => {
  const databaseUrl = await openDatabase(environment, life, 'own');
  const app = await startServer(environment, databaseUrl, life);
  console.log(`Sambang: ${environment.publicUrl}`);
  const link = await app.get(FirstAdministratorLink).issueIfNeeded();
  if (link) console.log(`Create the first administrator with this one-time link: ${link}`);
});
