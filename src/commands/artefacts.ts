import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { OpenAPIObject } from '@nestjs/swagger';
import { entities, tablesWithoutEntity } from '../../config/data-source.js';
import { readEnvironment } from '../../config/environment.js';
import { SystemClock } from '../platform/clock/clock.js';
import { startEmbeddedServer } from '../platform/database/embedded-server.js';
import { entityFaults } from '../platform/database/entity-schema.js';
import { migrate } from '../platform/database/migrate.js';
import { schemaSnapshot } from '../platform/database/schema-snapshot.js';
import { apiDocument } from '../platform/http/api-document.js';
import { documentFaults } from '../platform/http/document-faults.js';
import { createServer } from '../server.js';
import { stateDiagram } from '../visits/index.js';

/** Of the project, from where npm runs this command. */
const FOLDER = 'config/generated';

const THROWAWAY = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'];

/** Runs work on a fresh database that the migrations built, whose files are below the folder. */
async function onMigrated<Result>(work: (url: string, folder: string) => Promise<Result>): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'sambang-artefacts-'));
  try {
    const database = await startEmbeddedServer(folder, { settings: THROWAWAY });
    try {
      await migrate(database.url);
      return await work(database.url, folder);
    } finally {
      await database.stop();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** What is generated from the code, by file name: the API, the schema the migrations build, the states of visits. */
const generate = async (url: string, folder: string): Promise<Map<string, string>> =>
  new Map([
    ['openapi.json', `${JSON.stringify(await describeApi(folder, url), null, 2)}\n`],
    ['schema.sql', await schemaSnapshot(url)],
    ['visit-states.mmd', stateDiagram()],
  ]);

async function describeApi(folder: string, databaseUrl: string): Promise<OpenAPIObject> {
  const environment = readEnvironment({ DATA_DIR: folder, LOG_LEVEL: 'error' });
  const app = await createServer({ environment, databaseUrl, clock: new SystemClock() });
  try {
    const document = apiDocument(app);
    const faults = documentFaults(document);
    if (faults.length > 0) throw new Error(faults.join('\n'));
    return document;
  } finally {
    await app.close();
  }
}

async function write(artefacts: Map<string, string>): Promise<void> {
  await mkdir(FOLDER, { recursive: true });
  for (const [name, text] of artefacts) await writeFile(join(FOLDER, name), text);
}

/** The files that are missing or differ from what the code gives now. */
async function outOfStep(artefacts: Map<string, string>): Promise<string[]> {
  const files: string[] = [];
  for (const [name, text] of artefacts) {
    const file = join(FOLDER, name);
    const committed = await readFile(file, 'utf8').catch(() => null);
    if (committed !== text) files.push(file);
  }
  return files;
}

async function check(url: string, folder: string): Promise<void> {
  const faults = await entityFaults(url, entities, Object.keys(tablesWithoutEntity));
  const files = await outOfStep(await generate(url, folder));
  for (const fault of faults) console.error(`Entities and migrations differ. ${fault}`);
  for (const file of files) console.error(`${file} is out of step with the code: npm run artefacts`);
  if (faults.length + files.length > 0) process.exitCode = 1;
}

await onMigrated(
  process.argv.includes('--check') ? check : async (url, folder) => write(await generate(url, folder)),
);
