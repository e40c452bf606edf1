import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { OpenAPIObject } from '@nestjs/swagger';
import { Client } from 'pg';
import { getConstructionPlans } from 'pg-boss';
import { entities, tablesWithoutEntity } from '../../config/data-source.js';
import { readEnvironment } from '../../config/environment.js';
import { checkStatements } from '../../config/statements/check-statements.js';
import { SystemClock } from '../platform/clock/clock.js';
import { entityFaults } from '../platform/database/entity-schema.js';
import { schemaSnapshot } from '../platform/database/schema-snapshot.js';
import { onThrowawayDatabase } from '../platform/database/throwaway-database.js';
import { apiDocument } from '../platform/http/api-document.js';
import { documentFaults } from '../platform/http/document-faults.js';
import { createServer } from '../server.js';
import { stateDiagram } from '../visits/index.js';

/** Of the project, from where npm runs this command. */
const FOLDER = 'config/generated';

/** The tables of pg-boss, which makes them itself when a server starts. */
async function makeQueues(url: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(getConstructionPlans('pgboss'));
  } finally {
    await client.end();
  }
}

/**
 * What is generated from the code, by file name: the API, the schema the migrations build, the statements that are sent
 * to it, the states of visits.
 */
const generate = async (url: string, folder: string, statements: string): Promise<Map<string, string>> =>
  new Map([
    ['openapi.json', `${JSON.stringify(await describeApi(folder, url), null, 2)}\n`],
    ['schema.sql', await schemaSnapshot(url)],
    ['statements.sql', statements],
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

const readStatements = (url: string) => checkStatements(url, 'config/tsconfig.build.json', process.cwd());

async function check(url: string, folder: string): Promise<void> {
  const faults = await entityFaults(url, entities, Object.keys(tablesWithoutEntity));
  const statements = await readStatements(url);
  const files = await outOfStep(await generate(url, folder, statements.snapshot));
  for (const fault of faults) console.error(`Entities and migrations differ. ${fault}`);
  for (const fault of statements.faults) console.error(`A statement is not as it is declared. ${fault}`);
  for (const file of files) console.error(`${file} is out of step with the code: npm run artefacts`);
  if (faults.length + statements.faults.length + files.length > 0) process.exitCode = 1;
}

async function writeAll(url: string, folder: string): Promise<void> {
  const { snapshot } = await readStatements(url);
  await write(await generate(url, folder, snapshot));
}

const work = process.argv.includes('--check') ? check : writeAll;
await onThrowawayDatabase(async (url, folder) => {
  await makeQueues(url);
  await work(url, folder);
});
