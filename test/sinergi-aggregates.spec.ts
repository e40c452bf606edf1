import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import request from 'supertest';
import { KeepFigures } from '../src/sinergi/index.js';
import { START, startApp, type TestApp } from './support/app.js';
import { countedAfresh, countsKept } from './support/fresh-figures.js';
import { signedIn } from './support/people.js';
import { visitBody, type Header } from './support/visits.js';

const HOUR = 3_600_000;
const hosts = ['rutan-banjarnegara', 'lapas-kerobokan', 'lapas-abepura'];
const guests = ['bapas-purwokerto', 'rutan-purbalingga'];
const offices = ['jawa-tengah', 'bali', 'papua'];
const programs = [[], ['akselerasi-2'], ['akselerasi-2', 'akselerasi-3'], ['aksi-dapur-sehat']];
const steps = ['submit', 'accept', 'decline', 'propose', 'withdraw', 'reschedule', 'cancel', 'not-held'];

let app: TestApp;
const by: Record<string, Header> = {};

beforeAll(async () => {
  app = await startApp();
  for (const unit of [...hosts, ...guests]) {
    by[unit] = await signedIn(app, { email: `petugas@${unit}.test`, role: 'officer', unit });
  }
});
afterAll(() => app.close());

/** One thing that happens: what, to which of the rows there are, and a number to vary it by. */
type Action = readonly [what: keyof typeof actions, which: number, how: number];

const pick = <Item>(list: readonly Item[], n: number): Item => list[n % list.length] as Item;
const at = (hour: number): string => new Date(START.getTime() + hour * HOUR).toISOString();

interface Visit {
  id: string;
  version: number;
  state: string;
  guest: string;
  host: string;
}
/** The nth visit, the same one as long as none is added or gone. */
async function visit(n: number): Promise<Visit | undefined> {
  const [row] = await app.database.query<Visit>(
    `SELECT id, version, state, guest_unit AS guest, host_unit AS host FROM visit
     ORDER BY id OFFSET mod($1, greatest((SELECT count(*)::int FROM visit), 1)) LIMIT 1`,
    [n],
  );
  return row;
}
async function followUp(n: number): Promise<{ id: string; unit: string; version: number } | undefined> {
  const [row] = await app.database.query<{ id: string; unit: string; version: number }>(
    `SELECT id, unit, version FROM follow_up
     ORDER BY id OFFSET mod($1, greatest((SELECT count(*)::int FROM follow_up), 1)) LIMIT 1`,
    [n],
  );
  return row;
}

/** Sends a request; whatever a rule refuses is fine, a fault is not. */
async function send(
  method: 'post' | 'patch' | 'put',
  path: string,
  unit: string,
  body: object,
): Promise<void> {
  const server = request(app.server);
  const sent = server[method](`/api/${path}`).set(by[unit] ?? {});
  const answer = await sent.send(body);
  if (answer.status >= 500) throw new Error(`${method} ${path}: ${answer.text}`);
}

const sql = async (text: string, ...parameters: unknown[]): Promise<void> => {
  await app.database.query(text, parameters);
};

const actions = {
  ask: (which: number, how: number) =>
    send('post', 'visits', pick(guests, which), {
      ...visitBody,
      guestUnit: pick(guests, which),
      hostUnit: pick(hosts, how),
      programs: pick(programs, which + how),
      startsAt: at(24 * 5 * (2 + (how % 12)) + 1 + (which % 4)),
      endsAt: at(24 * 5 * (2 + (how % 12)) + 2 + (which % 4)),
    }),
  step: async (which: number, how: number) => {
    const row = await visit(which);
    if (!row) return;
    const body = { version: row.version, reason: 'Alasan', startsAt: at(240 + how), endsAt: at(241 + how) };
    const side = how % 3 === 0 ? row.guest : row.host;
    const step = row.state === 'draft' ? 'submit' : pick(steps, how);
    await send('post', `visits/${row.id}/${step}`, step === 'submit' ? row.guest : side, body);
  },
  accept: async (which: number) => {
    const row = await visit(which);
    if (row) await send('post', `visits/${row.id}/accept`, row.host, { version: row.version });
  },
  /** One of the other units is asked to join, and does; or leaves, is taken back, or becomes the leading guest. */
  join: async (which: number, how: number) => {
    const row = await visit(which);
    if (!row) return;
    const [organisation = ''] = guests.filter((unit) => unit !== row.guest);
    await send('post', `visits/${row.id}/guests`, row.guest, { organisation });
    if (how % 4 > 0) await send('post', `visits/${row.id}/guests/join`, organisation, { partySize: 2 });
    if (how % 4 === 2) await send('post', `visits/${row.id}/guests/leave`, organisation, { reason: 'x' });
    if (how % 4 === 3) {
      const by = how % 8 === 3 ? row.guest : organisation;
      if (by === row.guest) await send('post', `visits/${row.id}/guests/${organisation}/take-back`, by, {});
      else await sql('UPDATE visit SET guest_unit = $2 WHERE id = $1', row.id, organisation);
    }
  },
  edit: async (which: number, how: number) => {
    const row = await visit(which);
    const body = { version: row?.version, programs: pick(programs, how) };
    if (row) await send('patch', `visits/${row.id}`, row.guest, body);
  },
  hold: async (which: number) => {
    const row = await visit(which);
    if (row) await send('post', `visits/${row.id}/complete`, row.host, { version: row.version, early: true });
  },
  summarise: async (which: number) => {
    const row = await visit(which);
    if (!row) return;
    await send('put', `visits/${row.id}/summary`, row.guest, { outcomes: 'Hasil', version: 0 });
    await send('post', `visits/${row.id}/summary/publish`, row.guest, { version: 1 });
  },
  promise: async (which: number, how: number) => {
    const row = await visit(which);
    const dueOn = `2025-1${how % 3}-15`;
    const unit = how % 2 === 0 ? row?.guest : row?.host;
    if (row)
      await send('post', 'follow-ups', row.guest, { visit: row.id, what: 'x', unit, person: 'S', dueOn });
  },
  carryOn: async (which: number, how: number) => {
    const row = await followUp(which);
    if (!row) return;
    const state = pick(['in-progress', 'done', 'dropped', 'open'], how);
    const body = {
      version: row.version,
      state,
      evidence: 'x',
      reason: 'x',
      dueOn: `2026-0${1 + (how % 9)}-01`,
    };
    await send('patch', `follow-ups/${row.id}`, row.unit, body);
  },
  replicate: (which: number, how: number) =>
    sql(
      `INSERT INTO replication (id, follow_up_id, practice, from_unit, to_unit, since, result, confirmed_by,
         confirmed_name, confirmed_at)
       SELECT gen_random_uuid(), f.id, 'Kebun', v.host_unit, v.guest_unit, date '2025-09-20' + $2::int, 'x',
         v.created_by, 'S', '2026-06-01'
       FROM follow_up f JOIN visit v ON v.id = f.visit_id WHERE f.state = 'done' AND mod(hashtext(f.id::text), 2) = mod($1::int, 2)
       ON CONFLICT DO NOTHING`,
      which,
      how % 200,
    ),
  withdraw: (which: number) =>
    sql('DELETE FROM replication WHERE mod(hashtext(id::text), 3) = mod($1::int, 3)', which),
  write: (which: number, how: number) =>
    send('post', 'notes', pick(guests, which), {
      unit: pick(guests, which),
      title: `Catatan ${which}`,
      context: 'x',
      whatWasDone: 'x',
      result: 'x',
      howToCopy: 'x',
      programs: pick(programs, how),
    }),
  /** From draft to published, for everybody or the region, to archived and back. */
  carryNote: (which: number, how: number) =>
    sql(
      `UPDATE note SET state = $2, visibility = $3, published_at = CASE WHEN $2 IN ('published', 'archived')
           THEN coalesce(published_at, timestamptz '2025-10-31T15:30Z' + $4::int * interval '20 minutes') END,
         review_due_on = CASE WHEN $2 = 'published' THEN date '2027-01-01' END,
         archived_at = CASE WHEN $2 = 'archived' THEN now() END
       WHERE mod(hashtext(id::text), 3) = mod($1::int, 3)`,
      which,
      pick(['published', 'published', 'archived', 'draft'], how),
      pick(['nation', 'nation', 'region'], how),
      how % 20,
    ),
  retag: (which: number, how: number) =>
    how % 2 === 0
      ? sql('DELETE FROM note_program WHERE mod(hashtext(note_id::text), 3) = mod($1::int, 3)', which)
      : sql(
          `INSERT INTO note_program (note_id, program) SELECT id, 'akselerasi-3' FROM note
           WHERE mod(hashtext(id::text), 2) = mod($1::int, 2) ON CONFLICT DO NOTHING`,
          which,
        ),
  removeNote: (which: number) =>
    sql(
      'DELETE FROM note WHERE id = (SELECT id FROM note ORDER BY id OFFSET mod($1::int, 5) LIMIT 1)',
      which,
    ),
  /** Of several rows at once, and in ways that no use-case has. */
  shift: (which: number, how: number) =>
    sql(
      `UPDATE visit SET starts_at = starts_at + $2::int * interval '1 hour', ends_at = ends_at + $2::int * interval '1 hour'
       WHERE mod(hashtext(id::text), 3) = mod($1::int, 3)
         AND NOT EXISTS (SELECT FROM agenda_item i WHERE i.visit_id = visit.id)`,
      which,
      (how % 30) - 15,
    ),
  moveZone: (which: number, how: number) =>
    sql(
      'UPDATE unit SET time_zone = $2 WHERE code = $1',
      pick([...hosts, ...guests], which),
      pick(['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura'], how),
    ),
  moveOffices: (which: number) =>
    sql('UPDATE unit SET regional_office = $2 WHERE code = ANY ($1)', hosts, pick(offices, which)),
  remove: async (which: number) => {
    const row = await visit(which);
    if (!row) return;
    await app.database.transaction(async () => {
      await sql('DELETE FROM follow_up WHERE visit_id = $1', row.id);
      await sql('DELETE FROM visit WHERE id = $1', row.id);
    });
  },
  rollBack: async (which: number, how: number) => {
    const undone = app.database.transaction(async () => {
      await actions.shift(which, how);
      await sql('DELETE FROM follow_up');
      await sql(`UPDATE visit SET state = 'held' WHERE state = 'confirmed'`);
      throw new Error('rolled back');
    });
    await expect(undone).rejects.toThrow('rolled back');
  },
  /** Tomorrow and later: what waits expires, what is over is summarised by itself. */
  later: async (_which: number, how: number) => {
    app.clock.set(new Date(app.clock.now().getTime() + (how % 60) * HOUR));
    await app.settle();
  },
  fold: () => app.app.get(KeepFigures).fold(),
  /** Several at once, folds among them. */
  together: async (which: number, how: number) => {
    await Promise.all([
      actions.accept(which),
      actions.edit(which, how),
      actions.promise(which, how),
      actions.step(which + 1, how),
      actions.fold(),
      actions.carryOn(which, how),
      actions.fold(),
    ]);
  },
};

const names = Object.keys(actions) as (keyof typeof actions)[];
// What makes rows comes more often than what ends them.
const often = [
  'ask',
  'step',
  'accept',
  'accept',
  'join',
  'promise',
  'carryOn',
  'write',
  'carryNote',
  'edit',
  'hold',
  'summarise',
] as const;
const action: fc.Arbitrary<Action> = fc.tuple(
  fc.constantFrom(...names, ...often, ...often),
  fc.nat(1000),
  fc.nat(1000),
);

test('after any sequence of actions every kept count equals a fresh one', async () => {
  const seen = new Set<string>();
  let run = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(action, { minLength: 8, maxLength: 40 }), async (sequence) => {
      run += 1;
      // So that there is something of everything for what follows.
      for (const which of [run, run + 1, run + 2]) {
        for (const what of ['ask', 'step', 'accept', 'join', 'promise', 'write', 'moveOffices'] as const)
          await actions[what](which, run);
        await actions.carryOn(which, 1);
        await actions.carryNote(which, 0);
        await actions.replicate(which, run);
      }
      for (const [what, which, how] of sequence) await actions[what](which, how);
      const fresh = await countedAfresh(app.database);
      for (const key of Object.keys(fresh)) seen.add(key.split('|')[1] ?? '');
      expect(await countsKept(app.database)).toEqual(fresh);
    }),
    { numRuns: 12, endOnFailure: true },
  );
  expect([...seen].sort()).toEqual([
    ...['answers', 'busy', 'follow-ups', 'guests', 'hosts', 'inside', 'joined', 'notes', 'offices', 'owed'],
    ...['promises', 'replications', 'summaries', 'visits'],
  ]);
}, 120_000);

test('counting afresh gives the same, and corrects what was changed with the triggers off', async () => {
  const fresh = await countedAfresh(app.database);
  await app.app.get(KeepFigures).rebuild();
  expect(await countsKept(app.database)).toEqual(fresh);
  await app.database.transaction(async () => {
    await sql('ALTER TABLE visit DISABLE TRIGGER USER');
    await sql(`UPDATE visit SET state = 'cancelled' WHERE state IN ('confirmed', 'requested')`);
    await sql('ALTER TABLE visit ENABLE TRIGGER USER');
  });
  const changed = await countedAfresh(app.database);
  expect(await countsKept(app.database)).not.toEqual(changed);
  await app.app.get(KeepFigures).rebuild();
  expect(await countsKept(app.database)).toEqual(changed);
});

test('a fold leaves nothing that counts zero, and nothing to fold', async () => {
  await app.app.get(KeepFigures).fold();
  const [rows] = await app.database.query<{ waiting: number; zero: number }>(
    `SELECT (SELECT count(*)::int FROM sinergi_delta) + (SELECT count(*)::int FROM sinergi_pending) AS waiting,
       (SELECT count(*)::int FROM sinergi_figure WHERE count <= 0) AS zero`,
  );
  expect(rows).toEqual({ waiting: 0, zero: 0 });
});
