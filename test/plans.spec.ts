import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { DiscoveryService, Reflector } from '@nestjs/core';
import request from 'supertest';
import { writeNationalData } from '../src/commands/bench/national-data.js';
import { keptForGood } from '../src/operations/domain/kept-tables.js';
import { SWEEP, type SweepHandler } from '../src/platform/jobs/sweep.js';
import { visitStates } from '../src/visits/index.js';
import { listTabs } from '../src/visits/pages/visit-list-tabs.js';
import { startApp, type TestApp } from './support/app.js';
import { everyRoute } from './support/every-route.js';
import { subscribeTo } from './support/feeds.js';
import { emails, file, pageExamples, type PageExamples, type PageRole } from './support/page-examples.js';
import { PASSWORD } from './support/people.js';
import { declarers, planFaults, sentDuring } from './support/plans.js';
import type { Header } from './support/visits.js';

/** Visits of ten years. */
const VISITS = Number(process.env['PLANNED_VISITS'] ?? 100_000);
const DATA = { from: '2016-01-01', to: '2026-02-28', today: '2025-10-20', seed: 0.42 };
/** A table with more rows than this grows with use. */
const FEW_ROWS = 5000;
const LOADING_MS = 900_000;

/** Tables with many rows that grow with the number of units, people and programs, and not with the years. */
const kept = new Set(['hosting_window', 'hosted_visits', 'person']);

/** Statements that read more than they show, each with what bounds it. */
const bounded: readonly { declarer: string; at?: string; by: string }[] = [
  { declarer: 'RecentSteps.after', by: 'thirty days, at few units or until enough are found' },
  { declarer: 'CalendarVisits.oneByOne', by: 'the days that are shown' },
  { declarer: 'CalendarVisits.byDay', by: 'the days that are shown' },
  { declarer: 'ReadWantedName.execute', by: 'the last visits as a sample' },
  { declarer: 'AwaitedVisits.execute', by: 'what is to come at hosts where nobody has an account' },
  { declarer: 'AnswerTimes.ofRegion', by: 'the kept counts of the months that are asked for' },
  { declarer: 'AnswerTimes.ofCountry', by: 'the kept counts of the months that are asked for' },
  {
    declarer: 'ListVisits.page',
    at: '/upt/',
    by: "the visits of one unit, of which few are the reader's too",
  },
  { declarer: 'ScopedVisits.execute', by: 'the period that is asked for, in one region' },
  { declarer: 'SilentUnits.list', by: 'the period that is asked for' },
  { declarer: 'ProgramCounts.execute', by: 'the kept counts of the months that are asked for' },
  { declarer: 'OutcomeCounts.execute', by: 'the kept counts of the months that are asked for' },
  {
    declarer: 'VisitPairs.execute',
    by: 'the kept counts of the months that are asked for, at units of one region',
  },
  { declarer: 'FeedbackDue.toAsk', by: 'who came to visits of the last fourteen days' },
  { declarer: 'LearningDue.execute', by: 'who came to visits that ended within some days' },
  { declarer: 'VisitsWithoutSummary.execute', by: 'what is agreed upon and to come' },
  { declarer: 'LearningNetworks.execute', by: 'the kept counts of the months that are asked for' },
];

let app: TestApp;
let examples: PageExamples;
let headers: Record<PageRole, Header>;
let growing: ReadonlySet<string>;
let declarerOf: (sql: string) => string;

beforeAll(async () => {
  app = await startApp();
  examples = await pageExamples(app);
  const signIn = async (role: PageRole) => [role, await app.signIn(emails[role], PASSWORD)] as const;
  headers = Object.fromEntries(
    await Promise.all((Object.keys(emails) as PageRole[]).map(signIn)),
  ) as typeof headers;
  await load();
  const rows = await app.database.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class
     WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND reltuples > $1`,
    [FEW_ROWS],
  );
  growing = new Set(rows.map(({ name }) => name).filter((name) => !kept.has(name)));
  declarerOf = await declarers();
}, LOADING_MS);
afterAll(() => app.close());

/** With the triggers off, as a copy is restored. */
async function load(): Promise<void> {
  const run = (sql: string, parameters?: unknown[]) => app.database.query(sql, parameters);
  await app.database.transaction(async () => {
    await run('SET LOCAL session_replication_role = replica');
    await run('SET LOCAL statement_timeout = 0');
    await writeNationalData(run, { ...DATA, visits: VISITS });
    await run('SELECT sinergi_rebuild()');
  });
  await app.database.inBackground(() => run('ANALYZE'));
}

const seen = new Set<string>();

/** What is wrong with the plans of a request's statements that no request before it sent to the same person. */
async function faultsOf(path: string, by: PageRole | null): Promise<string[]> {
  const asked = request(app.server).get(path).set('accept', 'text/html, application/json;q=0.9');
  const sent = await sentDuring(app, async () => (by ? asked.set(headers[by]) : asked));
  const faults: string[] = [];
  for (const statement of sent) {
    const key = `${by ?? ''} ${statement.sql}`;
    if (seen.has(key)) continue;
    seen.add(key);
    const declarer = declarerOf(statement.sql);
    if (bounded.some((each) => each.declarer === declarer && path.startsWith(each.at ?? ''))) continue;
    for (const fault of await planFaults(app, statement, growing)) {
      faults.push(`${path} for ${by ?? 'somebody'}: ${declarer}: ${fault}`);
    }
  }
  return faults;
}

const roles = Object.keys(emails) as PageRole[];

/** Tables that grow with visits and hold little of the generated ones; what reads them is not proved here. */
const little = [
  ...['agenda_recipient', 'follow_up_comment', 'follow_up_file', 'host_answer', 'participant_reach'],
  ...['participant_session', 'replication', 'series', 'series_date', 'session_question', 'sinergi_fact'],
  ...['summary_entry', 'trip', 'trip_leg', 'trip_member', 'trip_participant', 'unit_change'],
  ...['attendance_signature', 'check_in_paper', 'feedback_welcome_release', 'photo_in_note', 'visit_album'],
  ...['visit_approval', 'visit_file', 'visit_photo_original', 'letter', 'letter_copy', 'certificate'],
  ...['countable_result', 'press_point', 'press_quote', 'press_revision', 'press_text', 'umkm_product'],
];

test('the tables that grow with visits are full', () => {
  const [ofVisits = [], ofFeedback = []] = Object.values(keptForGood);
  const grown = [...ofVisits, ...ofFeedback].filter((table) => !little.includes(table));
  expect([...growing]).toEqual(expect.arrayContaining([...grown, 'mail', 'participant_link']));
});

test(
  'no page reads what it does not show, whoever looks',
  async () => {
    const faults: string[] = [];
    for (const example of Object.values(examples)) {
      if (example === file) continue;
      for (const by of example.by === null ? [null] : roles)
        faults.push(...(await faultsOf(example.path, by)));
    }
    expect(faults).toEqual([]);
  },
  LOADING_MS,
);

test(
  'nor does any tab of the list of visits',
  async () => {
    const faults: string[] = [];
    for (const { key } of listTabs) {
      for (const by of roles) faults.push(...(await faultsOf(`/kunjungan?tab=${key}`, by)));
    }
    expect(faults).toEqual([]);
  },
  LOADING_MS,
);

test(
  'nor does the list of visits in any one state',
  async () => {
    const faults: string[] = [];
    for (const state of visitStates) {
      for (const by of roles) faults.push(...(await faultsOf(`/api/visits?state=${state}`, by)));
    }
    expect(faults).toEqual([]);
  },
  LOADING_MS,
);

test(
  'nor does a feed that is written anew',
  async () => {
    const [{ visit } = { visit: '' }] = await app.database.query<{ visit: string }>(
      `SELECT visit_id AS visit FROM visit_reader WHERE reader = 'unit:bapas-purwokerto' AND state = 'confirmed' LIMIT 1`,
    );
    const wanted: [PageRole, Record<string, unknown>][] = [
      ['guest', { scope: 'me' }],
      ['guest', { scope: 'unit' }],
      ['guest', { scope: 'unit', shows: 'busy' }],
      ['guest', { scope: 'unit', shows: 'sessions' }],
      ['guest', { scope: 'visit', visit }],
      ['regional', { scope: 'region' }],
    ];
    const faults: string[] = [];
    for (const [by, feed] of wanted) {
      const { path } = await subscribeTo(app, headers[by], feed);
      faults.push(...(await faultsOf(path, null)));
    }
    expect(faults).toEqual([]);
  },
  LOADING_MS,
);

test(
  'nor does the search of a job that runs by itself',
  async () => {
    const { app: nest } = app;
    const reflector = nest.get(Reflector);
    const sweeps = nest
      .get(DiscoveryService, { strict: false })
      .getProviders()
      .filter(({ metatype }) => metatype && reflector.get<unknown>(SWEEP, metatype) !== undefined)
      .map(({ instance }) => instance as SweepHandler);
    expect(sweeps.length).toBeGreaterThan(10);
    const faults: string[] = [];
    for (const sweep of sweeps) {
      const sent = await sentDuring(app, () => sweep.find({ after: null, only: null, limit: 50 }));
      for (const statement of sent) {
        const declarer = declarerOf(statement.sql);
        const reads = /reads the whole table$/;
        const isBounded = bounded.some((each) => each.declarer === declarer);
        const found = (await planFaults(app, statement, growing)).filter(
          (fault) => !isBounded || reads.test(fault),
        );
        faults.push(...found.map((fault) => `${declarer}: ${fault}`));
      }
    }
    expect(faults).toEqual([]);
  },
  LOADING_MS,
);

test(
  'nor does a list of the API',
  async () => {
    const lists = everyRoute(app).filter(
      ({ method, path }) => method === 'GET' && /^\/api\/[^:]*$/.test(path),
    );
    expect(lists.length).toBeGreaterThan(20);
    const faults: string[] = [];
    for (const { path } of lists) {
      for (const by of roles) faults.push(...(await faultsOf(`${path}?${ASKED[path] ?? ''}`, by)));
    }
    expect(faults).toEqual([]);
  },
  LOADING_MS,
);

/** What a list cannot be asked without. */
const ASKED: Record<string, string> = {};

describe('a statement is found out', () => {
  test.each([
    [
      'that reads a growing table from end to end',
      `SELECT count(*) FROM visit WHERE place <> ''`,
      'Seq Scan visit reads the whole table',
    ],
    [
      'that looks each up to find few of them',
      `SELECT me.visit_id FROM visit_reader me
         CROSS JOIN LATERAL (SELECT * FROM visit x WHERE x.id = me.visit_id OFFSET 0) v
       WHERE me.reader = (SELECT reader FROM visit_reader GROUP BY reader ORDER BY count(*) DESC LIMIT 1)
         AND v.party_size = 999 LIMIT 20`,
      expect.stringMatching(/^Subquery Scan throws \d+ rows away$/),
    ],
    [
      'that looks for a few among many in their order',
      `SELECT id FROM visit WHERE party_size = 999 ORDER BY starts_at LIMIT 20`,
      expect.stringMatching(/^\w+ Scan visit throws \d+ rows away$/),
    ],
  ])('%s', async (_, sql, fault) => {
    const [sent] = await sentDuring(app, () => app.database.query(sql));
    expect(sent && (await planFaults(app, sent, growing))).toContainEqual(fault);
  });
});
