import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import request from 'supertest';
import { HostRatings } from '../src/feedback/index.js';
import { startApp, type TestApp } from './support/app.js';
import { PASSWORD, signedIn, usualPeople, type UsualPeople } from './support/people.js';
import { confirmed, step, type Header, type ShownVisit } from './support/visits.js';
import { api, wrong } from './support/api-client.js';

interface ShownForm {
  asksWelcome: boolean;
  isOpen: boolean;
  openUntil: string;
  given: { usefulness: number; welcome: number | null; mayName: boolean } | null;
}

let app: TestApp;
let people: UsualPeople;
let visit: ShownVisit;

const everybody = [
  { name: 'Sari', email: 'sari@contoh.test', side: 'guest', role: 'leader' },
  { name: 'Budi', email: 'budi@contoh.test', side: 'guest', role: 'member' },
  { name: 'Dwi', email: 'dwi@contoh.test', side: 'host', role: 'speaker' },
  { name: 'Arif', email: 'arif@contoh.test', side: 'invited', role: 'observer' },
  { name: 'Tanpa surel', side: 'guest', role: 'member' },
];

// Thursday 6 November 2025, 09.00 to 12.00 WIB; each test has a database of its own, since the clock goes far.
const day = '2025-11-06';
beforeEach(async () => {
  app = await startApp();
  people = await usualPeople(app);
  visit = await confirmed(app, people.guest, people.host, {
    startsAt: `${day}T09:00:00+07:00`,
    endsAt: `${day}T12:00:00+07:00`,
    participants: everybody,
  });
});
afterEach(() => app.close());

const at = (local: string, days = 0) =>
  app.clock.set(new Date(Date.parse(`${day}T${local}:00+07:00`) + days * 24 * 60 * 60 * 1000));

async function held(): Promise<void> {
  at('12:05');
  const standing = await api(app)
    .get('/api/visits/{id}', { as: people.guest, path: { id: visit.id } })
    .expect(200);
  const { version } = standing.body;
  visit = await step(app, people.guest, { ...visit, version }, 'complete');
  await app.settle();
}

/** Recipient and text of the visit's mails whose key begins with a word. */
async function mails(key: string): Promise<{ email: string; subject: string; text: string }[]> {
  await app.settle();
  return app.database.query(
    `SELECT recipient_email AS email, subject, body_text AS text FROM mail
     WHERE stream = $1 AND key LIKE $2 || '%' ORDER BY recipient_email`,
    [visit.id, key],
  );
}

const emailsOf = (sent: { email: string }[]) => sent.map(({ email }) => email);
const secretIn = (text: string) => /\/jawab\/([\w-]{43})\/masukan/.exec(text)?.[1] ?? 'none';
async function secretOf(email: string, kind = 'first'): Promise<string> {
  const sent = await mails(`feedback:${kind}`);
  return secretIn(sent.find((mail) => mail.email === email)?.text ?? '');
}
const form = (secret: string) => api(app).get('/api/feedback/{token}', { path: { token: secret } });
const give = (secret: string, body: object) =>
  api(app).post('/api/feedback/{token}', { path: { token: secret }, body: wrong(body) });
async function answered(name: string, body: object = {}): Promise<void> {
  const secret = await secretOf(`${name}@contoh.test`);
  await give(secret, { usefulness: 5, welcome: 4, ...body }).expect(200);
}
const results = (by: Header) => api(app).get('/api/visits/{id}/feedback', { as: by, path: { id: visit.id } });

const shown = async (by: Header) => (await results(by).expect(200)).body;

describe('who is asked', () => {
  test('everybody with an address who did not decline, once, after the visit was held', async () => {
    await app.database.query(
      `UPDATE visit_participant SET answer = 'declined', answered_at = now(), heard_at = now(), heard_from = 'officer'
       WHERE visit_id = $1 AND name = 'Budi'`,
      [visit.id],
    );
    at('12:01');
    expect(await mails('feedback')).toEqual([]);
    await held();
    expect(emailsOf(await mails('feedback:'))).toEqual([
      'arif@contoh.test',
      'dwi@contoh.test',
      'sari@contoh.test',
    ]);
    await app.settle();
    expect(await mails('feedback:')).toHaveLength(3);
    const stored = JSON.stringify(await app.database.query('SELECT * FROM participant_link'));
    expect(stored).not.toContain(await secretOf('sari@contoh.test'));
  });

  test('those who were there, where attendance was taken', async () => {
    const [sari, budi] = visit.participants;
    at('09:10');
    for (const [who, attendance] of [
      [sari, 'present'],
      [budi, 'absent'],
    ] as const) {
      await api(app)
        .patch('/api/visits/{id}/participants/{participantId}', {
          as: people.guest,
          path: { id: visit.id, participantId: who?.id },
          body: { attendance },
        })
        .expect(200);
    }
    await held();
    expect(emailsOf(await mails('feedback:'))).toEqual(['sari@contoh.test']);
  });

  test('nobody outside working hours', async () => {
    at('16:25');
    visit = await step(app, people.guest, visit, 'complete');
    at('16:30');
    expect(await mails('feedback:')).toEqual([]);
    at('07:59', 1);
    expect(await mails('feedback:')).toEqual([]);
    at('08:00', 1);
    expect(await mails('feedback:')).toHaveLength(4);
  });

  test.each(['not-held', 'cancel'])('nobody of a visit that came to %s', async (action) => {
    if (action === 'not-held') at('12:30');
    visit = await step(app, people.guest, visit, action, { reason: 'Banjir' });
    at('13:00');
    expect(await mails('feedback:')).toEqual([]);
    at('13:00', 5);
    expect(await mails('feedback:')).toEqual([]);
  });
});

test('who has not answered is reminded once, three working days later, by a link of its own', async () => {
  await held();
  await answered('sari');
  at('08:00', 4);
  expect(await mails('feedback:reminder')).toEqual([]);
  at('08:00', 5);
  const reminded = await mails('feedback:reminder');
  expect(emailsOf(reminded)).toEqual(['arif@contoh.test', 'budi@contoh.test', 'dwi@contoh.test']);
  expect(reminded[0]?.subject).toContain('Pengingat');
  const [first, again] = [await secretOf('budi@contoh.test'), await secretOf('budi@contoh.test', 'reminder')];
  expect(again).not.toBe(first);
  await give(again, { usefulness: 3, welcome: 3 }).expect(200);
  expect((await form(first).expect(200)).body.given?.usefulness).toBe(3);
  at('10:00', 6);
  expect(await mails('feedback:reminder')).toHaveLength(3);
});

test('a form may be changed for thirty days, taken back at any time, and no longer then', async () => {
  await held();
  const secret = await secretOf('sari@contoh.test');
  const empty = (await form(secret).expect(200)).body;
  expect(empty).toMatchObject({ isOpen: true, asksWelcome: true, given: null });
  await give(secret, { usefulness: 2 }).expect(422);
  await give(secret, { usefulness: 6, welcome: 1 }).expect(422);
  await give(secret, { usefulness: 2, welcome: 1, toCopy: 'x'.repeat(2001) }).expect(422);
  await give(secret, { usefulness: 2, welcome: 1 }).expect(200);
  const changed = await give(secret, { usefulness: 4, welcome: 5, mayName: true }).expect(200);
  expect(changed.body.given).toMatchObject({ usefulness: 4, welcome: 5, mayName: true });
  at('12:04', 30);
  await give(secret, { usefulness: 5, welcome: 5 }).expect(200);
  at('12:05', 30);
  const late = await give(secret, { usefulness: 1, welcome: 1 }).expect(410);
  expect(late.body.code).toBe('feedback-closed');
  expect((await form(secret).expect(200)).body).toMatchObject({ isOpen: false, given: { usefulness: 5 } });
  await api(app)
    .delete('/api/feedback/{token}', { path: { token: secret } })
    .expect(204);
  expect((await form(secret).expect(200)).body).toMatchObject({ given: null });
  await form('a'.repeat(43)).expect(404);
  await give('a'.repeat(43), { usefulness: 1 }).expect(404);
});

describe('the results', () => {
  test('are nothing of fewer than three, and stay while fewer than three differ', async () => {
    await held();
    const hostSecret = await secretOf('dwi@contoh.test');
    expect(((await form(hostSecret)).body as ShownForm).asksWelcome).toBe(false);
    await give(hostSecret, { usefulness: 3, welcome: 5, toCopy: 'Cara mendata', mayName: true }).expect(200);
    expect(((await form(hostSecret)).body as ShownForm).given?.welcome).toBeNull();
    await answered('sari', { toCopy: 'Kebun', mayName: true });
    const few = await shown(people.guest);
    expect(few).toMatchObject({ asked: 4, answered: 0, usefulness: null, welcome: null });
    expect([few.toCopy, few.toImprove]).toEqual([[], []]);
    await answered('budi', { toCopy: 'Kolam' });
    for (const by of [people.guest, people.host, people.kanwil]) {
      const enough = await shown(by);
      expect(enough).toMatchObject({ usefulness: { average: 13 / 3, distribution: [0, 0, 1, 0, 2] } });
      expect(enough.toCopy.toSorted((one, other) => one.text.localeCompare(other.text))).toEqual([
        { text: 'Cara mendata', name: 'Dwi' },
        { text: 'Kebun', name: 'Sari' },
        { text: 'Kolam', name: null },
      ]);
      // Two guests judged the welcome.
      expect(enough).toMatchObject({ welcome: null });
    }
    const three = await shown(people.guest);
    await answered('arif', { toCopy: 'Pasar', usefulness: 1 });
    await answered('sari', { toCopy: 'Kebun sayur', usefulness: 1 });
    expect(await shown(people.guest)).toEqual(three);
    // Of those who were asked only Arif is left: whose the fourth text is would be plain.
    at('12:05', 30);
    people.guest = await app.signIn('petugas@tamu.test', PASSWORD);
    expect(await shown(people.guest)).toEqual(three);
  });

  test('are renewed by the third that differs, the host judged by three of its guests', async () => {
    await held();
    for (const name of ['sari', 'budi', 'dwi']) await answered(name, { toCopy: `Lama ${name}` });
    await answered('arif', { welcome: 2 });
    await answered('sari', { toCopy: 'Baru', welcome: 5 });
    const before = await shown(people.host);
    expect(before).toMatchObject({ answered: 3, welcome: null });
    const ratings = app.app.get(HostRatings);
    await answered('budi', { toCopy: 'Baru', welcome: 5 });
    const after = await shown(people.host);
    expect(after).toMatchObject({ answered: 4, welcome: { count: 3, average: 4 } });
    expect(after.toCopy.map(({ text }) => text).toSorted()).toEqual(['Baru', 'Baru', 'Lama dwi']);
    expect((await ratings.of(['rutan-banjarnegara'])).get('rutan-banjarnegara')).toEqual({
      average: 4.5,
      count: 3,
    });
    await answered('budi', { welcome: 1 });
    expect((await ratings.of(['rutan-banjarnegara'])).get('rutan-banjarnegara')?.average).toBe(4.5);
    expect(await shown(people.host)).toEqual(after);
  });

  test('keep their figures when somebody takes back the own, whose text goes at once', async () => {
    await held();
    for (const name of ['sari', 'budi', 'arif'])
      await answered(name, { toCopy: `Tiru ${name}`, mayName: true });
    const before = await shown(people.guest);
    await api(app)
      .delete('/api/feedback/{token}', { path: { token: await secretOf('sari@contoh.test') } })
      .expect(204);
    const after = await shown(people.guest);
    expect(after).toEqual({ ...before, toCopy: before.toCopy.filter(({ text }) => text !== 'Tiru sari') });
    await app.database.query("DELETE FROM visit_participant WHERE name = 'Budi'");
    const removed = await shown(people.guest);
    expect(removed.usefulness).toEqual(before.usefulness);
    expect(removed.toCopy).toContainEqual({ text: 'Tiru budi', name: null });
  });

  test('of one or two are their texts alone once the forms are closed, where one of three may have written them', async () => {
    await held();
    await answered('sari', { toCopy: 'Kebun', mayName: true, usefulness: 1 });
    at('12:04', 30);
    expect(await shown(people.guest)).toMatchObject({ answered: 0, toCopy: [] });
    expect(await mails('feedback-results')).toEqual([]);
    at('12:05', 30);
    expect(await shown(people.guest)).toMatchObject({
      answered: 0,
      usefulness: null,
      welcome: null,
      toCopy: [{ text: 'Kebun', name: null }],
    });
    expect((await mails('feedback-results'))[0]?.text).toContain('kurang dari 3 orang mengisi');
    await app.database.query("DELETE FROM visit_participant WHERE name IN ('Budi', 'Dwi')");
    expect((await shown(people.guest)).toCopy).toEqual([]);
  });

  test('are for both units and their regional offices alone', async () => {
    await held();
    for (const name of ['sari', 'budi', 'dwi']) await answered(name, { toCopy: 'Rahasia kebun' });
    const administrator = await signedIn(app, { email: 'admin@pusat.test', role: 'administrator' });
    const participant = await signedIn(app, {
      email: 'arif@contoh.test',
      role: 'officer',
      unit: 'lapas-kerobokan',
    });
    await results(people.stranger).expect(404);
    await results(administrator).expect(403);
    await results(participant).expect(403);
    for (const by of [administrator, participant]) {
      const page = await request(app.server).get(`/kunjungan/${visit.id}`).set(by).set('accept', 'text/html');
      expect(page.status).toBe(200);
      expect(page.text).not.toMatch(/Rahasia kebun|Masukan peserta/);
    }
    const seen = await request(app.server)
      .get(`/kunjungan/${visit.id}`)
      .set(people.kanwil)
      .set('accept', 'text/html');
    expect(seen.text).toMatch(/Masukan peserta[^]*jawaban 3 dari 4 peserta[^]*Rahasia kebun/);
  });

  test('are told once, when all have answered or a week has passed, with numbers alone', async () => {
    await held();
    for (const name of ['sari', 'budi', 'arif'])
      await answered(name, { toCopy: `Tiru ${name}`, mayName: true });
    expect(await mails('feedback-results')).toEqual([]);
    at('11:59', 7);
    expect(await mails('feedback-results')).toEqual([]);
    at('12:00', 7);
    const told = await mails('feedback-results');
    expect(emailsOf(told)).toEqual(['kanwil@jateng.test', 'petugas@tamu.test', 'petugas@tuan.test']);
    for (const { text } of told) {
      expect(text).toContain('Masukan yang ditampilkan: 3 dari 4 peserta');
      expect(text).toContain('Sambutan tuan rumah: rata-rata 4 dari 5 (3 jawaban)');
      expect(text).not.toMatch(/Tiru|Sari|Budi|Arif|\/jawab\//);
    }
    await answered('dwi');
    expect(await mails('feedback-results')).toHaveLength(3);
    const ratings = await app.app.get(HostRatings).of(['rutan-banjarnegara', 'bapas-purwokerto']);
    expect([...ratings.keys()]).toEqual(['rutan-banjarnegara']);
    expect(ratings.get('rutan-banjarnegara')?.count).toBeGreaterThanOrEqual(3);
  });
});
