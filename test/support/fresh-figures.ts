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
  steps: Date[];
  summary: 'person' | 'system' | null;
}
interface Part {
  visit: string;
  mark: string;
  unit: string;
  dueOn: string | null;
  since: string | null;
  toUnit: string | null;
  fromUnit: string | null;
}

const visitsSql = `SELECT v.id, v.state, v.submitted_at AS "submittedAt", v.guest_unit AS guest, v.host_unit AS host, h.time_zone AS zone,
  v.starts_at AS "startsAt", v.ends_at AS "endsAt",
  (SELECT coalesce(array_agg(program), '{}') FROM visit_program WHERE visit_id = v.id) AS programs,
  (SELECT min(at) FROM visit_history WHERE visit_id = v.id AND action = 'submit') AS asked,
  (SELECT coalesce(array_agg(at), '{}') FROM visit_history
    WHERE visit_id = v.id AND action IN ('accept', 'decline', 'propose')) AS steps,
  (SELECT CASE WHEN published_by IS NULL THEN 'system' ELSE 'person' END FROM summary_revision
    WHERE visit_id = v.id AND revision = 1) AS summary
  FROM visit v JOIN unit h ON h.code = v.host_unit`;
const promisesSql = `SELECT visit_id AS visit, state AS mark, unit, due_on::text AS "dueOn" FROM follow_up`;
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

/** Every count of Sinergi by its key, counted one by one from the rows that the product works on. */
export async function countedAfresh(database: Database): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  const count = (programs: readonly string[], ...key: (string | number | null)[]): void => {
    for (const program of ['', ...programs]) {
      const name = [program, ...key].join('|');
      counts[name] = (counts[name] ?? 0) + 1;
    }
  };
  const visits = new Map((await database.query<Visit>(visitsSql)).map((visit) => [visit.id, visit]));
  const monthOf = ({ startsAt, zone }: Visit): string =>
    DateTime.fromJSDate(startsAt, { zone }).toFormat('yyyy-MM');
  for (const visit of visits.values()) {
    const { state, submittedAt, guest, host, programs, asked, steps, summary, endsAt } = visit;
    if (submittedAt === null) continue;
    const where = [monthOf(visit), guest, host];
    count(programs, 'visits', ...where, state, '', null, null, null);
    const answers = steps.filter((at) => asked && at >= asked).map((at) => +at - +(asked ?? 0));
    if (answers.length > 0) {
      count(programs, 'answers', ...where, '', '', Math.floor(Math.min(...answers) / 3_600_000), null, null);
    }
    if (agreed.includes(state)) {
      const end = summary ? null : endsAt.toISOString();
      count(programs, 'summaries', ...where, summary ?? 'none', '', null, null, end);
    }
  }
  for (const { visit, mark, unit, dueOn } of await database.query<Part>(promisesSql)) {
    const of = visits.get(visit);
    if (!of || of.submittedAt === null) continue;
    const due = mark === 'done' || mark === 'dropped' ? null : dueOn;
    count(of.programs, 'follow-ups', monthOf(of), of.guest, of.host, mark, unit, null, due, null);
  }
  for (const { visit, mark, since, toUnit, fromUnit } of await database.query<Part>(replicationsSql)) {
    const month = since?.slice(0, 7) ?? '';
    count(
      visits.get(visit)?.programs ?? [],
      'replications',
      month,
      toUnit,
      fromUnit,
      mark,
      '',
      null,
      null,
      null,
    );
  }
  for (const { unit, zone, publishedAt, programs } of await database.query<Note>(notesSql)) {
    const month = DateTime.fromJSDate(publishedAt, { zone }).toFormat('yyyy-MM');
    count(programs, 'notes', month, unit, unit, '', '', null, null, null);
  }
  return counts;
}

/** Every count as it is kept, by the same keys. */
export async function countsKept(database: Database): Promise<Record<string, number>> {
  const rows = await database.query<{ key: string[]; endsAt: Date | null; count: number }>(
    `SELECT ARRAY[program, cube, to_char(month, 'YYYY-MM'), guest_unit, host_unit, mark, unit,
       coalesce(hours::text, ''), coalesce(due_on::text, '')] AS key, ends_at AS "endsAt", sum(count)::int AS count
     FROM sinergi_count GROUP BY 1, 2 HAVING sum(count) <> 0`,
  );
  return Object.fromEntries(
    rows.map(({ key, endsAt, count }) => [[...key, endsAt?.toISOString() ?? ''].join('|'), count]),
  );
}
