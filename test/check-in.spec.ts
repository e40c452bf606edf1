import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import request from 'supertest';
import { doorScene, person, sessionIn, type DoorScene } from './support/door-scene.js';
import { pageOf } from './support/participant-links.js';

const sari = { email: 'sari@contoh.test' };
let scene: DoorScene;

beforeAll(async () => {
  scene = await doorScene();
});
afterAll(() => scene.app.close());
beforeEach(() => scene.app.clock.set(new Date('2025-10-20T01:00:00Z')));

describe('The code on the screen', () => {
  test('counts, renews itself, and is for those who record the day', async () => {
    await scene.begin([person('Sari'), person('Budi')]);
    const { text } = await scene.open(scene.door('qr'), scene.host).expect(200);
    expect(text).toContain('<noscript><meta http-equiv="refresh"');
    expect(text).toMatch(/>0<\/strong> dari 2 hadir/);
    const first = await scene.codeOf('qr');
    scene.at('08:52');
    expect(await scene.codeOf('qr')).not.toBe(first);
    await scene.open(scene.door('qr'), scene.stranger).expect(404);
    await scene.open(scene.door('qr')).expect(401);
  });

  test('opens the list of names, without contacts, for some minutes and no longer', async () => {
    await scene.begin([person('Sari', sari), person('Budi', { phone: '08123456789' })]);
    const path = await scene.codeOf('qr');
    const { text } = await scene.open(path).expect(200);
    expect(text).toContain('Sari');
    expect(text).not.toContain('contoh.test');
    expect(text).not.toContain('8123456789');
    scene.at('08:55');
    await scene.open(path).expect(200);
    scene.at('09:50');
    await scene.open(path).expect(410);
    await scene.open(`${path.slice(0, -2)}AA`).expect(410);
    await scene.open('/hadir/apa-saja').expect(410);
  });

  test('opens nothing before the day, and of a visit that is off', async () => {
    await scene.begin([person('Sari')]);
    scene.at('08:50', -1);
    const early = await scene.screenPath();
    await scene.open(early).expect(409);
    scene.at('08:50');
    const { path, session } = await scene.scan();
    const off = { version: scene.visit.version, reason: 'Hujan' };
    await request(scene.app.server)
      .post(`/api/visits/${scene.visit.id}/cancel`)
      .set(scene.host)
      .send(off)
      .expect(200);
    const form = { id: randomUUID(), session, participant: scene.idOf('Sari') };
    await scene.post(`${path}/nama`, form).expect(409);
  });
});

describe('Who chooses a name', () => {
  test('is there with the time of the scan, once, and nobody else takes the name', async () => {
    await scene.begin([person('Sari'), person('Budi')]);
    const { path, session } = await scene.scan();
    scene.at('09:10');
    const form = { id: randomUUID(), session, participant: scene.idOf('Sari') };
    const answers = await Promise.all([1, 2, 3].map(() => scene.post(`${path}/nama`, form)));
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303]);
    expect(await scene.rows()).toMatchObject([
      { name: 'Budi', attendance: null },
      {
        name: 'Sari',
        attendance: 'present',
        at: new Date(`${scene.visit.startsAt.slice(0, 10)}T08:50:00+07:00`),
      },
    ]);
    const back = await scene.open(answers[0]?.headers['location'] ?? '').expect(200);
    expect(back.text).toContain('tercatat');
    const other = await scene.scan();
    expect(other.text).toContain('sudah hadir');
    const { status, text } = await scene.post(`${other.path}/nama`, {
      ...form,
      id: randomUUID(),
      session: other.session,
    });
    expect(status).toBe(409);
    expect(text).toContain('hubungi petugas');
    const { body } = await request(scene.app.server)
      .get(`/api/visits/${scene.visit.id}/history`)
      .set(scene.host)
      .expect(200);
    const lines = (body as { items: { action: string; actor: string }[] }).items;
    expect(lines.filter(({ action }) => action === 'check-in')).toMatchObject([{ actor: 'Sari' }]);
  });

  test('is late by the host’s own minutes, which an officer corrects', async () => {
    await scene.begin([person('Sari'), person('Budi')]);
    scene.at('09:16');
    const late = await scene.scan();
    await scene.post(`${late.path}/nama`, {
      id: randomUUID(),
      session: late.session,
      participant: scene.idOf('Sari'),
    });
    expect(await scene.attendance()).toEqual({ Budi: null, Sari: 'late' });
    scene.at('09:18');
    const fix = `/api/visits/${scene.visit.id}/participants/${scene.idOf('Sari')}`;
    await request(scene.app.server).patch(fix).set(scene.host).send({ attendance: 'present' }).expect(200);
    await request(scene.app.server)
      .patch(fix)
      .set(scene.host)
      .send({ attendance: 'represented' })
      .expect(422);
    const represented = { attendance: 'represented', representedBy: 'Wati' };
    const { body } = await request(scene.app.server).patch(fix).set(scene.host).send(represented).expect(200);
    expect(body).toMatchObject({ attendance: 'represented', representedBy: 'Wati', attendanceOwn: false });
    const excused = await request(scene.app.server)
      .patch(fix)
      .set(scene.guest)
      .send({ attendance: 'excused' })
      .expect(200);
    expect(excused.body).toMatchObject({ attendance: 'excused', representedBy: null });
    const again = { id: randomUUID(), session: late.session, participant: scene.idOf('Sari') };
    const { status } = await scene.post(`${late.path}/nama`, again);
    expect(status).toBe(409);
    scene.at('09:20');
    const later = await scene.scan();
    await scene
      .post(`${later.path}/nama`, { ...again, id: randomUUID(), session: later.session })
      .expect(303);
    expect(await scene.attendance()).toEqual({ Budi: null, Sari: 'late' });
  });

  test('sends what was kept without a line hours later, and not the day after tomorrow', async () => {
    await scene.begin([person('Sari'), person('Budi')]);
    const { path, session } = await scene.scan();
    scene.at('17:30');
    const send = (name: string) =>
      request(scene.app.server)
        .post(`${path}/nama`)
        .set('accept', 'application/json')
        .type('form')
        .send({
          id: randomUUID(),
          session,
          participant: scene.idOf(name),
          enteredAt: new Date().toISOString(),
        });
    const { body } = await send('Sari').expect(200);
    expect(body).toMatchObject({
      stored: true,
      news: expect.stringContaining('Sari tercatat hadir, pukul 08.50 WIB'),
    });
    scene.at('09:00', 1);
    const late = await send('Budi').expect(410);
    expect(late.body).toMatchObject({ status: 410 });
    expect(await scene.attendance()).toEqual({ Budi: null, Sari: 'present' });
  });
});

describe('The personal code', () => {
  test('stands on the participant’s own page, and is taken in any spelling', async () => {
    const own = { email: 'sari.satu@contoh.test' };
    await scene.begin([person('Sari', own)]);
    scene.app.clock.set(new Date('2025-10-20T01:00:00Z'));
    await scene.app.settle();
    scene.at('08:50');
    const page = await pageOf(scene.app, own.email);
    const code = await scene.personalCode('Sari');
    const { text } = await scene.open(page).expect(200);
    expect(text).toContain(`${code.slice(0, 3)}-${code.slice(3)}`);
    expect(text).not.toContain('Saya hadir');
    const { path, session } = await scene.scan();
    const spelt = ` ${code.slice(0, 3).toLowerCase()} ${code.slice(3)}`;
    await scene.post(`${path}/kode`, { id: randomUUID(), session, code: spelt }).expect(303);
    expect(await scene.attendance()).toEqual({ Sari: 'present' });
    expect((await scene.open(page)).text).toContain('Anda tercatat hadir');
  });

  test('is not guessed: five wrong ones a minute from one scan', async () => {
    await scene.begin([person('Sari')]);
    const { path, session } = await scene.scan();
    const guess = (code: string) => scene.post(`${path}/kode`, { id: randomUUID(), session, code });
    const tries = await Promise.all(['AAAAAA', 'CCCCCC', 'DDDDDD', 'EEEEEE', 'FFFFFF', 'GGGGGG'].map(guess));
    expect(tries.map(({ status }) => status).sort()).toEqual([422, 422, 422, 422, 422, 429]);
    await guess(await scene.personalCode('Sari')).expect(429);
    expect(await scene.attendance()).toEqual({ Sari: null });
    const other = await scene.scan();
    await scene
      .post(`${other.path}/kode`, {
        id: randomUUID(),
        session: other.session,
        code: await scene.personalCode('Sari'),
      })
      .expect(303);
  });

  test('is not guessed by many scans either', async () => {
    await scene.begin([person('Sari')]);
    const path = await scene.codeOf('qr');
    const statuses: number[] = [];
    for (let device = 0; device < 13; device += 1) {
      const { session } = await scene.scan(path);
      for (let guess = 0; guess < 5; guess += 1) {
        const { status } = await scene.post(`${path}/kode`, { id: randomUUID(), session, code: 'AAAAAA' });
        statuses.push(status);
      }
    }
    expect(statuses.filter((status) => status === 422)).toHaveLength(60);
    expect(statuses.filter((status) => status === 429)).toHaveLength(5);
  });

  test('is not needed on the own page after a scan', async () => {
    const other = { email: 'sari.dua@contoh.test' };
    await scene.begin([person('Sari', other)]);
    scene.app.clock.set(new Date('2025-10-20T01:00:00Z'));
    await scene.app.settle();
    scene.at('08:50');
    const page = await pageOf(scene.app, other.email);
    const { headers } = await scene.open(await scene.codeOf('qr')).expect(200);
    const cookie = String(headers['set-cookie']).split(';')[0] ?? '';
    expect(String(headers['set-cookie'])).toContain('HttpOnly');
    expect((await scene.open(page, { cookie })).text).toContain('Saya hadir');
    await scene.post(`${page}/hadir`, {}).expect(410);
    await scene.post(`${page}/hadir`, {}, { cookie }).expect(303);
    await scene.post(`${page}/hadir`, {}, { cookie }).expect(303);
    expect(await scene.attendance()).toEqual({ Sari: 'present' });
  });
});

test('two hundred who come in a minute behind one address are two hundred rows', async () => {
  const names = Array.from({ length: 200 }, (_, index) => `Peserta ${String(index).padStart(3, '0')}`);
  await scene.begin(names.map((name) => person(name)));
  const path = await scene.codeOf('qr');
  const arrive = async (name: string): Promise<number> => {
    const { text } = await scene.open(path).expect(200);
    const { status } = await scene.post(`${path}/nama`, {
      id: randomUUID(),
      session: sessionIn(text),
      participant: scene.idOf(name),
    });
    return status;
  };
  const started = performance.now();
  const statuses = await Promise.all(names.map(arrive));
  expect(statuses.filter((status) => status !== 303)).toEqual([]);
  expect(performance.now() - started).toBeLessThan(60_000);
  const present = (await scene.rows()).filter(({ attendance: said }) => said === 'present');
  expect(present).toHaveLength(200);
  const [lines] = await scene.app.database.query<{ number: number }>(
    `SELECT count(*)::int AS number FROM visit_history WHERE visit_id = $1 AND action = 'check-in'`,
    [scene.visit.id],
  );
  expect(lines?.number).toBe(200);
  expect((await scene.open(scene.door('qr'), scene.host)).text).toMatch(/>200<\/strong> dari 200 hadir/);
}, 120_000);
