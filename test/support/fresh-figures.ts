import { DateTime } from 'luxon';
import type { Database } from '../../src/platform/database/database.js';

interface Visit {
  id: string;
  state: string;
  submittedAt: Date | null;
  guest: string;
  host: string;
  zone: string;
  startsAt: Date;
  endsAt: Date;
  programs: string[];
  asked: Date | null;
  answers: Date[];
  summary: 'person' | 'system' | null;
  publishedAt: Date | null;
}
interface Part {
  visit: string;
  mark: string;
  unit: string;
  dueOn: string | null;
  endedAt: Date | null;
  since: string | null;
  toUnit: string | null;
  fromUnit: string | null;
}

/** All visits but those that the other side says never were so. */
const visitsSql = `SELECT v.id, v.state, v.submitted_at AS "submittedAt", v.guest_unit AS guest, v.host_unit AS host, h.time_zone AS zone,
  v.starts_at AS "startsAt", v.ends_at AS "endsAt",
  (SELECT coalesce(array_agg(program), '{}') FROM visit_program WHERE visit_id = v.id) AS programs,
  (SELECT min(at) FROM visit_history WHERE visit_id = v.id AND action IN ('submit', 'arrange')) AS asked,
  (SELECT coalesce(array_agg(y.at), '{}') FROM visit_history y
    WHERE y.visit_id = v.id AND y.action IN ('accept', 'decline', 'propose') AND y.side = 'host') AS answers,
  (SELECT published_at FROM summary_revision WHERE visit_id = v.id AND revision = 1) AS "publishedAt",
  (SELECT CASE WHEN published_by IS NULL THEN 'system' ELSE 'person' END FROM summary_revision
    WHERE visit_id = v.id AND revision = 1) AS summary
  FROM visit v JOIN unit h ON h.code = v.host_unit WHERE v.disputed_at IS NULL`;
const promisesSql = `SELECT visit_id AS visit, state AS mark, unit, due_on::text AS "dueOn",
  CASE state WHEN 'done' THEN done_at WHEN 'dropped' THEN changed_at END AS "endedAt" FROM follow_up`;
const replicationsSql = `SELECT f.visit_id AS visit, coalesce(r.note_id::text, '') AS mark, r.since::text,
  r.to_unit AS "toUnit", r.from_unit AS "fromUnit" FROM replication r JOIN follow_up f ON f.id = r.follow_up_id`;

const notesSql = `SELECT n.unit, u.time_zone AS zone, n.published_at AS "publishedAt",
  (SELECT coalesce(array_agg(program), '{}') FROM note_program WHERE note_id = n.id) AS programs
  FROM note n JOIN unit u ON u.code = n.unit WHERE n.state = 'published' AND n.visibility = 'nation'`;
interface Note {
  unit: string;
  zone: string;
  publishedAt: Date;
  programs: string[];
}

const agreed = ['confirmed', 'held', 'closed'];

/** Each merged unit with the last of those into which it merged, by following them one by one. */
async function heirsOf(database: Database): Promise<Map<string, string>> {
  const merged = new Map(
    (
      await database.query<{ code: string; successor: string }>(
        'SELECT code, successor FROM unit WHERE NOT active AND successor IS NOT NULL',
      )
    ).map(({ code, successor }) => [code, successor]),
  );
  const last = (code: string): string => {
    const next = merged.get(code);
    return next === undefined ? code : last(next);
  };
  return new Map([...merged.keys()].map((code) => [code, last(code)]));
}

/** Every count of Sinergi and every sum by its key, counted one by one from the rows that the product works on. */
export async function countedAfresh(database: Database): Promise<Record<string, number>> {
  const counts = await figuresAfresh(database);
  return { ...counts, ...(await sumsAfresh(database, counts)) };
}

async function figuresAfresh(database: Database): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  const heirs = await heirsOf(database);
  const count = (programs: readonly string[], ...key: (string | number | null)[]): void => {
    const units = new Set([2, 3, 5]);
    const told = key.map((part, index) => (units.has(index) ? (heirs.get(String(part)) ?? part) : part));
    for (const program of ['', ...programs]) {
      const name = [program, ...told].join('|');
      counts[name] = (counts[name] ?? 0) + 1;
    }
  };
  const visits = new Map((await database.query<Visit>(visitsSql)).map((visit) => [visit.id, visit]));
  const monthOf = ({ startsAt, zone }: Visit, at: Date | null = startsAt): string =>
    DateTime.fromJSDate(at ?? startsAt, { zone }).toFormat('yyyy-MM');
  for (const visit of visits.values()) {
    const { state, submittedAt, guest, host, programs, asked, answers, summary, endsAt } = visit;
    if (submittedAt === null) continue;
    const where = [monthOf(visit), guest, host];
    count(programs, 'visits', ...where, state, '', null, null, null);
    const since = answers.filter((at) => asked && at >= asked).map(Number);
    if (since.length > 0) {
      const first = Math.min(...since);
      const hours = Math.floor((first - +(asked ?? 0)) / 3_600_000);
      count(programs, 'answers', monthOf(visit, new Date(first)), guest, host, '', '', hours, null, null);
    }
    if (agreed.includes(state)) {
      const end = summary ? null : endsAt.toISOString();
      const month = monthOf(visit, visit.publishedAt);
      count(programs, 'summaries', month, guest, host, summary ?? 'none', '', null, null, end);
    }
  }
  const joined = await database.query<{ visit: string; guest: string }>(
    `SELECT visit_id AS visit, organisation AS guest FROM visit_guest WHERE answer = 'joined'`,
  );
  for (const { visit, guest } of joined) {
    const of = visits.get(visit);
    if (!of || of.submittedAt === null || of.guest === guest) continue;
    count(of.programs, 'joined', monthOf(of), guest, of.host, of.state, '', null, null, null);
  }
  const learned = await database.query<{ visit: string; mark: string }>(
    `SELECT v.id AS visit, coalesce(max(c.answer) FILTER (WHERE c.day = (SELECT max(x.day) FROM learning_check x
       WHERE x.visit_id = v.id AND x.answer IS NOT NULL)), 'unanswered') AS mark
     FROM visit v LEFT JOIN learning_check c ON c.visit_id = v.id
     WHERE EXISTS (SELECT FROM learning_question q WHERE q.visit_id = v.id) AND v.state IN ('held', 'closed') GROUP BY v.id`,
  );
  for (const { visit, mark } of learned) {
    const of = visits.get(visit);
    if (of) count(of.programs, 'learning', monthOf(of), of.guest, of.host, mark, '', null, null, null);
  }
  for (const { visit, mark, unit, dueOn, endedAt } of await database.query<Part>(promisesSql)) {
    const of = visits.get(visit);
    if (!of || of.submittedAt === null) continue;
    const due = mark === 'done' || mark === 'dropped' ? null : dueOn;
    count(of.programs, 'follow-ups', monthOf(of, endedAt), of.guest, of.host, mark, unit, null, due, null);
  }
  for (const { visit, mark, since, toUnit, fromUnit } of await database.query<Part>(replicationsSql)) {
    const of = visits.get(visit);
    if (!of) continue;
    const month = since?.slice(0, 7) ?? '';
    count(of.programs, 'replications', month, toUnit, fromUnit, mark, '', null, null, null);
  }
  for (const { unit, zone, publishedAt, programs } of await database.query<Note>(notesSql)) {
    const month = DateTime.fromJSDate(publishedAt, { zone }).toFormat('yyyy-MM');
    count(programs, 'notes', month, unit, unit, '', '', null, null, null);
  }
  return counts;
}

/** Every count and sum as it is kept, by the same keys. */
export async function countsKept(database: Database): Promise<Record<string, number>> {
  const rows = await database.query<{ key: string[]; endsAt: Date | null; count: number }>(
    `SELECT ARRAY[program, cube, to_char(month, 'YYYY-MM'), guest_unit, host_unit, mark, unit,
       coalesce(hours::text, ''), coalesce(due_on::text, '')] AS key, ends_at AS "endsAt", sum(count)::int AS count
     FROM sinergi_count GROUP BY 1, 2 HAVING sum(count) <> 0`,
  );
  const sums = await database.query<{ key: string; count: number }>(
    `SELECT concat_ws('|', program, cube, place, day, mark, hours) AS key, sum(count)::int AS count
     FROM sinergi_total GROUP BY 1 HAVING sum(count) <> 0`,
  );
  return Object.fromEntries([
    ...rows.map(
      ({ key, endsAt, count }) => [[...key, endsAt?.toISOString() ?? ''].join('|'), count] as const,
    ),
    ...sums.map(({ key, count }) => [key, count] as const),
  ]);
}

/** What a count's key tells, in its order. */
const parts = [
  'program',
  'cube',
  'month',
  'guest',
  'host',
  'mark',
  'unit',
  'hours',
  'dueOn',
  'endsAt',
] as const;
type KeyedCount = Record<(typeof parts)[number], string>;

/** Every sum of Sinergi by its key, added up one by one from counts and the offices of their units. */
async function sumsAfresh(
  database: Database,
  counts: Readonly<Record<string, number>>,
): Promise<Record<string, number>> {
  const offices = new Map(
    (
      await database.query<{ code: string; office: string | null }>(
        'SELECT code, regional_office AS office FROM unit',
      )
    ).map(({ code, office }) => [code, office]),
  );
  const sums: Record<string, number> = {};
  for (const [key, count] of Object.entries(counts)) {
    const values = key.split('|');
    const of = Object.fromEntries(parts.map((part, at) => [part, values[at] ?? ''])) as KeyedCount;
    const [guestOffice, hostOffice] = [offices.get(of.guest) ?? null, offices.get(of.host) ?? null];
    const add = (
      cube: string,
      place: string | null,
      mark: string | null,
      day = `${of.month}-01`,
      hours = '0',
    ): void => {
      if (place === null || mark === null) return;
      const name = [of.program, cube, place, day, mark, hours].join('|');
      sums[name] = (sums[name] ?? 0) + count;
    };
    const isAgreed = agreed.includes(of.mark);
    if (of.cube === 'answers') add('answers', '', '', undefined, of.hours);
    if (of.cube !== 'answers' && of.cube !== 'joined') {
      const day = of.dueOn || of.endsAt.slice(0, 10) || undefined;
      const cube = of.dueOn ? 'promises' : of.endsAt ? 'owed' : of.cube;
      for (const place of new Set(['', guestOffice, hostOffice])) add(cube, place, of.mark, day);
    }
    if (of.cube === 'visits') {
      add('guests', '', guestOffice);
      add('hosts', '', hostOffice);
      if (guestOffice === hostOffice) add('inside', '', guestOffice);
      for (const place of new Set(isAgreed && guestOffice && hostOffice ? ['', guestOffice, hostOffice] : []))
        add('offices', place, `${guestOffice} ${hostOffice}`);
    }
    if ((of.cube === 'visits' || of.cube === 'joined') && isAgreed) {
      add('busy', guestOffice, of.guest);
      add('busy', hostOffice, of.host);
    }
  }
  return sums;
}
