import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { parse } from 'node-html-parser';
import request from 'supertest';
import { START, startApp, type TestApp } from './support/app.js';
import { api } from './support/api-client.js';
import { filledBooking } from './support/booking.js';
import { usualPeople } from './support/people.js';
import { step, visitBody, type Header, type ShownVisit } from './support/visits.js';

let app: TestApp;
let guest: Header;
let stranger: Header;
let kanwil: Header;
const FARAWAY = 'lapas-kerobokan';
const JOINING = 'rutan-purbalingga';

beforeAll(async () => {
  app = await startApp();
  ({ guest, stranger, kanwil } = await usualPeople(app));
});
afterAll(() => app.close());
beforeEach(async () => {
  app.clock.set(START);
  await app.settle();
  await app.database.query('DELETE FROM mail');
  await app.database.query('DELETE FROM visit');
});

const arrange = async (body: object = {}): Promise<ShownVisit> =>
  (
    await api(app)
      .post('/api/arranged-visits', { as: kanwil, body: { ...visitBody, ...body } })
      .expect(201)
  ).body;
const show = async (by: Header, { id }: { id: string }): Promise<ShownVisit> =>
  (await api(app).get('/api/visits/{id}', { as: by, path: { id } }).expect(200)).body;
const take = async (by: Header, visit: { id: string }, name: string, input: object = {}, status = 200) =>
  step(app, by, await show(by, visit), name, input, status);

/** Recipient and kind of each mail, since the last call. */
async function told(): Promise<string[]> {
  await app.settle();
  const rows = await app.database.query<{ line: string }>(
    `SELECT recipient_email || ': ' || split_part(subject, ':', 1) AS line FROM mail
     WHERE key NOT LIKE 'digest:%' ORDER BY 1`,
  );
  await app.database.query('DELETE FROM mail');
  return rows.map(({ line }) => line);
}

const page = (path: string, by: Header) =>
  request(app.server).get(path).set('accept', 'text/html').set(by).expect(200);
const textOf = async (path: string, by: Header): Promise<string> =>
  parse((await page(path, by)).text).textContent.replace(/\s+/g, ' ');

describe('Further guests', () => {
  test('are asked as it is arranged, and may join and bring their own people', async () => {
    const visit = await arrange({ partySize: 3, guests: [{ organisation: JOINING, message: 'Ikut?' }] });
    expect(visit.guests.map(({ organisation, answer }) => `${organisation}: ${answer}`)).toEqual([
      'bapas-purwokerto: joined',
      `${JOINING}: asked`,
    ]);
    expect(await told()).toContain('petugas@lain.test: Ajakan kunjungan bersama');
    await api(app)
      .post('/api/visits/{id}/guests/join', {
        as: stranger,
        path: { id: visit.id },
        body: { partySize: 2 },
      })
      .expect(200);
    expect((await show(kanwil, visit)).party.count).toBe(5);
    await told();
    await take(guest, visit, 'accept');
    await take(kanwil, visit, 'withdraw');
    expect(await told()).toContain('petugas@lain.test: Kunjungan tidak jadi');
  });

  test('are asked as a unit asks for a visit, and told once it is sent', async () => {
    const body = { ...visitBody, guests: [{ organisation: JOINING }] };
    const { body: visit } = await api(app).post('/api/visits', { as: guest, body }).expect(201);
    expect(visit.guests).toHaveLength(2);
    expect(await told()).toEqual([]);
    await take(guest, visit, 'submit');
    expect(await told()).toContain('petugas@lain.test: Ajakan kunjungan bersama');
    const twice = { ...body, guests: [{ organisation: JOINING }, { organisation: JOINING }] };
    const refused = await api(app).post('/api/visits', { as: guest, body: twice }).expect(409);
    expect(refused.body).toMatchObject({ code: 'guest-twice' });
    expect(await app.database.query('SELECT id FROM visit')).toHaveLength(1);
  });
});

describe('The page', () => {
  const send = (fields: object, by = kanwil, path = '/kunjungan/atur') =>
    request(app.server).post(path).set('accept', 'text/html').set(by).type('form').send(fields);
  const chosen = { tamu: 'bapas-purwokerto', tempel: '', luar: '' };

  test('is for regional offices, who choose a unit of the region and see when both are free', async () => {
    await request(app.server).get('/kunjungan/atur').set('accept', 'text/html').set(guest).expect(403);
    const opened = parse((await page('/kunjungan/atur', kanwil)).text);
    const units = opened
      .querySelectorAll('select[name=tamu] option')
      .map((option) => option.getAttribute('value'));
    expect(units).toContain('bapas-purwokerto');
    expect(units).not.toContain(FARAWAY);
    const { text } = await send({ ...filledBooking(chosen), langkah: 'waktu' }).expect(200);
    expect(text).toContain('formaction="/kunjungan/atur#waktu"');
    expect(parse(text).querySelectorAll('.slot').length).toBeGreaterThan(0);
    expect(text).toContain('petugas@tamu.test');
    const without = await send(filledBooking({ ...chosen, tamu: FARAWAY })).expect(422);
    expect(without.text).toContain('Pilih UPT tamu.');
    expect(without.text).toContain('Belajar pangan');
  });

  test('without script further guests are looked for, ticked, kept, and asked with the visit', async () => {
    const searched = await send({ ...filledBooking(chosen), langkah: 'tamu-lain', cariTamu: 'purbalingga' });
    expect(parse(searched.text).querySelector(`input[name=tamuLain][value=${JOINING}]`)).not.toBeNull();
    const kept = await send({ ...filledBooking(chosen), langkah: 'periksa', tamuLain: JOINING });
    expect(
      parse(kept.text).querySelector(`input[name=tamuLain][value=${JOINING}]`)?.hasAttribute('checked'),
    ).toBe(true);
    expect(kept.text).toContain('Diajak ikut: ');
    const sent = await send(filledBooking({ ...chosen, tamuLain: JOINING })).expect(303);
    const id = /^\/kunjungan\/([0-9a-f-]{36})\?info=diatur/.exec(sent.headers['location'] ?? '')?.[1] ?? '';
    expect(await show(kanwil, { id })).toMatchObject({
      state: 'arranged',
      programs: ['akselerasi-2', 'akselerasi-3'],
      letters: { request: { number: 'WP.13-1' } },
      guests: [{ organisation: 'bapas-purwokerto' }, { organisation: JOINING, answer: 'asked' }],
    });
    const words = await textOf(`/kunjungan/${id}?info=diatur`, kanwil);
    expect(words).toContain('Kunjungan sudah diatur.');
    expect(words).toContain('Tarik kunjungan ini');
    const taken = await request(app.server)
      .post(`/kunjungan/${id}/langkah/accept`)
      .set('accept', 'text/html')
      .set(guest)
      .type('form')
      .send({ version: String((await show(guest, { id })).version) })
      .expect(303);
    expect(taken.headers['location']).toContain('info=accept');
  });

  test('a unit names further guests as it books', async () => {
    const fields = filledBooking({ tempel: '', luar: '', tamuLain: JOINING });
    const sent = await send(fields, guest, '/kunjungan/baru').expect(303);
    const id = /([0-9a-f-]{36})/.exec(sent.headers['location'] ?? '')?.[1] ?? '';
    expect(await show(guest, { id })).toMatchObject({
      state: 'requested',
      guests: [{}, { organisation: JOINING, answer: 'asked' }],
    });
    const again = await send(fields, guest, '/kunjungan/baru').expect(303);
    expect(again.headers['location']).toContain(id);
  });
});
