import { DataSource } from 'typeorm';
import { startBenchApp } from './bench/bench-app.js';
import { measureCpu } from './bench/cpu-time.js';
import { plainBookings, type Booking } from './bench/plain-bookings.js';
import { tellFigures } from './bench/told-figures.js';

/**
 * `npm run bench:bookings [rounds] [bookings]`: what it costs to ask for a visit and to agree upon it (a draft with its party,
 * sent, accepted), by 32 clients of as many hosts, beside a plain script of `pg` that writes the same rows, with unnamed and with
 * named statements; turn and turn about.
 */
const [ROUNDS = 5, BOOKINGS = 192] = process.argv.slice(2).map(Number);
const CLIENTS = 32;

interface Round {
  perSecond: number;
  /** Of a booking, in ms: of this process and PostgreSQL, and of this process alone. */
  cpu: number;
  own: number;
  errors: number;
}

type Header = Record<string, string>;
interface Client {
  guest: string;
  host: string;
  by: { guest: Header; host: Header };
}

const bench = await startBenchApp('2025-12-15');
const { app } = bench;
const dataSource = app.get(DataSource);

async function clients(): Promise<Client[]> {
  await dataSource.query('UPDATE hosting_policy SET open = true, capacity = 20');
  const units = await dataSource.query<{ code: string }[]>(
    `SELECT u.code FROM unit u JOIN hosting_policy p ON p.unit = u.code
     WHERE u.kind = 'upt' AND u.time_zone = 'Asia/Jakarta' ORDER BY u.code LIMIT $1`,
    [2 * CLIENTS],
  );
  const made: Client[] = [];
  for (let n = 0; n < CLIENTS; n++) {
    const [guest, host] = [units[2 * n]?.code ?? '', units[2 * n + 1]?.code ?? ''];
    const of = (unit: string) => bench.signIn({ email: `petugas@${unit}.test`, role: 'officer', unit });
    made.push({ guest, host, by: { guest: await of(guest), host: await of(host) } });
  }
  return made;
}

/** A weekday for the nth booking of a client, with the hours after it; each day is used as often as a host has places. */
function timeOf(n: number): Pick<Booking, 'startsAt' | 'endsAt'> {
  const days = Math.floor(n / 8);
  const day = new Date(Date.UTC(2026, 0, 12 + 7 * Math.floor(days / 4) + (days % 4)));
  const startsAt = new Date(day.getTime() + 2 * 3_600_000);
  return { startsAt, endsAt: new Date(startsAt.getTime() + 2 * 3_600_000) };
}

type Book = (client: Client, time: ReturnType<typeof timeOf>) => Promise<boolean>;

async function ask(
  url: string,
  headers: Header,
  payload: object,
): Promise<{ id: string; version: number } | null> {
  const answer = await app.inject({ method: 'POST', url, headers, payload });
  return answer.statusCode < 300 ? answer.json() : null;
}

/** People of a unit: those of all units together would meet each other in hundreds of visits at a time. */
const partyOf = (unit: string) =>
  [1, 2, 3].map((n) => ({ name: `Peserta ${n}`, email: `peserta${n}@${unit}.test` }));

const bySambang: Book = async ({ guest, host, by }, time) => {
  const wanted = {
    guestUnit: guest,
    hostUnit: host,
    kind: 'study-visit',
    title: 'Belajar',
    ...time,
    participants: partyOf(guest).map((one) => ({ ...one, side: 'guest', role: 'member' })),
  };
  const draft = await ask('/api/visits', by.guest, wanted);
  const sent = draft && (await ask(`/api/visits/${draft.id}/submit`, by.guest, { version: draft.version }));
  const agreed = sent && (await ask(`/api/visits/${sent.id}/accept`, by.host, { version: sent.version }));
  return agreed !== null;
};

/** Id of any person, who writes what the plain script books. */
async function somebody(): Promise<string> {
  const [row] = await dataSource.query<{ id: string }[]>('SELECT id FROM person LIMIT 1');
  return row?.id ?? '';
}

let booked = 0;
async function round(all: readonly Client[], book: Book): Promise<Round> {
  const pids = await dataSource.query<{ pid: number | null }[]>(
    'SELECT pid FROM pg_stat_activity WHERE datname = current_database()',
  );
  const [own, cpu] = [measureCpu([]), measureCpu(pids.map(({ pid }) => pid))];
  const began = performance.now();
  let [errors, left] = [0, BOOKINGS];
  await Promise.all(
    all.map(async (client) => {
      while (left-- > 0) if (!(await book(client, timeOf(Math.floor(booked++ / CLIENTS))))) errors += 1;
    }),
  );
  const seconds = (performance.now() - began) / 1000;
  return { perSecond: BOOKINGS / seconds, cpu: cpu() / BOOKINGS, own: own() / BOOKINGS, errors };
}

const all = await clients();
const { url } = dataSource.options as { url: string };
const person = await somebody();
const [plain, prepared] = [await plainBookings(url, person, false), await plainBookings(url, person, true)];
const by =
  ({ server }: typeof plain): Book =>
  async ({ guest, host }, time) => {
    const send = (to: string, payload: object) => server.inject({ method: 'POST', url: to, payload });
    const made = await send('/create', { guest, host, ...time, party: partyOf(guest) });
    const { id } = made.json<{ id?: string }>();
    const sent = await send('/submit', { id });
    const agreed = await send('/accept', { id, host, ...time });
    const failed = [made, sent, agreed].find(({ statusCode }) => statusCode !== 200);
    if (failed) console.error(failed.body);
    return failed === undefined;
  };
const rivals = [
  { name: 'a plain script of pg', book: by(plain) },
  { name: 'a plain script of pg, prepared', book: by(prepared) },
];

/** How many rows each table has. */
async function rowCounts(): Promise<Map<string, number>> {
  const tables = await dataSource.query<{ name: string }[]>(
    `SELECT format('%I.%I', schemaname, relname) AS name FROM pg_stat_user_tables
     WHERE schemaname = 'public' OR relname = 'job_common' ORDER BY 1`,
  );
  const counted = tables.map(({ name }) => `SELECT '${name}' AS name, count(*)::int AS count FROM ${name}`);
  const rows = await dataSource.query<{ name: string; count: number }[]>(counted.join(' UNION ALL '));
  return new Map(rows.map(({ name, count }) => [name, count]));
}

/** Which rows a booking adds, by their tables. */
async function rowsOf(client: Client, book: Book): Promise<string> {
  const before = await rowCounts();
  if (!(await book(client, timeOf(0)))) throw new Error('nothing was booked');
  const after = await rowCounts();
  const added = [...after].map(([name, count]) => [name, count - (before.get(name) ?? 0)] as const);
  return JSON.stringify(added.filter(([, count]) => count !== 0));
}

/** @throws Error when a rival writes other rows than Sambang, so that the two are no measure for each other */
async function assertSameRows(client: Client | undefined): Promise<void> {
  if (!client) return;
  await rowsOf(client, bySambang);
  const ours = await rowsOf(client, bySambang);
  console.log(`rows of a booking: ${ours}`);
  for (const { name, book } of rivals) {
    const theirs = await rowsOf(client, book);
    if (theirs !== ours) throw new Error(`${name} writes other rows: ${theirs}`);
  }
}
await assertSameRows(all[0]);

const told = (name: string, { perSecond, cpu, own, errors }: Round) =>
  `${name}: ${perSecond.toFixed(1)}/s, ${cpu.toFixed(1)} ms CPU each (${own.toFixed(1)} here), ${errors} errors`;
const middle = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? NaN;

const rounds: { ours: Round; theirs: Round[] }[] = [];
for (let n = 0; n <= ROUNDS; n++) {
  const ours = await round(all, bySambang);
  const theirs: Round[] = [];
  for (const { book } of rivals) theirs.push(await round(all, book));
  const lines = [told('Sambang', ours), ...theirs.map((one, at) => told(rivals[at]?.name ?? '', one))];
  console.log(`${n === 0 ? 'warming up; ' : ''}${lines.join('; ')}`);
  if (n > 0) rounds.push({ ours, theirs });
}
const [rate, cost] = [
  middle(rounds.map(({ ours }) => ours.perSecond)),
  middle(rounds.map(({ ours }) => ours.cpu)),
];
await tellFigures(
  rivals.flatMap(({ name: limit }, at) => {
    const ratioOf = (ratio: (ours: Round, theirs: Round) => number): number =>
      middle(rounds.flatMap(({ ours, theirs }) => (theirs[at] ? [ratio(ours, theirs[at])] : [])));
    const ratios = {
      rate: ratioOf((ours, theirs) => ours.perSecond / theirs.perSecond),
      cpu: ratioOf((ours, theirs) => theirs.cpu / ours.cpu),
    };
    return [
      { what: 'bookings', value: rate, unit: 'a second', limit, ratio: ratios.rate },
      { what: 'a booking', value: cost, unit: 'ms CPU', limit, ratio: ratios.cpu },
    ];
  }),
);
await Promise.all([plain.close(), prepared.close()]);
await bench.close();
