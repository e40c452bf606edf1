import { afterAll, beforeEach, beforeAll, describe, expect, test } from '@jest/globals';
import request from 'supertest';
import { changedSince, transactionNow } from './support/changed-rows.js';
import { startApp, type TestApp } from './support/app.js';
import { linksTo, pageOf } from './support/participant-links.js';
import { usualPeople } from './support/people.js';
import { confirmed, type Header, type ShownVisit } from './support/visits.js';
import { api, type Shown } from './support/api-client.js';

let app: TestApp;
let guest: Header;
let host: Header;
let kanwil: Header;
let visit: ShownVisit;
let path: string;
let email: string;
let next = 0;
/** Working days of a month. */
const days = [3, 4, 5, 6, 7, 10, 11, 12, 13, 14, 17, 18, 19, 20, 21].map(
  (day) => `2025-11-${String(day).padStart(2, '0')}`,
);

const get = (address: string) => request(app.server).get(address).set('accept', 'text/html');
const post = (address: string, fields: object = {}) =>
  request(app.server).post(address).set('accept', 'text/html').type('form').send(fields);
const correct = (fields: object) =>
  post(`${path}/data`, { name: 'Sari', office: '', phone: '', email, ...fields });
const history = async (by = guest) => {
  const answer = await api(app).get('/api/visits/{id}/history', { as: by, path: { id: visit.id } });
  return (answer.body as Shown<'VisitHistoryView'>).items;
};
const shown = async () => {
  const { body } = await api(app).get('/api/visits/{id}', { as: guest, path: { id: visit.id } });
  return (body as ShownVisit).participants[0];
};
const mailsTo = (to: string) =>
  app.database.query<{ subject: string; text: string }>(
    'SELECT subject, body_text AS text FROM mail WHERE recipient_email = $1 ORDER BY position',
    [to],
  );
const confirmLink = async (to: string) => {
  await app.settle();
  const mail = (await mailsTo(to)).findLast(({ text }) => text.includes('/jawab/alamat/'));
  return /\/jawab\/alamat\/[\w-]{43}/.exec(mail?.text ?? '')?.[0] ?? 'none';
};

beforeAll(async () => {
  app = await startApp();
  ({ guest, host, kanwil } = await usualPeople(app));
});
afterAll(() => app.close());

beforeEach(async () => {
  next += 1;
  email = `sari${next}@contoh.test`;
  visit = await confirmed(app, guest, host, {
    startsAt: `${days[next]}T09:00:00+07:00`,
    endsAt: `${days[next]}T10:00:00+07:00`,
    participants: [{ name: 'Sari', email, side: 'guest', role: 'leader' }],
  });
  await app.settle();
  path = await pageOf(app, email);
});

describe('a correction of the own data', () => {
  test('counts at once, is told to officers without numbers, and keeps answer, link and feed', async () => {
    await post(path, { answer: 'accepted' }).expect(303);
    const feed = /\/feeds\/[\w-]{43}\.ics/.exec((await get(`${path}/kalender`)).text)?.[0] ?? '';
    await correct({
      name: 'Sari Dewi, S.H.',
      position: 'Kepala Subseksi',
      office: 'Dinas',
      phone: '0811 2222 333',
    }).expect(303);
    expect(await shown()).toMatchObject({
      name: 'Sari Dewi, S.H.',
      position: 'Kepala Subseksi',
      office: 'Dinas',
      phone: '+628112222333',
      answer: 'accepted',
    });
    const line = (await history()).at(-1);
    expect(line).toMatchObject({ actor: 'Sari Dewi, S.H.', action: 'correct-own-data' });
    expect(line?.changes).toContainEqual(
      expect.objectContaining({ field: 'participant.name', before: 'Sari', after: 'Sari Dewi, S.H.' }),
    );
    expect(JSON.stringify(await history())).not.toContain('8112222333');
    expect((await get(path).expect(200)).text).toContain('Yth. Sari Dewi, S.H.');
    await request(app.server).get(feed).expect(200);
  });

  test('that changes nothing writes nothing', async () => {
    const before = (await history()).length;
    await correct({}).expect(303);
    expect(await history()).toHaveLength(before);
  });

  test('lets promises go by the new name', async () => {
    await api(app)
      .post('/api/follow-ups', {
        as: guest,
        body: {
          visit: visit.id,
          what: 'Membuat kebun',
          person: 'Sari',
          dueOn: '2025-12-30',
          unit: 'bapas-purwokerto',
        },
      })
      .expect(201);
    await correct({ name: 'Sari Dewi' }).expect(303);
    expect((await get(path)).text).toContain('Membuat kebun');
  });

  test('that is unfit is shown beside its field, with what was typed', async () => {
    const { text } = await correct({ name: '', phone: 'bukan nomor', email: 'bukan alamat' }).expect(422);
    expect(text).toContain('value="bukan nomor"');
    expect(text).toContain('id="data-phone-fault"');
    expect(await shown()).toMatchObject({ name: 'Sari', phone: null });
  });
});

describe('another mail address', () => {
  test('counts once its owner said so; calendar, answer and links follow', async () => {
    const moved = `baru${next}@contoh.test`;
    await post(path, { answer: 'tentative' }).expect(303);
    const asked = await correct({ email: moved }).expect(303);
    expect((await get(asked.headers['location'] ?? '')).text).toContain('mengirim surel ke alamat baru');
    expect(await shown()).toMatchObject({ email });
    const link = await confirmLink(moved);
    const mark = await transactionNow(app.database);
    expect((await get(link).expect(200)).text).toContain(moved);
    expect(await changedSince(app.database, mark)).toBe('');
    const taken = await post(link, { pakai: 'ya' }).expect(303);
    await app.settle();
    expect((await get(taken.headers['location'] ?? '').expect(200)).text).toContain('sudah diganti');
    expect(await shown()).toMatchObject({ email: moved, answer: 'tentative' });
    await get(path).expect(200);
    expect((await mailsTo(moved)).map(({ subject }) => subject.split(':')[0])).toContain('Undangan');
    expect((await mailsTo(email)).at(-1)?.subject).toContain('Alamat surel Anda diganti');
    expect((await history()).at(-1)).toMatchObject({ action: 'change-own-address', actor: 'Sari' });
    await post(link).expect(404);
    await get(link).expect(404);
  });

  test('is asked for a few times a day, and dies after a week', async () => {
    for (const nth of [1, 2, 3]) await correct({ email: `coba${nth}-${next}@contoh.test` }).expect(303);
    const often = await correct({ email: `coba4-${next}@contoh.test` }).expect(429);
    expect(often.text).toContain('Terlalu sering');
    const link = await confirmLink(`coba3-${next}@contoh.test`);
    await get(await confirmLink(`coba1-${next}@contoh.test`)).expect(404);
    const now = app.clock.now();
    app.clock.advance(7 * 86_400_000);
    await get(link).expect(404);
    app.clock.set(now);
  });
});

describe('an address that was asked for and still waits', () => {
  const ofParticipant = async () => ({ id: visit.id, participantId: (await shown())?.id });
  const byOfficers: Readonly<Record<string, () => Promise<unknown>>> = {
    'gives the place to somebody else': async () =>
      api(app)
        .patch('/api/visits/{id}/participants/{participantId}', {
          as: guest,
          path: await ofParticipant(),
          body: { name: 'Budi', email: `budi${next}@contoh.test` },
        })
        .expect(200),
    'sends the link anew': async () =>
      api(app)
        .post('/api/visits/{id}/participants/{participantId}/link', {
          as: guest,
          path: await ofParticipant(),
        })
        .expect(204),
    'takes the person out of the visit': async () =>
      api(app)
        .delete('/api/visits/{id}/participants/{participantId}', { as: guest, path: await ofParticipant() })
        .expect(204),
  };

  test.each(Object.entries(byOfficers))('opens nothing once an officer %s', async (_what, change) => {
    await correct({ email: `baru${next}@contoh.test` }).expect(303);
    const link = await confirmLink(`baru${next}@contoh.test`);
    await get(link).expect(200);
    await change();
    await get(link).expect(404);
    await post(link, { pakai: 'ya' }).expect(404);
    expect((await shown())?.email).not.toBe(`baru${next}@contoh.test`);
  });
});

describe('a link sent anew', () => {
  test('by an officer ends those before it, with their feeds', async () => {
    const feed = /\/feeds\/[\w-]{43}\.ics/.exec((await get(`${path}/kalender`)).text)?.[0] ?? '';
    const participant = await shown();
    const address = { id: visit.id, participantId: participant?.id };
    const send = (as: Header) =>
      api(app).post('/api/visits/{id}/participants/{participantId}/link', { as, path: address });
    await send(kanwil).expect(403);
    await get(path).expect(200);
    await send(guest).expect(204);
    await app.settle();
    await get(path).expect(404);
    await request(app.server).get(feed).expect(404);
    const sent = await pageOf(app, email);
    expect(sent).not.toBe(path);
    await get(sent).expect(200);
    expect((await history()).at(-1)).toMatchObject({ action: 'send-link', reason: 'Kepada Sari.' });
    const page = await request(app.server)
      .post(`/kunjungan/${visit.id}/peserta/${participant?.id}/tautan`)
      .set(guest)
      .set('accept', 'text/html');
    expect(page.status).toBe(303);
    expect(page.headers['location']).toContain('info=tautan');
  });

  test('is had by whoever holds one that ended, at the known address, with the same answer for every link', async () => {
    const participant = await shown();
    await api(app)
      .post('/api/visits/{id}/participants/{participantId}/link', {
        as: guest,
        path: { id: visit.id, participantId: participant?.id },
      })
      .expect(204);
    await app.settle();
    const live = await pageOf(app, email);
    const before = (await linksTo(app, email)).length;
    const known = await post(`${path}/tautan`).expect(200);
    const unknown = await post(`/jawab/${'a'.repeat(43)}/tautan`).expect(200);
    const same = (text: string) => text.replaceAll(/\/jawab\/[\w-]{43}|value="[\w-]+"/g, '');
    expect(same(known.text)).toBe(same(unknown.text));
    for (let nth = 0; nth < 5; nth += 1) await post(`${path}/tautan`).expect(200);
    await app.settle();
    const sent = await linksTo(app, email);
    expect(sent.length - before).toBe(2);
    await get(sent.at(-1) ?? '').expect(200);
    await get(live).expect(200);
  });

  test('nobody has who was taken out of the visit', async () => {
    const participant = await shown();
    await api(app)
      .delete('/api/visits/{id}/participants/{participantId}', {
        as: guest,
        path: { id: visit.id, participantId: participant?.id },
      })
      .expect(204);
    await get(path).expect(404);
    const before = (await linksTo(app, email)).length;
    await post(`${path}/tautan`).expect(200);
    await app.settle();
    expect(await linksTo(app, email)).toHaveLength(before);
  });
});

test('“data saya” is what is kept about the person, and of nobody else', async () => {
  await post(path, { answer: 'accepted' }).expect(303);
  const { body, headers } = await get(`${path}/data-saya.json`).expect(200);
  expect(headers).toMatchObject({ 'cache-control': 'no-store', 'x-robots-tag': 'noindex' });
  expect(headers['content-disposition']).toContain('data-saya.json');
  expect(body).toMatchObject({
    visit: { reference: visit.reference },
    person: { name: 'Sari', email, hasAccount: false },
    answer: { answer: 'accepted' },
    feedback: null,
    promises: [],
  });
  expect((body as { mails: object[] }).mails.length).toBeGreaterThan(0);
  const told = JSON.stringify(body);
  expect(told).not.toContain('petugas@tamu.test');
  expect(told).not.toContain(path.split('/').at(-1));
});
