import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import request from 'supertest';
import { writeNationalData } from '../src/commands/bench/national-data.js';
import { KeepFigures } from '../src/sinergi/index.js';
import { startApp, type TestApp } from './support/app.js';
import { countedAfresh, countsKept } from './support/fresh-figures.js';
import { localDate } from '../src/platform/text/dates.js';
import { signedIn } from './support/people.js';
import type { Header } from './support/visits.js';

type Asked = Record<string, string>;
interface Compared {
  count: number;
  before: number;
}
interface Figures {
  scope: { from: string; to: string; office: string | null };
  now: Record<string, number>;
  before: { from: string; to: string };
  visits: {
    total: Compared;
    agreed: Compared;
    states: ({ state: string } & Compared)[];
    months: ({ month: string } & Compared)[];
    programs: ({ program: string } & Compared)[];
    offices: ({ office: string; asGuest: number; asHost: number } & Compared)[];
    officePairs: { guestOffice: string; hostOffice: string; count: number }[];
    pairs: { guest: string; host: string; count: number }[];
  };
  silentUnits: Compared;
  answers: Compared & { medianHours: number | null };
  summaries: Record<string, Compared>;
  followUps: Record<string, Compared>;
  notes: Compared;
  replications: Compared;
  practices: { note: string | null; count: number }[];
}

let app: TestApp;
let administrator: Header;
let kanwil: Header;

beforeAll(async () => {
  app = await startApp();
  administrator = await signedIn(app, { email: 'admin@pusat.test', role: 'administrator' });
  kanwil = await signedIn(app, {
    email: 'kanwil@jatim.test',
    role: 'regional',
    regionalOffice: 'jawa-timur',
  });
  const period = { from: '2024-01-01', to: '2025-12-31', today: '2025-10-20' };
  // One connection, so that the seed holds.
  await app.database.transaction(() =>
    writeNationalData((sql, parameters) => app.database.query(sql, parameters), {
      ...period,
      visits: 900,
      seed: 0.5,
    }),
  );
  await app.database.query(
    `INSERT INTO note (id, state, title, context, what_was_done, result, how_to_copy, topics, unit, author_id, created_at,
       changed_at, published_at, visibility, review_due_on)
     SELECT gen_random_uuid(), 'published', 'Catatan ' || i, 'x', 'x', 'x', 'x', '{}', u.code, p.id, now(), now(),
       timestamptz '2024-12-31T16:30Z' + i * interval '6 days', CASE WHEN i % 5 = 0 THEN 'region' ELSE 'nation' END, '2027-01-01'
     FROM generate_series(-20, 40) i, (SELECT id FROM person LIMIT 1) p,
       (SELECT code, row_number() OVER (ORDER BY md5(code)) AS n FROM unit
        WHERE regional_office IN ('jawa-timur', 'papua')) u WHERE u.n = i + 21`,
  );
  await app.database.query(
    `INSERT INTO note_program (note_id, program) SELECT id, 'akselerasi-2' FROM note WHERE title LIKE '%3%'`,
  );
  const late = `UPDATE visit SET starts_at = '2025-10-14T02:00Z', ends_at = '2025-10-14T05:00Z'
    WHERE id IN (SELECT id FROM visit WHERE state = 'held' ORDER BY id LIMIT 3)`;
  const waiting = late.replaceAll('10-14', '10-17').replace('ORDER BY id', 'ORDER BY id DESC');
  for (const sql of [late, waiting]) await app.database.query(sql);
}, 60_000);
afterAll(() => app.close());

const read = async <Answer>(path: string, by: Header, asked: Asked): Promise<Answer> => {
  const answer = await request(app.server).get(`/api/sinergi/${path}`).query(asked).set(by);
  expect([path, asked, answer.status]).toEqual([path, asked, 200]);
  return answer.body as Answer;
};

/** How many rows a list has, page after page. */
async function rowsOf(path: string, by: Header, asked: Asked): Promise<number> {
  let rows = 0;
  for (let cursor: Asked | null = {}; cursor !== null;) {
    const wanted: Asked = { ...asked, ...(path === 'units-silent' ? {} : { limit: '200' }), ...cursor };
    const page: { items: unknown[]; nextCursor?: string | null } = await read(path, by, wanted);
    rows += page.items.length;
    cursor = page.nextCursor ? { cursor: page.nextCursor } : null;
  }
  return rows;
}

/** The list of each figure of now. */
const listsOfNow: Record<string, [path: string, cut: Asked]> = {
  unanswered: ['visits', { state: 'unanswered' }],
  summariesDue: ['visits', { summary: 'waiting' }],
  summariesLate: ['visits', { summary: 'late' }],
  followUpsWaiting: ['follow-ups', { kind: 'waiting' }],
  followUpsOverdue: ['follow-ups', { kind: 'overdue' }],
};

/** Every figure with the list that it counts. */
function* figuresWithLists(figures: Figures): Generator<[count: number, path: string, cut: Asked]> {
  const { visits, before } = figures;
  for (const [name, count] of Object.entries(figures.now))
    yield [count, ...(listsOfNow[name] ?? ['none', {}])];
  const both = function* (sums: Compared, path: string, cut: Asked): Generator<[number, string, Asked]> {
    yield [sums.count, path, cut];
    yield [sums.before, path, { ...cut, ...before }];
  };
  yield* both(visits.total, 'visits', {});
  yield* both(visits.agreed, 'visits', { state: 'agreed' });
  for (const { state, ...sums } of visits.states) yield* both(sums, 'visits', { state });
  for (const { month, count } of visits.months) yield [count, 'visits', { from: month, to: month }];
  for (const { program, ...sums } of visits.programs) yield* both(sums, 'visits', { program });
  for (const { office, asGuest, asHost, ...sums } of visits.offices.slice(0, 8)) {
    yield* both(sums, 'visits', { office });
    yield [asGuest, 'visits', { guestOffice: office }];
    yield [asHost, 'visits', { hostOffice: office }];
  }
  for (const { count, ...cut } of visits.officePairs.slice(0, 4))
    yield [count, 'visits', { state: 'agreed', ...cut }];
  for (const { guest, host, count } of visits.pairs.slice(0, 4)) {
    yield [count, 'visits', { state: 'agreed', guest, host }];
  }
  yield* both(figures.silentUnits, 'units-silent', {});
  const { office } = figures.scope;
  yield* both(figures.answers, 'visits', {
    answered: 'true',
    ...(office === null ? {} : { hostOffice: office }),
  });
  for (const [summary, sums] of Object.entries(figures.summaries)) yield* both(sums, 'visits', { summary });
  for (const [kind, sums] of Object.entries(figures.followUps)) yield* both(sums, 'follow-ups', { kind });
  yield* both(figures.notes, 'notes', {});
  yield* both(figures.replications, 'replications', {});
  for (const { note, count } of figures.practices.slice(0, 4)) {
    yield [count, 'replications', { note: note ?? 'none' }];
  }
}

const month = fc.constantFrom('2024-01', '2024-08', '2025-01', '2025-02', '2025-09', '2025-10', '2025-12');
const scopes = fc.record({
  byAdministrator: fc.boolean(),
  bounds: fc.oneof(
    fc.record({ from: month, to: month }),
    fc.record({ preset: fc.constantFrom('month', 'quarter', 'semester', 'year') }),
  ),
  office: fc.constantFrom(undefined, undefined, 'jawa-timur', 'jawa-tengah', 'papua'),
  program: fc.constantFrom(undefined, undefined, 'akselerasi-2', 'akselerasi-7'),
});

test('the kept counts of many rows written at once equal fresh ones', async () => {
  const fresh = await countedAfresh(app.database);
  expect(Object.keys(fresh).length).toBeGreaterThan(3000);
  expect(await countsKept(app.database)).toEqual(fresh);
});

test('every figure has as many rows in its list, whatever is looked at', async () => {
  let seen = 0;
  await fc.assert(
    fc.asyncProperty(scopes, async ({ byAdministrator, bounds, office, program }) => {
      const by = byAdministrator ? administrator : kanwil;
      const asked: Asked = {
        ...(bounds as Asked),
        ...(office === undefined ? {} : { office }),
        ...(program === undefined ? {} : { program }),
      };
      const figures = await read<Figures>('figures', by, asked);
      const differing: unknown[] = [];
      // What a figure is looked up by stands in place of a period by name.
      const { preset: _, ...rest } = asked;
      const again: Asked = { ...rest, from: figures.scope.from, to: figures.scope.to };
      for (const [count, path, cut] of figuresWithLists(figures)) {
        const rows = await rowsOf(path, by, { ...again, ...cut });
        if (rows !== count) differing.push({ count, rows, path, cut });
        seen += count;
      }
      expect(differing).toEqual([]);
    }),
    { numRuns: 10, endOnFailure: true },
  );
  expect(seen).toBeGreaterThan(1000);
}, 120_000);

test('nothing changes when the changes are folded, and the year has something of everything', async () => {
  const asked = { preset: 'year' };
  const loose = await read<Figures>('figures', administrator, asked);
  await app.app.get(KeepFigures).fold();
  const folded = await read<Figures>('figures', administrator, asked);
  expect(folded).toEqual(loose);
  const { visits, now, followUps, replications, silentUnits } = folded;
  for (const { count, before } of [visits.total, visits.agreed, ...Object.values(followUps), replications]) {
    expect(Math.min(count, before)).toBeGreaterThanOrEqual(0);
    expect(count + before).toBeGreaterThan(0);
  }
  expect(now['summariesDue']).toBe(3);
  expect(Math.min(...Object.values(now), silentUnits.count)).toBeGreaterThan(0);
  expect(visits.offices).toHaveLength(33);
});

test('what stands now is the same in every period, that of places and programs apart', async () => {
  const periods: Asked[] = [
    { from: '2024-01', to: '2025-12' },
    { preset: 'month' },
    { from: '2030-01', to: '2030-01' },
  ];
  const [first, ...others] = await Promise.all(
    periods.map((asked) => read<Figures>('figures', administrator, asked)),
  );
  for (const { now } of others) expect(now).toEqual(first?.now);
  expect(others.at(-1)?.visits.total.count).toBe(0);
  const [overdue] = await app.database.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM follow_up WHERE state IN ('open', 'in-progress') AND due_on < $1`,
    [localDate(app.clock.now(), 'Asia/Jakarta')],
  );
  expect(first?.now['followUpsOverdue']).toBe(overdue?.count);
  const narrow = await read<Figures>('figures', administrator, {
    office: 'jawa-timur',
    program: 'akselerasi-2',
  });
  expect(narrow.now['followUpsOverdue']).toBeLessThan(overdue?.count ?? 0);
});

test('the median is that of the answers, to the hour', async () => {
  const { answers } = await read<Figures>('figures', administrator, { from: '2025-01', to: '2025-06' });
  const rows = await app.database.query<{ hours: number }>(
    `SELECT floor(extract(epoch FROM a.at - s.at) / 3600)::int AS hours
     FROM visit v JOIN unit h ON h.code = v.host_unit
       JOIN visit_history s ON s.visit_id = v.id AND s.action = 'submit'
       JOIN visit_history a ON a.visit_id = v.id AND a.action = 'accept'
     WHERE a.side = 'host' AND to_char(a.at AT TIME ZONE h.time_zone, 'YYYY-MM') BETWEEN '2025-01' AND '2025-06' ORDER BY 1`,
  );
  const middle = (rows[(rows.length - 1) >> 1]?.hours ?? 0) + (rows[rows.length >> 1]?.hours ?? 0);
  expect(rows.length).toBeGreaterThan(50);
  expect(answers).toMatchObject({ count: rows.length, medianHours: middle / 2 });
});

test('the network says who learns from whom, with places and programs; the matrix the same pairs', async () => {
  interface Network {
    units: { code: string; latitude: number | null }[];
    edges: { guest: string; host: string; count: number; programs: { program: string; count: number }[] }[];
    edgeCount: number;
  }
  const asked = { from: '2025-01', to: '2025-12', most: '50' };
  const { units, edges, edgeCount } = await read<Network>('network', administrator, asked);
  expect([edges.length, edgeCount > 50]).toEqual([50, true]);
  expect(units.some(({ latitude }) => latitude !== null)).toBe(true);
  const known = new Set(units.map(({ code }) => code));
  for (const { guest, host } of edges) expect([known.has(guest), known.has(host)]).toEqual([true, true]);
  const { pairs } = await read<{ pairs: Figures['visits']['pairs'] }>('matrix', administrator, asked);
  const keys = (list: readonly { guest: string; host: string; count: number }[]): string[] =>
    list.map(({ guest, host, count }) => `${guest} ${host} ${count}`).sort();
  expect(keys(pairs)).toEqual(keys(edges));
  const [edge] = edges.filter(({ programs }) => programs.length > 0);
  const [about] = edge?.programs ?? [];
  const cut = {
    guest: edge?.guest ?? '',
    host: edge?.host ?? '',
    program: about?.program ?? '',
    state: 'agreed',
  };
  expect(await rowsOf('visits', administrator, { from: '2025-01', to: '2025-12', ...cut })).toBe(
    about?.count,
  );
});

test('it is for those over regions alone, and of an own region only', async () => {
  const officer = await signedIn(app, { email: 'p@tamu.test', role: 'officer', unit: 'bapas-purwokerto' });
  const paths = [
    'figures',
    'matrix',
    'network',
    'answer-times',
    'visits',
    'follow-ups',
    'replications',
    'units-silent',
  ];
  for (const path of paths) {
    await request(app.server).get(`/api/sinergi/${path}`).expect(401);
    await request(app.server).get(`/api/sinergi/${path}`).set(officer).expect(403);
    const own = await read<object>(path, kanwil, {});
    expect(await read<object>(path, kanwil, { office: 'bali' })).toEqual(own);
  }
  for (const bad of [
    'from=2025-13',
    'to=x',
    'office=%00',
    'preset=x',
    'most=0',
    'most=x',
    'program=a&program=b',
  ]) {
    await request(app.server).get(`/api/sinergi/matrix?${bad}`).set(administrator).expect(422);
  }
});
