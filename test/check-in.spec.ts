import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import request from 'supertest';
import { FindCheckInFacts } from '../src/check-in/queries/check-in-facts.js';
import { CheckInCodes } from '../src/check-in/use-cases/check-in-codes.js';
import { startApp, type TestApp } from './support/app.js';
import { pageOf } from './support/participant-links.js';
import { signedIn, usualPeople } from './support/people.js';
import { confirmed, type Header, type ShownVisit } from './support/visits.js';

let app: TestApp;
let guest: Header;
let host: Header;
let stranger: Header;
let visit: ShownVisit;

const person = (name: string, more: object = {}) => ({ name, side: 'guest', role: 'member', ...more });
const sari = { email: 'sari@contoh.test' };

beforeAll(async () => {
  app = await startApp({ RATE_LIMIT: '30' });
  ({ guest, host, stranger } = await usualPeople(app));
});
afterAll(() => app.close());
beforeEach(() => app.clock.set(new Date('2025-10-20T01:00:00Z')));

let count = 0;
/** A visit on a day of its own, so that none is in the way of another. */
async function begin(people: object[]): Promise<ShownVisit> {
  // Mondays to Thursdays, whose hours are the same.
  const begun = new Date(Date.UTC(2025, 10, 3 + Math.floor(count / 4) * 7 + (count % 4)));
  count += 1;
  const date = begun.toISOString().slice(0, 10);
  visit = await confirmed(app, guest, host, {
    participants: people,
    startsAt: `${date}T09:00:00+07:00`,
    endsAt: `${date}T12:00:00+07:00`,
  });
  at('08:50');
  return visit;
}
const at = (time: string, days = 0): void => {
  const date = new Date(new Date(visit.startsAt).getTime() + days * 86_400_000).toISOString().slice(0, 10);
  app.clock.set(new Date(`${date}T${time}:00+07:00`));
};
const door = (rest: string) => `/kunjungan/${visit.id}/hari-ini/${rest}`;
const open = (path: string, by: object = {}) =>
  request(app.server)
    .get(path)
    .set(by as Header)
    .set('accept', 'text/html');
const post = (path: string, fields: object, by: object = {}) =>
  request(app.server)
    .post(path)
    .set(by as Header)
    .set('accept', 'text/html')
    .type('form')
    .send(fields);

/** The address that a picture of a page leads to. */
async function codeOf(rest: 'qr' | 'qr-cetak'): Promise<string> {
  const { text } = await open(door(rest), host).expect(200);
  expect(text).toContain('data:image/svg+xml');
  const codes = app.app.get(CheckInCodes);
  const facts = await app.app.get(FindCheckInFacts).of(visit.id);
  if (!facts) throw new Error('No such visit');
  const address = rest === 'qr' ? codes.screenAddress(facts) : codes.paperAddress(facts);
  return new URL(address).pathname;
}
const sessionIn = (text: string): string => /name="session" value="([\w-]+)"/.exec(text)?.[1] ?? 'no session';
async function scan(path?: string): Promise<{ path: string; session: string; text: string }> {
  const at = path ?? (await codeOf('qr'));
  const { text } = await open(at).expect(200);
  return { path: at, session: sessionIn(text), text };
}
const idOf = (name: string): string => visit.participants.find((each) => each.name === name)?.id ?? '';
const rows = () =>
  app.database.query<{ name: string; attendance: string | null; at: Date | null }>(
    'SELECT name, attendance, attendance_at AS at FROM visit_participant WHERE visit_id = $1 ORDER BY name',
    [visit.id],
  );
const attendance = async () => Object.fromEntries((await rows()).map((row) => [row.name, row.attendance]));
const personalCode = async (name: string): Promise<string> => {
  const facts = await app.app.get(FindCheckInFacts).of(visit.id);
  return facts ? app.app.get(CheckInCodes).personalCode(facts, idOf(name)) : '';
};

describe('The code on the screen', () => {
  test('counts, renews itself, and is for those who record the day', async () => {
    await begin([person('Sari'), person('Budi')]);
    const { text } = await open(door('qr'), host).expect(200);
    expect(text).toContain('<noscript><meta http-equiv="refresh"');
    expect(text).toMatch(/>0<\/strong> dari 2 hadir/);
    const first = await codeOf('qr');
    at('08:52');
    expect(await codeOf('qr')).not.toBe(first);
    await open(door('qr'), stranger).expect(404);
    await open(door('qr')).expect(401);
  });

  test('opens the list of names, without contacts, for some minutes and no longer', async () => {
    await begin([person('Sari', sari), person('Budi', { phone: '08123456789' })]);
    const path = await codeOf('qr');
    const { text } = await open(path).expect(200);
    expect(text).toContain('Sari');
    expect(text).not.toContain('contoh.test');
    expect(text).not.toContain('8123456789');
    at('08:55');
    await open(path).expect(200);
    at('09:50');
    await open(path).expect(410);
    await open(`${path.slice(0, -2)}AA`).expect(410);
    await open('/hadir/apa-saja').expect(410);
  });

  test('opens nothing before the day, and of a visit that is off', async () => {
    await begin([person('Sari')]);
    at('08:50', -1);
    const facts = await app.app.get(FindCheckInFacts).of(visit.id);
    const early = facts ? new URL(app.app.get(CheckInCodes).screenAddress(facts)).pathname : '';
    await open(early).expect(409);
    at('08:50');
    const { path, session } = await scan();
    const off = { version: visit.version, reason: 'Hujan' };
    await request(app.server).post(`/api/visits/${visit.id}/cancel`).set(host).send(off).expect(200);
    const form = { id: randomUUID(), session, participant: idOf('Sari') };
    await post(`${path}/nama`, form).expect(409);
  });
});

describe('Who chooses a name', () => {
  test('is there with the time of the scan, once, and nobody else takes the name', async () => {
    await begin([person('Sari'), person('Budi')]);
    const { path, session } = await scan();
    at('09:10');
    const form = { id: randomUUID(), session, participant: idOf('Sari') };
    const answers = await Promise.all([1, 2, 3].map(() => post(`${path}/nama`, form)));
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303]);
    expect(await rows()).toMatchObject([
      { name: 'Budi', attendance: null },
      { name: 'Sari', attendance: 'present', at: new Date(`${visit.startsAt.slice(0, 10)}T08:50:00+07:00`) },
    ]);
    const back = await open(answers[0]?.headers['location'] ?? '').expect(200);
    expect(back.text).toContain('tercatat');
    const other = await scan();
    expect(other.text).toContain('sudah hadir');
    const { status, text } = await post(`${other.path}/nama`, {
      ...form,
      id: randomUUID(),
      session: other.session,
    });
    expect(status).toBe(409);
    expect(text).toContain('hubungi petugas');
    const { body } = await request(app.server).get(`/api/visits/${visit.id}/history`).set(host).expect(200);
    const lines = (body as { items: { action: string; actor: string }[] }).items;
    expect(lines.filter(({ action }) => action === 'check-in')).toMatchObject([{ actor: 'Sari' }]);
  });

  test('is late by the host’s own minutes, which an officer corrects', async () => {
    await begin([person('Sari'), person('Budi')]);
    at('09:16');
    const late = await scan();
    await post(`${late.path}/nama`, { id: randomUUID(), session: late.session, participant: idOf('Sari') });
    expect(await attendance()).toEqual({ Budi: null, Sari: 'late' });
    at('09:18');
    const fix = `/api/visits/${visit.id}/participants/${idOf('Sari')}`;
    await request(app.server).patch(fix).set(host).send({ attendance: 'present' }).expect(200);
    await request(app.server).patch(fix).set(host).send({ attendance: 'represented' }).expect(422);
    const represented = { attendance: 'represented', representedBy: 'Wati' };
    const { body } = await request(app.server).patch(fix).set(host).send(represented).expect(200);
    expect(body).toMatchObject({ attendance: 'represented', representedBy: 'Wati', attendanceOwn: false });
    const excused = await request(app.server)
      .patch(fix)
      .set(guest)
      .send({ attendance: 'excused' })
      .expect(200);
    expect(excused.body).toMatchObject({ attendance: 'excused', representedBy: null });
    const again = { id: randomUUID(), session: late.session, participant: idOf('Sari') };
    const { status } = await post(`${late.path}/nama`, again);
    expect(status).toBe(409);
    at('09:20');
    const later = await scan();
    await post(`${later.path}/nama`, { ...again, id: randomUUID(), session: later.session }).expect(303);
    expect(await attendance()).toEqual({ Budi: null, Sari: 'late' });
  });

  test('sends what was kept without a line hours later, and not the day after tomorrow', async () => {
    await begin([person('Sari'), person('Budi')]);
    const { path, session } = await scan();
    at('17:30');
    const send = (name: string) =>
      request(app.server)
        .post(`${path}/nama`)
        .set('accept', 'application/json')
        .type('form')
        .send({ id: randomUUID(), session, participant: idOf(name), enteredAt: new Date().toISOString() });
    const { body } = await send('Sari').expect(200);
    expect(body).toMatchObject({
      stored: true,
      news: expect.stringContaining('Sari tercatat hadir, pukul 08.50 WIB'),
    });
    at('09:00', 1);
    const late = await send('Budi').expect(410);
    expect(late.body).toMatchObject({ status: 410 });
    expect(await attendance()).toEqual({ Budi: null, Sari: 'present' });
  });
});

describe('The personal code', () => {
  test('stands on the participant’s own page, and is taken in any spelling', async () => {
    const own = { email: 'sari.satu@contoh.test' };
    await begin([person('Sari', own)]);
    app.clock.set(new Date('2025-10-20T01:00:00Z'));
    await app.settle();
    at('08:50');
    const page = await pageOf(app, own.email);
    const code = await personalCode('Sari');
    const { text } = await open(page).expect(200);
    expect(text).toContain(`${code.slice(0, 3)}-${code.slice(3)}`);
    expect(text).not.toContain('Saya hadir');
    const { path, session } = await scan();
    const spelt = ` ${code.slice(0, 3).toLowerCase()} ${code.slice(3)}`;
    await post(`${path}/kode`, { id: randomUUID(), session, code: spelt }).expect(303);
    expect(await attendance()).toEqual({ Sari: 'present' });
    expect((await open(page)).text).toContain('Anda tercatat hadir');
  });

  test('is not guessed: five wrong ones a minute from one scan', async () => {
    await begin([person('Sari')]);
    const { path, session } = await scan();
    const guess = (code: string) => post(`${path}/kode`, { id: randomUUID(), session, code });
    const tries = await Promise.all(['AAAAAA', 'CCCCCC', 'DDDDDD', 'EEEEEE', 'FFFFFF', 'GGGGGG'].map(guess));
    expect(tries.map(({ status }) => status).sort()).toEqual([422, 422, 422, 422, 422, 429]);
    await guess(await personalCode('Sari')).expect(429);
    expect(await attendance()).toEqual({ Sari: null });
    const other = await scan();
    await post(`${other.path}/kode`, {
      id: randomUUID(),
      session: other.session,
      code: await personalCode('Sari'),
    }).expect(303);
  });

  test('is not guessed by many scans either', async () => {
    await begin([person('Sari')]);
    const path = await codeOf('qr');
    const statuses: number[] = [];
    for (let device = 0; device < 13; device += 1) {
      const { session } = await scan(path);
      for (let guess = 0; guess < 5; guess += 1) {
        const { status } = await post(`${path}/kode`, { id: randomUUID(), session, code: 'AAAAAA' });
        statuses.push(status);
      }
    }
    expect(statuses.filter((status) => status === 422)).toHaveLength(60);
    expect(statuses.filter((status) => status === 429)).toHaveLength(5);
  });

  test('is not needed on the own page after a scan', async () => {
    const other = { email: 'sari.dua@contoh.test' };
    await begin([person('Sari', other)]);
    app.clock.set(new Date('2025-10-20T01:00:00Z'));
    await app.settle();
    at('08:50');
    const page = await pageOf(app, other.email);
    const { headers } = await open(await codeOf('qr')).expect(200);
    const cookie = String(headers['set-cookie']).split(';')[0] ?? '';
    expect(String(headers['set-cookie'])).toContain('HttpOnly');
    expect((await open(page, { cookie })).text).toContain('Saya hadir');
    await post(`${page}/hadir`, {}).expect(410);
    await post(`${page}/hadir`, {}, { cookie }).expect(303);
    await post(`${page}/hadir`, {}, { cookie }).expect(303);
    expect(await attendance()).toEqual({ Sari: 'present' });
  });
});

describe('The code on paper', () => {
  test('is good in the hours of the visit, and says so', async () => {
    await begin([person('Sari')]);
    const { text } = await open(door('qr-cetak'), host).expect(200);
    expect(text).toContain('pukul 08.00–13.00 WIB');
    const path = await codeOf('qr-cetak');
    await open(path).expect(200);
    at('07:50');
    await open(path).expect(410);
    at('12:59');
    await open(path).expect(200);
    at('13:30');
    await open(path).expect(410);
  });

  test('is taken down by an officer', async () => {
    await begin([person('Sari')]);
    const path = await codeOf('qr-cetak');
    await post(door('qr-cetak'), { terima: 'tidak' }, stranger).expect(404);
    await post(door('qr-cetak'), { terima: 'tidak' }, host).expect(303);
    await open(path).expect(410);
    expect((await open(door('qr-cetak'), host)).text).not.toContain('data:image');
    await post(door('qr-cetak'), { terima: 'ya' }, host).expect(303);
    await open(path).expect(200);
  });
});

describe('Who came unasked', () => {
  const unasked = (session: string, more: object = {}) => ({
    ...{ id: randomUUID(), session, name: 'Joko', office: 'Dinas Pertanian', side: 'invited' },
    phone: '0812 3456 789',
    ...more,
  });

  test('is there at once, and reached once an officer has looked', async () => {
    await begin([person('Sari')]);
    const { path, session } = await scan();
    const form = unasked(session, { email: 'Joko@Dinas.test' });
    const answers = await Promise.all([1, 2].map(() => post(`${path}/baru`, form)));
    expect(answers.map(({ status }) => status)).toEqual([303, 303]);
    expect(await attendance()).toEqual({ Joko: 'present', Sari: null });
    const joko = async () => {
      const { body } = await request(app.server).get(`/api/visits/${visit.id}`).set(host).expect(200);
      return (body as ShownVisit).participants.find(({ name }) => name === 'Joko');
    };
    expect(await joko()).toMatchObject({ walkIn: 'waits', email: null, phone: null });
    await app.settle();
    const mails = () =>
      app.database.query('SELECT 1 FROM mail WHERE recipient_email = $1', ['joko@dinas.test']);
    expect(await mails()).toEqual([]);
    const list = await open(door('tambahan'), host).expect(200);
    expect(list.text).toContain('+628123456789');
    await open(door('tambahan'), stranger).expect(404);
    await post(door(`tambahan/${form.id}`), { aksi: 'terima' }, host).expect(303);
    expect(await joko()).toMatchObject({ walkIn: 'seen', email: 'joko@dinas.test', phone: '+628123456789' });
    expect((await open(door('tambahan'), host)).text).toContain('Tidak ada yang menunggu');
  });

  test('names a way to be reached, is not somebody listed, and few come by one telephone', async () => {
    await begin([person('Sari', { office: 'Bapas', phone: '08111' + '111111' })]);
    const { path, session } = await scan();
    const bare = await post(`${path}/baru`, unasked(session, { phone: '' }));
    expect(bare.status).toBe(422);
    expect(bare.text).toContain('Isi nomor telepon atau alamat surel');
    const made = await Promise.all(
      [1, 2, 3, 4, 5, 6].map((number) => post(`${path}/baru`, unasked(session, { name: `Joko ${number}` }))),
    );
    expect(made.map(({ status }) => status).sort()).toEqual([303, 303, 303, 303, 303, 429]);
    const ids = (await rows()).filter(({ name }) => name.startsWith('Joko'));
    expect(ids).toHaveLength(5);
  });

  test('is taken off the list where nobody knows the person', async () => {
    await begin([person('Sari')]);
    const { path, session } = await scan();
    const form = unasked(session);
    await post(`${path}/baru`, form).expect(303);
    await post(door(`tambahan/${idOf('Sari')}`), { aksi: 'hapus' }, host).expect(404);
    await post(door(`tambahan/${form.id}`), { aksi: 'hapus' }, host).expect(303);
    expect(await attendance()).toEqual({ Sari: null });
  });
});

test('two hundred who come in a minute behind one address are two hundred rows', async () => {
  const names = Array.from({ length: 200 }, (_, index) => `Peserta ${String(index).padStart(3, '0')}`);
  await begin(names.map((name) => person(name)));
  const path = await codeOf('qr');
  const arrive = async (name: string): Promise<number> => {
    const { text } = await open(path).expect(200);
    const { status } = await post(`${path}/nama`, {
      id: randomUUID(),
      session: sessionIn(text),
      participant: idOf(name),
    });
    return status;
  };
  const started = performance.now();
  const statuses = await Promise.all(names.map(arrive));
  expect(statuses.filter((status) => status !== 303)).toEqual([]);
  expect(performance.now() - started).toBeLessThan(60_000);
  const present = (await rows()).filter(({ attendance: said }) => said === 'present');
  expect(present).toHaveLength(200);
  const [lines] = await app.database.query<{ number: number }>(
    `SELECT count(*)::int AS number FROM visit_history WHERE visit_id = $1 AND action = 'check-in'`,
    [visit.id],
  );
  expect(lines?.number).toBe(200);
  expect((await open(door('qr'), host)).text).toMatch(/>200<\/strong> dari 200 hadir/);
}, 120_000);

describe('A signature by finger', () => {
  const strokes = '[[[10,20],[300,40],[500,60],[700,300]]]';

  test('stands in the attendance list where the host wants it, as lines alone', async () => {
    await begin([person('Sari')]);
    const signing = door(`tanda-tangan/${idOf('Sari')}`);
    await post(signing, { aksi: 'simpan', strokes }, host).expect(409);
    const { body } = await request(app.server).get('/api/units/rutan-banjarnegara').set(host).expect(200);
    const { version } = body as { version: number };
    const settings = { version, hostingPolicy: { takesSignatures: true, lateMinutes: 30 } };
    const head = await signedIn(app, {
      email: 'kepala@tuan.test',
      role: 'unit-head',
      unit: 'rutan-banjarnegara',
    });
    await request(app.server).patch('/api/units/rutan-banjarnegara').set(head).send(settings).expect(200);
    await post(signing, { aksi: 'simpan', strokes: '[["</svg><script>"]]' }, host).expect(422);
    await post(signing, { aksi: 'simpan', strokes }, stranger).expect(404);
    await post(signing, { aksi: 'simpan', strokes }, host).expect(303);
    const list = await open(`/kunjungan/${visit.id}/daftar-hadir`, guest).expect(200);
    expect(list.text).toContain('M10 20L300 40L500 60L700 300');
    await post(signing, { aksi: 'hapus' }, host).expect(303);
    const bare = await open(`/kunjungan/${visit.id}/daftar-hadir`, guest).expect(200);
    expect(bare.text).not.toContain('M10 20L300');
  });

  test('and somebody is late by the host’s own minutes', async () => {
    await begin([person('Sari')]);
    at('09:29');
    const { path, session } = await scan();
    await post(`${path}/nama`, { id: randomUUID(), session, participant: idOf('Sari') }).expect(303);
    expect(await attendance()).toEqual({ Sari: 'present' });
  });
});
