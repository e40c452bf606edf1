import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { h, type VNode } from 'preact';
import { Client } from 'pg';
import request from 'supertest';
import { VisitTexts } from '../src/notes/index.js';
import { PageParts } from '../src/platform/pages/page-parts.js';
import { PageSources } from '../src/platform/pages/page-sources.js';
import { SearchSources } from '../src/platform/pages/search/search-sources.js';
import { WaitingTasks } from '../src/platform/pages/waiting-tasks.js';
import { TakenHostTime, UnitStrengths } from '../src/units/index.js';
import { startApp, type TestApp } from './support/app.js';
import { invited } from './support/example-bodies.js';
import { publishedNote } from './support/notes.js';
import { pageOf } from './support/participant-links.js';
import { signedIn, usualPeople, type UsualPeople } from './support/people.js';
import { confirmed, step, type Header } from './support/visits.js';

type Part = (facts: unknown) => Promise<VNode | null>;
type Ask = (...args: unknown[]) => Promise<unknown>;

let app: TestApp;
let people: UsualPeople;
let administrator: Header;
/** Address of the page of each slot. */
let pages: Record<string, string>;
const logged = jest.spyOn(Logger.prototype, 'error');

beforeAll(async () => {
  app = await startApp();
  people = await usualPeople(app);
  administrator = await signedIn(app, { email: 'admin@pusat.test', role: 'administrator' });
  const visit = await confirmed(app, people.guest, people.host);
  const told = await confirmed(app, people.guest, people.host, {
    participants: [invited],
    startsAt: '2025-10-28T09:00:00+07:00',
    endsAt: '2025-10-28T11:00:00+07:00',
  });
  await app.settle();
  app.clock.set(new Date('2025-10-30T06:00:00Z'));
  await step(app, people.guest, visit, 'complete');
  const note = await publishedNote(app, people.host, people.kanwil, {
    unit: 'rutan-banjarnegara',
    title: 'Kebun',
    context: 'Lahan sempit',
    whatWasDone: 'Menanam bertingkat',
    howToCopy: 'Mulai dari satu petak',
    result: 'Panen 120 kg',
    visibility: 'nation',
    visit: visit.id,
  });
  await publishSummary(told.id);
  pages = {
    start: '/',
    visit: `/kunjungan/${visit.id}`,
    'visit-links': `/kunjungan/${visit.id}`,
    unit: '/upt/rutan-banjarnegara',
    'unit-week': '/upt/rutan-banjarnegara',
    note: `/praktik-baik/${note}`,
    'summary-sources': `/kunjungan/${visit.id}/ringkasan`,
    'note-texts': `/praktik-baik/dari-kunjungan/${visit.id}`,
    search: '/cari?q=kebun',
    administration: '/pengelolaan',
    'told-summary': await pageOf(app, invited.email),
  };
});
afterAll(() => app.close());
beforeEach(() => void logged.mockReset());

async function publishSummary(visitId: string): Promise<void> {
  const path = `/api/visits/${visitId}/summary`;
  const put = request(app.server).put(path).set(people.guest);
  const { body } = await put.send({ version: 0, outcomes: 'Kebun ditata' }).expect(200);
  const sent = request(app.server).post(`${path}/publish`).set(people.guest);
  await sent.send({ version: (body as { version: number }).version }).expect(200);
}

/** A page as the host's officer sees it, or the administrator what is theirs alone; it has to stand. */
async function page(path: string): Promise<string> {
  const reader = path.startsWith('/pengelolaan') ? administrator : people.host;
  const answer = await request(app.server).get(path).set(reader).set('accept', 'text/html');
  if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`);
  expect(answer.text).toContain('</main>');
  return answer.text;
}

const headingsOf = (text: string): string[] =>
  [...text.matchAll(/<h[12][^>]*>(.*?)<\/h[12]>/gs)].map(([, words]) => words ?? '');

/** The page says once that a section is missing, with a code that the log tells once, with the stack. */
function expectOneFault(text: string): void {
  const codes = [...text.matchAll(/kode <strong>(\w{5}-\w{5})<\/strong>/g)].map(([, code]) => code ?? '');
  expect(codes).toHaveLength(1);
  const lines = logged.mock.calls.map((said) => said.map(String).join('\n'));
  expect(lines).toHaveLength(1);
  expect(lines[0]).toContain(codes[0]);
  expect(lines[0]).toMatch(/poisoned[\s\S]*\n\s+at /);
}

const entriesOf = <Entry>(registry: object, name: string): Entry[] =>
  (registry as unknown as Record<string, Entry[]>)[name] ?? [];

/** A statement that PostgreSQL refuses. */
const refusedStatement = (): Promise<never> =>
  app.database.query(`SELECT 'poisoned'::integer`) as Promise<never>;

const Poisoned = (): never => {
  throw new RangeError('poisoned');
};
const failures: Record<string, Part> = {
  'when it is asked': refusedStatement,
  'when it is rendered': () => Promise.resolve(h('div', null, h('h2', null, 'half'), h(Poisoned, null))),
};

test.each(Object.keys(failures))('each part of each page may fail %s: the page stands', async (how) => {
  const entries = entriesOf<{ slot: string; part: Part }>(app.app.get(PageParts), 'parts');
  expect(entries.length).toBeGreaterThan(15);
  for (const entry of entries) {
    const path = pages[entry.slot];
    if (path === undefined) throw new Error(`this test knows no page with parts of ${entry.slot}`);
    const usual = entry.part;
    const whole = headingsOf(await page(path));
    entry.part = failures[how] as Part;
    logged.mockReset();
    const text = await page(path);
    expectOneFault(text);
    expect(text).not.toContain('half');
    entry.part = () => Promise.resolve(null);
    const others = headingsOf(await page(path));
    entry.part = usual;
    expect(headingsOf(text)).toEqual(others);
    expect(others.length).toBeLessThanOrEqual(whole.length);
  }
});

describe('What pages gather may fail one by one', () => {
  /** Poisons one source after the other; `slot` names the page that asks them. */
  async function failEach(registry: object, list: string, field: string | null, slot: string): Promise<void> {
    const entries = entriesOf<Record<string, Ask> | Ask>(registry, list);
    expect(entries.length).toBeGreaterThan(0);
    for (const [index, entry] of entries.entries()) {
      const poisoned = field === null ? refusedStatement : { ...entry, [field]: refusedStatement };
      entries[index] = poisoned;
      logged.mockReset();
      const text = await page(pages[slot] ?? '');
      entries[index] = entry;
      expectOneFault(text);
    }
    logged.mockReset();
    expect(await page(pages[slot] ?? '')).not.toContain('tidak dapat ditampilkan');
  }

  test('what waits for somebody', () => failEach(app.app.get(WaitingTasks), 'finders', null, 'start'));
  test('what is searched', () => failEach(app.app.get(SearchSources), 'sources', 'find', 'search'));
  test('what a unit is strong in', () => failEach(app.app.get(UnitStrengths), 'sources', 'counts', 'unit'));
  test('which time of a host is taken', () => failEach(app.app.get(TakenHostTime), 'finders', null, 'unit'));
  test('texts of a visit for a note', () => failEach(app.app.get(VisitTexts), 'sources', null, 'note-texts'));

  test('a task that cannot be rendered', async () => {
    const finders = entriesOf<Ask>(app.app.get(WaitingTasks), 'finders');
    const title = h(Poisoned, null);
    finders.push(() => Promise.resolve([{ href: '/', icon: 'check', title, detail: '', dueAt: null }]));
    const text = await page('/');
    finders.pop();
    expectOneFault(text);
    expect(text).toContain('Ajukan kunjungan');
  });

  test('inside an open transaction, which goes on', async () => {
    const sources = app.app.get(PageSources);
    const [gathered, rows] = await app.database.transaction(async () => [
      await sources.gatherAll([refusedStatement, () => Promise.resolve('found')], (ask: Ask) => ask()),
      await app.database.query('SELECT 1 AS one'),
    ]);
    expect(gathered).toMatchObject([{ found: null }, { found: 'found', reference: null }]);
    expect(rows).toEqual([{ one: 1 }]);
  });
});

test('a lock that holds up several sections is waited for once, and is one event in the log', async () => {
  const blocker = new Client({ connectionString: app.databaseUrl });
  await blocker.connect();
  try {
    await blocker.query('BEGIN; LOCK TABLE visit IN ACCESS EXCLUSIVE MODE');
    const text = await page('/');
    const references = [...text.matchAll(/kode <strong>([^<]+)</g)].map(([, reference]) => reference);
    expect(references.length).toBeGreaterThan(1);
    expect(new Set(references).size).toBe(1);
    expect(logged).toHaveBeenCalledTimes(1);
  } finally {
    await blocker.end();
  }
});
