import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import request from 'supertest';
import { KeepFigures } from '../src/sinergi/index.js';
import { startApp, type TestApp } from './support/app.js';
import { api, wrong } from './support/api-client.js';
import { countedAfresh, countsKept } from './support/fresh-figures.js';
import { noteBody } from './support/example-bodies.js';
import { publishedNote } from './support/notes.js';
import { PASSWORD, signedIn, usualPeople, type UsualPeople } from './support/people.js';
import { sweep } from './support/sweep-scenes.js';
import { confirmed, requested, step, type Header, type ShownVisit } from './support/visits.js';

const OLD = 'rutan-purbalingga';
const NEW = 'rutan-banjarnegara';
const OLD_NAME = 'Rutan Kelas IIB Purbalingga';

let app: TestApp;
let people: UsualPeople;
let administrator: Header;

beforeAll(async () => {
  app = await startApp();
  people = await usualPeople(app);
  administrator = await signedIn(app, { email: 'admin@pusat.test', role: 'administrator' });
});
afterAll(() => app.close());

const make = (body: object, as: Header = administrator) =>
  api(app).post('/api/unit-changes', { as, body: wrong({ reason: 'Penataan organisasi.', ...body }) });
const visitOf = async (id: string, as: Header): Promise<ShownVisit> =>
  (await api(app).get('/api/visits/{id}', { as, path: { id } }).expect(200)).body;
const pageOf = async (path: string, as: Header): Promise<string> =>
  (await request(app.server).get(path).set('accept', 'text/html').set(as).expect(200)).text;

describe('a merger', () => {
  let held: ShownVisit;
  let open: ShownVisit;
  let note: string;
  let promise: string;

  beforeAll(async () => {
    const at = (day: string) => ({
      hostUnit: OLD,
      startsAt: `${day}T09:00:00+07:00`,
      endsAt: `${day}T11:00:00+07:00`,
    });
    held = await confirmed(app, people.guest, people.stranger, {
      ...at('2025-10-23'),
      title: 'Belajar kebun',
    });
    open = await requested(app, people.guest, at('2025-11-18'));
    note = await publishedNote(app, people.stranger, people.kanwil, {
      ...noteBody,
      unit: OLD,
      title: 'Kebun di lahan sempit',
    });
    const made = await api(app)
      .post('/api/follow-ups', {
        as: people.guest,
        body: { visit: held.id, what: 'Mengirim bibit', unit: OLD, person: 'Petugas', dueOn: '2025-12-01' },
      })
      .expect(201);
    promise = made.body.id;
    app.clock.set(new Date('2025-10-24T09:00:00+07:00'));
    held = await visitOf(held.id, people.guest);
    await app.settle();
  });

  test('is refused into itself, into another region and into what is no more', async () => {
    const merged = { kind: 'merged', unit: OLD, effectiveOn: '2025-10-26' };
    for (const successor of [OLD, 'rutan-garut', 'tidak-ada']) {
      const refused = await make({ ...merged, successor }).expect(422);
      expect(refused.body).toMatchObject({ errors: [{ field: 'successor' }] });
    }
  });

  test('leaves requests to the successor, and what was its under the old name', async () => {
    const body = { kind: 'merged', unit: OLD, successor: NEW, effectiveOn: '2025-10-26', movesPeople: true };
    const unseen = await make(body).expect(409);
    const made = await make({ ...body, seen: [open.id] }).expect(201);
    expect([unseen.status, made.body.state]).toEqual([409, 'decided']);
    await api(app)
      .get('/api/visits/{id}', { as: people.host, path: { id: open.id } })
      .expect(404);
    app.clock.set(new Date('2025-10-26T00:20:00+07:00'));
    expect(await sweep(app, 'units.turn')).toEqual([]);
    expect(await visitOf(held.id, people.host)).toMatchObject({ hostUnit: OLD, hostUnitName: OLD_NAME });
    const answered = await step(app, people.host, await visitOf(open.id, people.host), 'accept');
    expect(answered.state).toBe('confirmed');
    expect(await pageOf('/kunjungan?tab=semua', people.host)).toContain('Belajar kebun');
    expect(await pageOf(`/upt/${OLD}`, people.guest)).toContain('Bergabung ke');
    expect(await pageOf(`/upt/${NEW}`, people.guest)).toContain(`href="/upt/${OLD}"`);
  });

  test('lets the officers of the successor read and carry on notes and promises', async () => {
    const shown = await api(app)
      .get('/api/notes/{id}', { as: people.host, path: { id: note } })
      .expect(200);
    expect(shown.body).toMatchObject({ unit: OLD, unitName: OLD_NAME });
    expect(await pageOf(`/praktik-baik/${note}/ubah`, people.host)).toContain('Kebun di lahan sempit');
    const followUp = await api(app)
      .get('/api/follow-ups/{id}', { as: people.host, path: { id: promise } })
      .expect(200);
    expect(followUp.body).toMatchObject({ unit: NEW });
    expect(followUp.body.allowedActions).toContain('change');
    await api(app)
      .get('/api/notes/{id}', { as: people.guest, path: { id: note } })
      .expect(200);
    await request(app.server).get(`/praktik-baik/${note}/ubah`).set(people.guest).expect(403);
  });

  test('moves its people, and counts for the successor', async () => {
    const moved = await app.signIn('petugas@lain.test', PASSWORD);
    const [row] = await app.database.query<{ unit: string }>(
      `SELECT unit FROM person WHERE email = 'petugas@lain.test'`,
    );
    expect(row?.unit).toBe(NEW);
    expect((await visitOf(held.id, moved)).hostUnitName).toBe(OLD_NAME);
    await app.app.get(KeepFigures).fold();
    expect(await countsKept(app.database)).toEqual(await countedAfresh(app.database));
    const network = await api(app)
      .get('/api/sinergi/network', { as: people.kanwil, query: wrong({ preset: 'year' }) })
      .expect(200);
    expect(network.body.edges.map(({ host }: { host: string }) => host)).toEqual([NEW]);
    const list = await api(app)
      .get('/api/sinergi/visits', { as: people.kanwil, query: wrong({ preset: 'year', host: NEW }) })
      .expect(200);
    expect(list.body.items.map(({ id }: { id: string }) => id)).toEqual(
      expect.arrayContaining([held.id, open.id]),
    );
  });
});

describe('whatever becomes of units, in whatever order', () => {
  const units = ['rutan-kebumen', 'rutan-wonosobo', 'rutan-temanggung', 'rutan-rembang', 'rutan-blora'];
  const names = ['Rutan Satu', 'Lapas Dua', 'Rutan Tiga'];
  const START = Date.UTC(2025, 9, 26, 3);
  const DAY = 86_400_000;
  const dateAt = (day: number): string => new Date(START + day * DAY).toISOString().slice(0, 10);
  const action = fc.record({
    kind: fc.constantFrom('closed', 'merged', 'renamed', 'visit'),
    unit: fc.nat({ max: units.length - 1 }),
    other: fc.nat({ max: units.length - 1 }),
    in: fc.integer({ min: -3, max: 4 }),
    days: fc.nat({ max: 2 }),
  });
  type Action = typeof action extends fc.Arbitrary<infer One> ? One : never;

  let today = 0;
  const by = new Map<string, Header>();
  /** What each unit is to be called from which dates on, as it was said and taken. */
  const said = new Map<string, Map<string, string>>();
  /** Each visit with its host and what that was called on the visit's day when it was made. */
  const visits: { id: string; host: string; on: string }[] = [];

  beforeAll(async () => {
    for (const unit of units) {
      by.set(unit, await signedIn(app, { email: `petugas@${unit}.test`, role: 'officer', unit }));
      const [row] = await app.database.query<{ name: string }>('SELECT name FROM unit WHERE code = $1', [
        unit,
      ]);
      said.set(unit, new Map([['', row?.name ?? '']]));
    }
  });

  const nameOn = (unit: string, date: string): string => {
    const own = said.get(unit) ?? new Map<string, string>();
    const from =
      [...own.keys()]
        .filter((each) => each <= date)
        .sort()
        .at(-1) ?? '';
    return own.get(from) ?? '';
  };

  /** What says the same as what holds already says nothing. */
  const say = (unit: string, from: string, name: string): void => {
    const own = said.get(unit) ?? new Map<string, string>();
    own.set(from, name);
    let before: string | undefined;
    for (const [date, each] of [...own].sort(([a], [b]) => (a < b ? -1 : 1))) {
      if (each === before) own.delete(date);
      before = each;
    }
  };

  async function visit(host: string, day: number): Promise<void> {
    const on = dateAt(today + Math.max(day, 1));
    const made = await request(app.server)
      .post('/api/visits')
      .set(people.guest)
      .send({
        ...{
          guestUnit: 'bapas-purwokerto',
          hostUnit: host,
          kind: 'study-visit',
          title: `Belajar di ${host}`,
        },
        ...{ startsAt: `${on}T09:00:00+07:00`, endsAt: `${on}T10:00:00+07:00` },
      });
    if (made.status >= 500) throw new Error(made.text);
    if (made.status !== 201) return;
    const { id, version } = made.body as { id: string; version: number };
    visits.push({ id, host, on });
    const sent = await request(app.server)
      .post(`/api/visits/${id}/submit`)
      .set(people.guest)
      .send({ version });
    if (sent.status >= 500) throw new Error(sent.text);
  }

  async function change({ kind, unit, other, ...one }: Action): Promise<void> {
    const effectiveOn = dateAt(today + one.in);
    const [code, successor] = [units[unit] ?? '', units[other] ?? ''];
    const name = names[other % names.length] ?? '';
    const body = {
      ...{ kind, unit: code, effectiveOn, reason: 'Penataan.' },
      ...(kind === 'merged' ? { successor, movesPeople: other % 2 === 0 } : {}),
      ...(kind === 'renamed' ? { name } : {}),
    };
    const send = (seen: string[]) =>
      request(app.server)
        .post('/api/unit-changes')
        .set(administrator)
        .send({ ...body, seen });
    const first = await send([]);
    const { visits: touched = [] } = first.body as { visits?: { id: string }[] };
    const answer =
      first.status === 409 && touched.length > 0 ? await send(touched.map(({ id }) => id)) : first;
    if (answer.status >= 500) throw new Error(answer.text);
    if (answer.status === 201 && kind === 'renamed') say(code, effectiveOn, name);
  }

  test('every visit names its host as it was called on its day, and every figure is a fresh count', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(action, { minLength: 3, maxLength: 8 }), async (actions) => {
        for (const one of actions) {
          today += one.days;
          app.clock.set(new Date(START + today * DAY));
          administrator = await app.signIn('admin@pusat.test', PASSWORD);
          people.guest = await app.signIn('petugas@tamu.test', PASSWORD);
          expect(await sweep(app, 'units.turn')).toEqual([]);
          await (one.kind === 'visit' ? visit(units[one.unit] ?? '', one.in) : change(one));
        }
        for (const { id, host, on } of visits) {
          expect([id, (await visitOf(id, people.guest)).hostUnitName]).toEqual([id, nameOn(host, on)]);
        }
        for (const code of units) {
          const call = api(app).get('/api/units/{code}', { as: administrator, path: { code } });
          expect((await call.expect(200)).body.name).toBe(nameOn(code, dateAt(today)));
        }
        await app.app.get(KeepFigures).fold();
        expect(await countsKept(app.database)).toEqual(await countedAfresh(app.database));
        const wronged = await app.database.query(
          `SELECT code FROM unit u WHERE u.heir <> u.code AND
             (SELECT s.heir FROM unit s WHERE s.code = u.successor) <> u.heir`,
        );
        expect(wronged).toEqual([]);
      }),
      { numRuns: 12 },
    );
  }, 240_000);
});
