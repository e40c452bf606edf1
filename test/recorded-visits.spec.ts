import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { START, startApp, type TestApp } from './support/app.js';
import { api } from './support/api-client.js';
import { signedIn, usualPeople } from './support/people.js';
import { confirmed, step, visitBody, type Header, type ShownVisit } from './support/visits.js';

let app: TestApp;
let guest: Header;
let host: Header;
let kanwil: Header;
let stranger: Header;
let administrator: Header;

/** Monday 10 November 2025, when the reference case is over. */
const AFTER = new Date('2025-11-10T02:00:00Z');

beforeAll(async () => {
  app = await startApp();
  ({ guest, host, stranger, kanwil } = await usualPeople(app));
  administrator = await signedIn(app, { email: 'admin@pusat.test', role: 'administrator' });
});
afterAll(() => app.close());
beforeEach(async () => {
  app.clock.set(AFTER);
  await app.settle();
  await app.database.query('DELETE FROM mail');
});

const record = (by: Header, body: object = {}, key?: string) => {
  const as = key === undefined ? by : { ...by, 'idempotency-key': key };
  return api(app).post('/api/recorded-visits', { as, body: { ...visitBody, ...body } });
};

const show = async (by: Header, id: string): Promise<ShownVisit> =>
  (await api(app).get('/api/visits/{id}', { as: by, path: { id } }).expect(200)).body;

async function recorded(by: Header, body: object = {}): Promise<ShownVisit> {
  const made = await record(by, body).expect(201);
  return show(by, made.body.id);
}

async function mails(): Promise<string[]> {
  await app.settle();
  const rows = await app.database.query<{ line: string }>(
    `SELECT recipient_email || ': ' || split_part(subject, ':', 1) AS line FROM mail ORDER BY 1`,
  );
  await app.database.query('DELETE FROM mail');
  return rows.map(({ line }) => line);
}

/** The reference case, as it is known afterwards. */
const referenceCase = {
  purpose: 'Belajar pembinaan yang lebih baik dan berkelanjutan.',
  topics: ['Ketahanan pangan', 'Kehumasan'],
  programs: ['akselerasi-2', 'akselerasi-3'],
  participants: [
    { name: 'Sari', email: 'sari@contoh.test', side: 'guest', role: 'leader', attendance: 'present' },
    { name: 'Budi', email: 'budi@contoh.test', side: 'guest', role: 'member', attendance: 'absent' },
    { name: 'Tuti', email: 'tuti@contoh.test', side: 'host', role: 'member', attendance: 'present' },
  ],
  summary: { outcomes: 'Kebun, ternak, dan pengolahan hasil sudah dilihat.', notes: 'Narasi positif.' },
  followUps: [{ what: 'Membuat demplot', unit: 'bapas-purwokerto', person: 'Sari', dueOn: '2025-12-31' }],
};

describe('A visit that has been', () => {
  test('the reference case is entered afterwards: held, summarised, promised, and nobody is invited', async () => {
    const visit = await recorded(guest, referenceCase);
    expect(visit).toMatchObject({
      reference: expect.stringMatching(/^ST-2025-/),
      state: 'closed',
      startsAt: visitBody.startsAt,
      programs: referenceCase.programs,
      recorded: { by: 'guest', disputedBy: null, at: '2025-11-10T09:00:00+07:00' },
      participants: [
        { name: 'Sari', attendance: 'present' },
        { name: 'Budi', attendance: 'absent' },
        { name: 'Tuti', attendance: 'present' },
      ],
    });
    const summary = await api(app).get('/api/visits/{id}/summary', { as: host, path: { id: visit.id } });
    expect(JSON.stringify(summary.body)).toContain('Kebun, ternak');
    const promised = await api(app).get('/api/follow-ups', { as: host, query: { visit: visit.id } as never });
    expect(JSON.stringify(promised.body)).toContain('Membuat demplot');
    expect(await mails()).toEqual([
      'kanwil@jateng.test: Kunjungan dicatat',
      'petugas@tuan.test: Kunjungan dicatat',
    ]);
    const history = await api(app)
      .get('/api/visits/{id}/history', { as: host, path: { id: visit.id } })
      .expect(200);
    expect(history.body.items.map(({ action }) => action)).toEqual(['record']);
  });

  test('nothing is chased, reminded or asked of it later, and its summary goes out only when asked', async () => {
    const people = referenceCase.participants;
    await recorded(host, { participants: people });
    await mails();
    app.clock.set(new Date('2025-11-12T03:00:00Z'));
    expect(await mails()).toEqual([]);
    const summary = { ...referenceCase.summary, mails: true };
    await recorded(guest, {
      startsAt: '2025-11-03T09:00:00+07:00',
      endsAt: '2025-11-03T10:00:00+07:00',
      participants: people,
      summary,
    });
    expect(await mails()).toEqual(expect.arrayContaining([expect.stringMatching(/^sari@contoh\.test: /)]));
  });

  test('it may be ten years ago, beside another at the same time, but not before 2015', async () => {
    const old = { startsAt: '2015-01-01T09:00:00+07:00', endsAt: '2015-01-01T10:00:00+07:00' };
    expect(await recorded(kanwil, old)).toMatchObject({ state: 'held', recorded: { by: 'regional' } });
    await recorded(kanwil, old);
    const tooOld = { startsAt: '2014-12-31T09:00:00+07:00', endsAt: '2014-12-31T10:00:00+07:00' };
    expect((await record(kanwil, tooOld).expect(422)).body).toMatchObject({ code: 'recorded-too-early' });
    await expect(
      app.database.query(
        `UPDATE visit SET starts_at = '2014-06-01', ends_at = '2014-06-02' WHERE recorded_by IS NOT NULL`,
      ),
    ).rejects.toThrow('visit_recorded_since_check');
  });

  test('the regional office enters it with its summary and promises', async () => {
    const { summary, followUps } = referenceCase;
    const visit = await recorded(kanwil, { summary, followUps });
    expect(visit).toMatchObject({ state: 'closed', contact: { name: '' } });
    expect(await mails()).toEqual([
      'petugas@tamu.test: Kunjungan dicatat',
      'petugas@tuan.test: Kunjungan dicatat',
    ]);
  });

  test('who enters it may correct it, its time too, even once it is closed; others may not', async () => {
    const visit = await recorded(guest, { summary: referenceCase.summary });
    const patch = (by: Header, body: object, status = 200) =>
      api(app)
        .patch('/api/visits/{id}', { as: by, path: { id: visit.id }, body: { version: 0, ...body } as never })
        .expect(status);
    const { version } = await show(guest, visit.id);
    const startsAt = '2025-10-29T09:00:00+07:00';
    await patch(host, { version, title: 'Lain' }, 403);
    const corrected = await patch(guest, {
      version,
      startsAt,
      endsAt: '2025-10-29T11:00:00+07:00',
      title: 'Benar',
    });
    expect(corrected.body).toMatchObject({ startsAt, title: 'Benar', state: 'closed' });
    const ahead = { startsAt: '2025-11-11T09:00:00+07:00', endsAt: '2025-11-11T10:00:00+07:00' };
    const refused = await patch(guest, { version: version + 1, ...ahead }, 422);
    expect(refused.body).toMatchObject({ code: 'recorded-time-ahead' });
    await app.settle();
    expect((await mails()).some((line) => line.includes('sari@'))).toBe(false);
  });
});

describe('A visit to come', () => {
  beforeEach(() => app.clock.set(START));

  test('is confirmed at once, invites, and takes the host’s place; where it is full it says what is free', async () => {
    const participants = [{ name: 'Sari', email: 'sari@contoh.test', side: 'guest', role: 'leader' }];
    const visit = await recorded(guest, { participants });
    expect(visit).toMatchObject({ state: 'confirmed', recorded: { by: 'guest' } });
    expect(await mails()).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^sari@contoh\.test: /),
        'petugas@tuan.test: Kunjungan dicatat',
      ]),
    );
    const full = await record(kanwil).expect(409);
    expect(full.body).toMatchObject({
      code: 'host-time-taken',
      free: [expect.any(String), expect.any(String), expect.any(String)],
    });
    const taken = await record(host).expect(409);
    expect((taken.body as { detail: string }).detail).toContain('Yang masih luang: ');
    await step(app, guest, await show(guest, visit.id), 'retract', { reason: 'Keliru' });
    expect(await show(host, visit.id)).toMatchObject({ state: 'cancelled' });
    expect((await mails()).some((line) => line.startsWith('sari@contoh.test'))).toBe(true);
  });

  test('has no attendance, summary or promises yet', async () => {
    const seen = [{ ...referenceCase.participants[0] }];
    expect((await record(guest, { participants: seen }).expect(409)).body).toMatchObject({
      code: 'day-not-come',
    });
    await record(guest, { summary: referenceCase.summary }).expect(422);
    await record(guest, { followUps: referenceCase.followUps }).expect(422);
  });
});

describe('Who may', () => {
  test('a stranger, an administrator and another region’s office may not', async () => {
    await record(stranger).expect(403);
    await record(administrator).expect(403);
    const bali = await signedIn(app, { email: 'kanwil@bali.test', role: 'regional', regionalOffice: 'bali' });
    await record(bali).expect(403);
  });

  test('the same key makes it once, and other content under it is refused', async () => {
    const body = { ...referenceCase, programs: [] };
    const one = await record(guest, body, 'kunci-1').expect(201);
    const two = await record(guest, body, 'kunci-1').expect(201);
    expect(two.body).toEqual(one.body);
    await record(guest, { ...body, summary: null }, 'kunci-1').expect(422);
    const [row] = await app.database.query<{ count: number }>(
      'SELECT count(*)::int AS count FROM follow_up WHERE visit_id = $1',
      [one.body.id],
    );
    expect(row?.count).toBe(1);
  });
});

describe('The other side', () => {
  const figures = async () =>
    (
      await api(app).get('/api/sinergi/figures', {
        as: kanwil,
        query: { from: '2025-10', to: '2025-10' } as never,
      })
    ).body;

  test('objects with a reason: it counts nowhere until that is withdrawn or settled', async () => {
    const before = JSON.stringify(await figures());
    const visit = await recorded(guest, { summary: referenceCase.summary });
    await app.settle();
    expect(JSON.stringify(await figures())).not.toBe(before);
    expect(visit.allowedActions).toEqual(['publish-summary', 'retract']);
    const seen = await show(host, visit.id);
    expect(seen.allowedActions).toEqual(expect.arrayContaining(['vouch', 'object']));
    await mails();
    await step(app, host, seen, 'object', {}, 422);
    const disputed = await step(app, host, seen, 'object', { reason: 'Tidak pernah ada' });
    expect(disputed.recorded).toMatchObject({ disputedBy: 'host' });
    expect(await mails()).toEqual([
      'kanwil@jateng.test: Keberatan atas kunjungan yang dicatat',
      'petugas@tamu.test: Keberatan atas kunjungan yang dicatat',
    ]);
    expect(JSON.stringify(await figures())).toBe(before);
    await step(app, guest, disputed, 'withdraw-objection', {}, 409);
    const settled = await step(app, kanwil, disputed, 'settle-objection', { reason: 'Ada daftar hadirnya' });
    expect(settled.recorded).toMatchObject({ disputedBy: null });
    expect(JSON.stringify(await figures())).not.toBe(before);
    const gone = await step(app, guest, settled, 'retract', { reason: 'Keliru' });
    expect(gone.state).toBe('withdrawn');
  });

  test('vouches once, may object for seven days only, and withdraws what it objected', async () => {
    const one = await recorded(guest);
    const vouched = await step(app, host, one, 'vouch');
    await step(app, host, vouched, 'object', { reason: 'Lain' }, 409);
    const two = await recorded(kanwil);
    const byGuest = await step(app, guest, two, 'object', { reason: 'Bukan kami' });
    const back = await step(app, guest, byGuest, 'withdraw-objection');
    expect(back.recorded).toMatchObject({ disputedBy: null });
    app.clock.set(new Date(AFTER.getTime() + 8 * 86_400_000));
    const late = await step<{ code: string }>(app, host, back, 'object', { reason: 'Terlambat' }, 409);
    expect(late.code).toBe('review-over');
  });

  test('a visit that was asked for here knows none of this', async () => {
    app.clock.set(START);
    const times = { startsAt: '2025-11-06T09:00:00+07:00', endsAt: '2025-11-06T10:00:00+07:00' };
    const visit = await confirmed(app, guest, host, times);
    expect(visit.recorded).toBeNull();
    for (const action of ['vouch', 'object', 'retract', 'settle-objection']) {
      await step(app, host, visit, action, { reason: 'x' }, 409);
    }
  });

  test('answer times leave it out', async () => {
    const count = () =>
      app.database.query<{ count: number }>(
        `SELECT count(*)::int AS count FROM sinergi_fresh WHERE cube = 'answers'`,
      );
    const [before] = await count();
    await recorded(guest);
    expect(await count()).toEqual([before]);
  });
});

test('months later it is still not chased', async () => {
  const visit = await recorded(guest, { participants: referenceCase.participants });
  await mails();
  app.clock.set(new Date('2026-01-15T03:00:00Z'));
  await app.settle();
  const written = await app.database.query<{ subject: string }>(
    `SELECT subject FROM mail WHERE stream = $1 OR body_text LIKE '%' || $2 || '%'`,
    [visit.id, visit.reference],
  );
  expect(written).toEqual([]);
  expect(await app.database.query('SELECT state FROM visit WHERE id = $1', [visit.id])).toEqual([
    { state: 'held' },
  ]);
});
