import { measureCpu } from './cpu-time.js';
import type { Run } from './national-data.js';
import type { ToldFigure } from './told-figures.js';

/** What triggers keep beside a write, by the names of their triggers. */
const FAMILIES: Readonly<Record<string, string>> = {
  "Sinergi's counts": 'sinergi_%',
  'readers of visits': 'visit_readers_%',
  'revisions of feeds': '%_raises_feeds_%',
  'leading guests': 'visit_leads_guests',
};

/** Rows of one statement, and how often it is written. */
const SIZES = [
  { rows: 1000, times: 3 },
  { rows: 1, times: 200 },
];

const ids = (rows: number, at: number) =>
  `(SELECT id FROM visit WHERE submitted_at IS NOT NULL ORDER BY id LIMIT ${rows} OFFSET ${at})`;

/** Writes as the application makes them, of so many visits from a place on. */
const WRITES: Readonly<Record<string, (rows: number, at: number) => string>> = {
  'visit moved': (rows, at) =>
    `UPDATE visit SET starts_at = starts_at + interval '40 days', ends_at = ends_at + interval '40 days' WHERE id IN ${ids(rows, at)}`,
  'visit retitled': (rows, at) => `UPDATE visit SET title = title || '.' WHERE id IN ${ids(rows, at)}`,
  'program added': (rows, at) =>
    `INSERT INTO visit_program (visit_id, program) SELECT id, (SELECT min(p.code) FROM program p
       WHERE p.code NOT IN (SELECT x.program FROM visit_program x WHERE x.visit_id = v.id)) FROM ${ids(rows, at)} v`,
  'line of history': (rows, at) =>
    `INSERT INTO visit_history (id, visit_id, at, actor_name, side, action, to_state, version)
     SELECT gen_random_uuid(), id, now(), 'Petugas', 'host', 'propose', 'requested', 90 FROM ${ids(rows, at)} v`,
  'participant added': (rows, at) =>
    `INSERT INTO visit_participant (id, visit_id, name, email, side, role, created_at)
     SELECT gen_random_uuid(), id, 'Peserta baru', 'baru' || substr(id::text, 1, 8) || '@uji.test', 'guest', 'member', now()
     FROM ${ids(rows, at)} v`,
  'guest asked': (rows, at) =>
    `INSERT INTO visit_guest (id, visit_id, organisation, is_leading, answer, asked_at, due_on)
     SELECT gen_random_uuid(), v.id, (SELECT min(u.code) FROM unit u WHERE u.code NOT IN (o.guest_unit, o.host_unit)
       AND NOT EXISTS (SELECT FROM visit_guest x WHERE x.visit_id = o.id AND x.organisation = u.code)), false, 'asked', now(), current_date + 7
     FROM ${ids(rows, at)} v JOIN visit o ON o.id = v.id`,
};

/** CPU time in ms of a write of some rows, with what is due at the end of its transaction; it is undone. */
async function cost(
  run: Run,
  backend: number,
  write: (rows: number, at: number) => string,
  { rows, times }: (typeof SIZES)[number],
): Promise<number> {
  let ms = 0;
  for (let at = 0; at < times; at++) {
    await run('BEGIN');
    const cpu = measureCpu([backend]);
    const start = performance.now();
    await run(write(rows, at * rows));
    await run('SET CONSTRAINTS ALL IMMEDIATE');
    // A tick of the clock is longer than a write of one row, which waits for nothing.
    ms += rows === 1 ? performance.now() - start : cpu();
    await run('ROLLBACK');
  }
  return ms / times;
}

async function setTriggers(run: Run, pattern: string, state: 'ENABLE' | 'DISABLE'): Promise<void> {
  await run(`DO $$ DECLARE t record; BEGIN
    FOR t IN SELECT tgrelid::regclass AS relation, tgname AS name FROM pg_trigger
      WHERE NOT tgisinternal AND tgname LIKE '${pattern}'
    LOOP EXECUTE format('ALTER TABLE %s ${state} TRIGGER %I', t.relation, t.name); END LOOP; END $$`);
}

/** What a write costs without triggers, as a part of what it costs by each family of them, and by all; turn and turn about. */
export async function writeCosts(run: Run): Promise<ToldFigure[]> {
  const figures: ToldFigure[] = [];
  const [{ pid }] = (await run('SELECT pg_backend_pid() AS pid')) as [{ pid: number }];
  const patterns = Object.entries(FAMILIES);
  for (const size of SIZES) {
    for (const [what, write] of Object.entries(WRITES)) {
      for (const [, pattern] of patterns) await setTriggers(run, pattern, 'DISABLE');
      const measured = async (name: string, on: readonly string[]): Promise<number> => {
        for (const pattern of on) await setTriggers(run, pattern, 'ENABLE');
        await cost(run, pid, write, { ...size, times: 1 });
        const ms = await cost(run, pid, write, size);
        for (const pattern of on) await setTriggers(run, pattern, 'DISABLE');
        const of = `${what}, ${size.rows} row(s), triggers: ${name}`;
        if (name !== '')
          figures.push({ what: of, value: ms, unit: 'ms', limit: 'without triggers', ratio: bare / ms });
        return ms;
      };
      let bare = Math.min(await measured('', []), await measured('', []));
      for (const [name, pattern] of patterns) await measured(name, [pattern]);
      bare = Math.min(bare, await measured('', []));
      await measured('all', Object.values(FAMILIES));
      for (const [, pattern] of patterns) await setTriggers(run, pattern, 'ENABLE');
    }
  }
  return figures;
}
