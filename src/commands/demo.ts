import type { Environment } from '../../config/environment.js';
import { openDatabase, runProcess, startServer } from '../boot.js';
import { OwnFeeds } from '../calendars/index.js';
import { SettableClock, SystemClock } from '../platform/clock/clock.js';
import { Database } from '../platform/database/database.js';
import { StartRefusal } from '../platform/errors/start-refusal.js';
import { JobQueue } from '../platform/jobs/job-queue.js';
import type { Actor } from '../platform/security/actor.js';
import { createServer } from '../server.js';
import { LoadReferenceData } from '../units/index.js';
import {
  ADMINISTRATOR,
  createAccounts,
  createAdministrator,
  headOf,
  officerOf,
  PASSWORD,
  REGIONAL,
  unitsAround,
  unitsWithAccounts,
} from './demo/accounts.js';
import { referenceCase } from './demo/reference-case.js';
import { moreThanTwo } from './demo/more-than-two.js';
import { notThereYet } from './demo/not-there-yet.js';
import { regionAround } from './demo/region.js';
import { Stage } from './demo/stage.js';
import { visitsAround, zoneLabelOf } from './demo/visits-around.js';

/** The first step of the reference case. */
const START = new Date('2025-10-20T01:00:00Z');

await runProcess(async (environment, life) => {
  const databaseUrl = await openDatabase(environment, life, 'own');
  await playOnce(environment, withoutWaiting(databaseUrl));
  await startServer(environment, databaseUrl, life);
  printAccounts(environment);
});

/** The address of the database for work that may be lost with the machine: each commit waits for no disk. */
function withoutWaiting(databaseUrl: string): string {
  const url = new URL(databaseUrl);
  url.searchParams.set('options', '-c synchronous_commit=off');
  return url.href;
}

/** Plays the demonstration on empty data; on data it was played on before it does nothing. */
async function playOnce(environment: Environment, databaseUrl: string): Promise<void> {
  const clock = new SettableClock(START);
  const quiet = Object.assign(Object.create(environment) as Environment, { LOG_LEVEL: 'warn' });
  const app = await createServer({ environment: quiet, databaseUrl, clock, work: 'jobs' });
  try {
    await app.init();
    await app.get(JobQueue).open();
    await app.get(LoadReferenceData).execute();
    const people = await app.get(Database).query<{ email: string }>('SELECT email FROM person');
    if (people.some(({ email }) => email === ADMINISTRATOR)) return;
    if (people.length > 0) {
      throw new StartRefusal(
        'This database holds accounts, but no finished demonstration: it is in real use, or setting it up was ' +
          'interrupted. Give the demonstration a data folder of its own: DATA_DIR=./data-demo npm run demo',
      );
    }
    const actors = await createAccounts(app);
    const now = new SystemClock().now();
    const stage = new Stage(app, clock, actors, (line) => console.log(line), now);
    const holidays = await app.get(Database).query<{ date: string }>('SELECT date::text FROM holiday');
    const daysOff = new Set(holidays.map(({ date }) => date));
    const isHoliday = (date: string) => daysOff.has(date);
    await stage.play([
      ...referenceCase(),
      ...[visitsAround, moreThanTwo, notThereYet, regionAround].flatMap((scenes) => scenes(now, isHoliday)),
    ]);
    clock.set(now);
    await printFeeds(app.get(OwnFeeds), actors);
    await createAdministrator(app);
  } finally {
    await app.close();
  }
}

async function printFeeds(feeds: OwnFeeds, actors: ReadonlyMap<string, Actor>): Promise<void> {
  console.log('\nFeeds (each address is a secret, and is shown this once):');
  for (const [email, scope] of [
    [officerOf('bapas-purwokerto'), 'me'],
    [officerOf('bapas-purwokerto'), 'unit'],
    [officerOf('lapas-kerobokan'), 'unit'],
    [officerOf('lapas-abepura'), 'unit'],
    [REGIONAL, 'region'],
  ] as const) {
    const actor = actors.get(email);
    if (actor)
      console.log(`  ${scope.padEnd(6)} ${email}\n         ${(await feeds.create(actor, { scope })).url}`);
  }
}

function printAccounts({ publicUrl, SMTP_URL, DATA_DIR }: Environment): void {
  console.log(`\nExample accounts, password ${PASSWORD}:`);
  for (const unit of unitsWithAccounts) {
    console.log(`  ${officerOf(unit)}, ${headOf(unit)} (${zoneLabelOf(unit)})`);
  }
  console.log(`  and, by the code of ${unitsAround.length} more units, petugas.<code>@contoh.test`);
  console.log(`  ${REGIONAL}\n  ${ADMINISTRATOR}`);
  if (!SMTP_URL)
    console.log(
      `\nMails are kept in ${DATA_DIR}/mails, and shown to the administrator at ${publicUrl}/surat`,
    );
  console.log(`\nSambang: ${publicUrl}`);
}
