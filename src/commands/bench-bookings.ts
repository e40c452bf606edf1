import { DataSource } from 'typeorm';
import { startBenchApp } from './bench/bench-app.js';
import { measureCpu } from './bench/cpu-time.js';
import { plainBookings, type Booking } from './bench/plain-bookings.js';
import { tellFigures } from './bench/told-figures.js';

/**
 * `npm run bench:bookings [rounds] [bookings]`: what it costs to ask for a visit and to agree upon it (a draft with its party,
 * sent, accepted), by 32 clients of as many hosts, beside a plain script of `pg` that writes the same; turn and turn about.
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

const party = [1, 2, 3].map((n) => ({
  name: `Peserta ${n}`,
  email: `peserta${n}@uji.test`,
  side: 'guest',
  role: 'member',
}));

const bySambang: Book = async ({ guest, host, by }, time) => {
  const wanted = {
    guestUnit: guest,
    hostUnit: host,
    kind: 'study-visit',
    title: 'Belajar',
    ...time,
    participants: party,
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
const plain = await plainBookings((dataSource.options as { url: string }).url, await somebody());
const byPlain: Book = async ({ guest, host }, time) => {
  const send = (url: string, payload: object) => plain.server.inject({ method: 'POST', url, payload });
  const made = await send('/create', { guest, host, ...time });
  const { id } = made.json<{ id?: string }>();
  const sent = await send('/submit', { id });
  const agreed = await send('/accept', { id, host, ...time });
  const failed = [made, sent, agreed].find(({ statusCode }) => statusCode !== 200);
  if (failed) console.error(failed.body);
  return failed === undefined;
};

const told = (name: string, { perSecond, cpu, own, errors }: Round) =>
  `${name}: ${perSecond.toFixed(1)}/s, ${cpu.toFixed(1)} ms CPU each (${own.toFixed(1)} here), ${errors} errors`;
const ratios: { rate: number; cpu: number }[] = [];
const [rates, costs]: [number[], number[]] = [[], []];
for (let n = 0; n <= ROUNDS; n++) {
  const [ours, theirs] = [await round(all, bySambang), await round(all, byPlain)];
  console.log(`${n === 0 ? 'warming up; ' : ''}${told('Sambang', ours)}; ${told('plain pg', theirs)}`);
  if (n === 0) continue;
  rates.push(ours.perSecond);
  costs.push(ours.cpu);
  ratios.push({ rate: ours.perSecond / theirs.perSecond, cpu: theirs.cpu / ours.cpu });
}
const middle = (values: number[]): number => values.sort((a, b) => a - b)[values.length >> 1] ?? NaN;
const limit = 'a plain script of pg';
await tellFigures([
  {
    what: 'bookings',
    value: middle(rates),
    unit: 'a second',
    limit,
    ratio: middle(ratios.map(({ rate }) => rate)),
  },
  {
    what: 'a booking',
    value: middle(costs),
    unit: 'ms CPU',
    limit,
    ratio: middle(ratios.map(({ cpu }) => cpu)),
  },
]);
await plain.close();
await bench.close();
