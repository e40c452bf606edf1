import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import request from 'supertest';
import { changedSince, TRACES, transactionNow } from './support/changed-rows.js';
import { START, startApp, type TestApp } from './support/app.js';
import { BUDI, contact, pageOf, SARI } from './support/participant-links.js';
import { usualPeople } from './support/people.js';
import { confirmed, step, type Header, type ShownVisit } from './support/visits.js';
import { api } from './support/api-client.js';

let app: TestApp;
let guest: Header;
let host: Header;
let visit: ShownVisit;
let path: string;

const at = (time: string) => app.clock.set(new Date(`2025-10-30T${time}:00+07:00`));
const get = (address: string) => request(app.server).get(address).set('accept', 'text/html');
const page = async (beside = '') => (await get(`${path}${beside}`).expect(200)).text;

beforeAll(async () => {
  app = await startApp();
  ({ guest, host } = await usualPeople(app));
  await app.database.query(
    `UPDATE hosting_policy SET identity_rule = 'Bawa KTP.', camera_rule = 'Kamera dititipkan.'
     WHERE unit = 'rutan-banjarnegara'`,
  );
  visit = await confirmed(app, guest, host, {
    participants: [SARI, BUDI],
    purpose: 'Mempelajari kebun pangan.',
    topics: ['ketahanan pangan'],
    ...contact,
  });
  await app.settle();
  path = await pageOf(app, SARI.email);
});
afterAll(() => app.close());

async function publishAgenda(title: string): Promise<void> {
  const items = [
    { startsAt: '2025-10-30T09:00:00+07:00', endsAt: '2025-10-30T09:30:00+07:00', title, kind: 'welcome' },
    {
      startsAt: '2025-10-30T10:00:00+07:00',
      endsAt: '2025-10-30T11:00:00+07:00',
      title: 'Peninjauan kebun',
      kind: 'field-tour',
      place: 'Kebun',
      persons: ['Pak Tani'],
    },
  ];
  const address = `/api/visits/${visit.id}/agenda`;
  const { body } = await request(app.server).get(address).set(guest).expect(200);
  const { version } = body as { version: number };
  const saved = await request(app.server).put(address).set(guest).send({ version, items }).expect(200);
  const sent = saved.body as { version: number };
  await request(app.server).post(`${address}/publish`).set(guest).send({ version: sent.version }).expect(200);
  await app.settle();
}

describe('before the visit', () => {
  test('the page tells what, when, where, what to bring and whom to ask', async () => {
    const text = await page();
    for (const told of [
      'Ketahanan pangan dan kehumasan',
      'Kamis, 30 Oktober 2025, pukul 09.00–12.00 WIB',
      'Mempelajari kebun pangan.',
      'ketahanan pangan',
      'Bawa KTP.',
      'Kamera dititipkan.',
      'Narahubung Wati',
      '+628133333333',
      'Susunan acara tampil di sini',
    ])
      expect(text).toContain(told);
    expect(text).not.toContain(BUDI.phone);
    expect(text).not.toContain(BUDI.email);
  });

  test('leads to a map only where somebody confirmed the position', async () => {
    const place = (set: string) =>
      app.database.query(`UPDATE unit SET ${set} WHERE code = 'rutan-banjarnegara'`);
    await place('latitude = -7.39, longitude = 109.69');
    expect(await page()).not.toContain('openstreetmap');
    await place('position_confirmed_at = now(), position_confirmed_by = (SELECT id FROM person LIMIT 1)');
    expect(await page()).toContain('https://www.openstreetmap.org/?mlat=-7.39&amp;mlon=109.69');
  });

  test('shows the agenda as it was published, and its next publication', async () => {
    await publishAgenda('Penerimaan tamu');
    const text = await page();
    expect(text).toContain('Penerimaan tamu');
    expect(text).toContain('Kebun · Pak Tani');
    await publishAgenda('Sambutan kepala');
    expect(await page()).toContain('Sambutan kepala');
  });

  test('is kept by nobody, goes nowhere, and is sent as it is', async () => {
    for (const address of [path, `${path}/kalender`, `/jawab/${'a'.repeat(43)}`]) {
      const { headers } = await get(address).set('accept-encoding', 'gzip');
      expect(headers).toMatchObject({
        'referrer-policy': 'same-origin',
        'x-robots-tag': 'noindex',
        'cache-control': 'no-store',
      });
      expect(headers['content-encoding']).toBeUndefined();
    }
  });

  test('opening all of it changes nothing but when the feed was read', async () => {
    const feed = new URL(/https?:[^"]*\/feeds\/[\w-]{43}\.ics/.exec(await page('/kalender'))?.[0] ?? '')
      .pathname;
    await get(feed).expect(200);
    const mark = await transactionNow(app.database);
    for (const address of [path, `${path}/kalender`, `${path}/kunjungan.ics`, feed])
      await get(address).expect(200);
    expect(await changedSince(app.database, mark, TRACES)).toBe('');
  });
});

describe('on the day and after it', () => {
  test('it says what goes on and what comes next', async () => {
    at('09:10');
    const text = await page();
    expect(text).toMatch(/Sekarang[^]*Sambutan kepala[^]*Berikutnya[^]*Peninjauan kebun/);
    at('09:40');
    expect(await page()).not.toContain('Sekarang<');
  });

  test('who was there is never told that an answer is missing', async () => {
    const [sari] = visit.participants;
    await api(app)
      .patch('/api/visits/{id}/participants/{participantId}', {
        as: guest,
        path: { id: visit.id, participantId: sari?.id },
        body: { attendance: 'present' },
      })
      .expect(200);
    expect(await page()).toContain('Anda tercatat hadir.');
    at('12:05');
    const { body } = await api(app).get('/api/visits/{id}', { as: guest, path: { id: visit.id } });
    await step(app, guest, body as ShownVisit, 'complete');
    const text = await page();
    expect(text).toContain('Anda tercatat hadir.');
    expect(text).not.toMatch(/belum menjawab|tidak dapat dijawab/);
    expect(text).not.toContain('value="accepted"');
  });

  test('it has the feedback form, which is given without an account', async () => {
    expect(await page()).toContain(`href="${path}/masukan"`);
    const { headers } = await request(app.server)
      .post(`${path}/masukan`)
      .set('accept', 'text/html')
      .type('form')
      .send({ usefulness: '5', welcome: '4', toCopy: 'Kebun', toImprove: '' })
      .expect(303);
    expect(headers['location']).toBe(`${path}/masukan?info=terkirim`);
    expect(await page()).toContain('Masukan Anda sudah tersimpan.');
  });

  test('it has the summary with its files, and the promises with the own name', async () => {
    await request(app.server)
      .post(`/api/visits/${visit.id}/files`)
      .set(guest)
      .attach('file', Buffer.from('%PDF-1.7\nisi'), {
        filename: 'materi.pdf',
        contentType: 'application/pdf',
      })
      .expect(201);
    const promise = { unit: 'bapas-purwokerto', dueOn: '2025-11-30', visit: visit.id };
    for (const [what, personName] of [
      ['Membuat kebun', 'Sari'],
      ['Menulis siaran', 'Orang Lain'],
    ]) {
      await request(app.server)
        .post('/api/follow-ups')
        .set(guest)
        .send({ ...promise, what, person: personName })
        .expect(201);
    }
    const address = `/api/visits/${visit.id}/summary`;
    const saved = await request(app.server)
      .put(address)
      .set(guest)
      .send({ version: 0, outcomes: 'Kebun ditinjau.', decisions: '', notes: '', links: [] })
      .expect(200);
    const { version } = saved.body as { version: number };
    expect(await page()).not.toContain('Kebun ditinjau.');
    await request(app.server).post(`${address}/publish`).set(guest).send({ version }).expect(200);
    const text = await page();
    expect(text).toContain('Kebun ditinjau.');
    expect(text).toMatch(/Tindak lanjut atas nama Anda[^]*Membuat kebun/);
    const own = text.slice(text.indexOf('atas nama Anda'), text.indexOf('Kebun ditinjau.'));
    expect(own).not.toContain('Menulis siaran');
    const href = /href="([^"]*\/berkas\/[^"]*)"/.exec(text)?.[1] ?? '';
    const sent = await request(app.server).get(href).expect(200);
    expect(sent.headers['content-disposition']).toContain('materi.pdf');
    await request(app.server).get(`${path}/berkas/0199a5b4-1111-7000-8000-000000000009`).expect(404);
  });

  test('the link and its feed die a year after the visit', async () => {
    const url = new URL(
      /value="(http[^"]*\/feeds\/[\w-]{43}\.ics)"/.exec(await page('/kalender'))?.[1] ?? '',
    );
    app.clock.set(new Date('2026-10-30T11:59:00+07:00'));
    await page();
    app.clock.set(new Date('2026-10-30T12:00:00+07:00'));
    const { text } = await get(path).expect(404);
    expect(text).toContain('Tautan ini tidak berlaku');
    await request(app.server).get(url.pathname).expect(404);
    await request(app.server).get(`${path}/kunjungan.ics`).expect(404);
    app.clock.set(START);
  });
});
