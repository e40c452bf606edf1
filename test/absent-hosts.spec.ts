import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import request from 'supertest';
import { START, startApp, type TestApp } from './support/app.js';
import { api } from './support/api-client.js';
import { signedIn } from './support/people.js';
import { requested, step, type Header, type ShownVisit } from './support/visits.js';

const BROWSER = 'text/html,application/xhtml+xml;q=0.9';
/** Nobody there has an account; the first has an address of its own. */
const BY_MAIL = 'rutan-purbalingga';
const BY_NOBODY = 'lapas-cilacap';
const ADDRESS = 'kepala@purbalingga.test';

let app: TestApp;
let guest: Header;
let kanwil: Header;

beforeAll(async () => {
  app = await startApp();
  await signedIn(app, { email: 'petugas@tuan.test', role: 'officer', unit: 'rutan-banjarnegara' });
  guest = await signedIn(app, { email: 'petugas@tamu.test', role: 'officer', unit: 'bapas-purwokerto' });
  kanwil = await signedIn(app, {
    email: 'kanwil@jateng.test',
    role: 'regional',
    regionalOffice: 'jawa-tengah',
  });
  await app.database.query('UPDATE unit SET email = $2 WHERE code = $1', [BY_MAIL, ADDRESS]);
});
afterAll(() => app.close());
beforeEach(async () => {
  app.clock.set(START);
  await app.settle();
  await app.database.query('DELETE FROM mail');
  await app.database.query('DELETE FROM visit');
});

const show = async (by: Header, id: string): Promise<ShownVisit> =>
  (await api(app).get('/api/visits/{id}', { as: by, path: { id } }).expect(200)).body;
const historyOf = async (id: string) =>
  (await api(app).get('/api/visits/{id}/history', { as: guest, path: { id } }).expect(200)).body.items;

async function mails(): Promise<string[]> {
  await app.settle();
  const rows = await app.database.query<{ line: string }>(
    `SELECT recipient_email || ': ' || split_part(subject, ':', 1) AS line FROM mail ORDER BY 1`,
  );
  return rows.map(({ line }) => line).filter((line) => !line.includes('Sinergi pekan ini'));
}

describe('The regional office', () => {
  const askedOf = (hostUnit: string) => requested(app, guest, { hostUnit, title: 'Belajar arsip' });
  const tasks = async (by: Header): Promise<string> =>
    (await request(app.server).get('/').set(by).set('accept', BROWSER).expect(200)).text;

  test('answers for a unit where nobody can, and it is marked so', async () => {
    const visit = await askedOf(BY_NOBODY);
    expect(await mails()).toEqual(['kanwil@jateng.test: Permintaan kunjungan']);
    const [told] = await app.database.query<{ text: string }>('SELECT body_text AS text FROM mail');
    expect(told?.text).toContain('hanya Kanwil yang dapat menjawab');
    expect(await tasks(kanwil)).toContain('Jawab atas nama');
    expect((await show(kanwil, visit.id)).allowedActions).toEqual(['accept', 'decline', 'propose']);
    expect((await show(guest, visit.id)).allowedActions).not.toContain('accept');
    const page = await request(app.server).get(`/kunjungan/${visit.id}`).set(kanwil).set('accept', BROWSER);
    expect(page.text).toContain('Tuan rumah belum memakai Sambang');
    expect(page.text).toContain('Terima kunjungan');
    await app.database.query('DELETE FROM mail');
    await step(app, kanwil, visit, 'accept');
    expect(await show(guest, visit.id)).toMatchObject({
      state: 'confirmed',
      answeredBy: { cameBy: 'regional', name: 'Petugas kanwil@jateng.test', office: null },
    });
    expect((await historyOf(visit.id)).at(-1)).toMatchObject({ action: 'accept', cameBy: 'regional' });
    expect(await mails()).toEqual(['petugas@tamu.test: Kunjungan dikonfirmasi']);
    expect(await tasks(kanwil)).not.toContain('Jawab atas nama');
    // Its answer is no answer of the host, whose time it is not counted in.
    const counted = await app.database.query(`SELECT 1 FROM sinergi_fresh WHERE cube = 'answers'`);
    expect(counted).toEqual([]);
  });

  test("proposes another time for it, which is the host's to be answered by the guest", async () => {
    const visit = await askedOf(BY_MAIL);
    const times = { startsAt: '2025-11-04T13:00:00+07:00', endsAt: '2025-11-04T15:00:00+07:00' };
    await app.settle();
    await app.database.query('DELETE FROM mail');
    await step(app, kanwil, visit, 'propose', times);
    expect(await show(guest, visit.id)).toMatchObject({
      state: 'counter-proposed',
      proposal: { by: 'host' },
    });
    expect(await mails()).toEqual([`${ADDRESS}: Usulan waktu lain`, 'petugas@tamu.test: Usulan waktu lain']);
    const [mail] = await app.database.query<{ text: string }>(
      'SELECT body_text AS text FROM mail WHERE recipient_email = $1',
      [ADDRESS],
    );
    expect(mail?.text).toContain('Kanwil menjawab atas namanya');
    await step(app, guest, await show(guest, visit.id), 'accept');
    expect(await show(guest, visit.id)).toMatchObject({ state: 'confirmed', startsAt: times.startsAt });
  });

  test('answers for nobody who can, and for no unit of another region', async () => {
    const used = await requested(app, guest);
    expect((await show(kanwil, used.id)).allowedActions).toEqual([]);
    await step(app, kanwil, used, 'accept', {}, 409);
    const bali = await signedIn(app, { email: 'kanwil@bali.test', role: 'regional', regionalOffice: 'bali' });
    const visit = await askedOf(BY_NOBODY);
    await step(app, bali, visit, 'accept', {}, 404);
  });

  test('invites the head from the visit, and is left alone once somebody can answer', async () => {
    const visit = await askedOf(BY_NOBODY);
    const invite = (fields: object, by = kanwil) =>
      request(app.server)
        .post(`/kunjungan/${visit.id}/undang-kepala`)
        .set(by)
        .set('accept', BROWSER)
        .type('form')
        .send(fields);
    const refused = await invite({ name: 'Tono', email: 'bukan-surel' }).expect(422);
    expect(refused.text).toContain('value="Tono"');
    await invite({ name: 'Tono', email: 'tono@cilacap.test' }, guest).expect(403);
    await app.settle();
    await app.database.query('DELETE FROM mail');
    const done = await invite({ name: 'Tono', email: 'tono@cilacap.test' }).expect(303);
    expect(done.headers['location']).toBe(`/kunjungan/${visit.id}?info=diundang`);
    expect((await mails()).filter((line) => line.startsWith('tono@'))).toHaveLength(1);
    const [head] = await app.database.query<{ role: string; unit: string }>(
      `SELECT role, unit FROM person WHERE email = 'tono@cilacap.test'`,
    );
    expect(head).toEqual({ role: 'unit-head', unit: BY_NOBODY });
    // Invited is not there yet: the office still answers.
    expect((await show(kanwil, visit.id)).allowedActions).toContain('accept');
    await app.database.query(`UPDATE person SET password_hash = 'x' WHERE email = 'tono@cilacap.test'`);
    expect((await show(kanwil, visit.id)).allowedActions).toEqual([]);
    expect(await tasks(kanwil)).not.toContain('Jawab atas nama');
    await app.database.query(`UPDATE person SET password_hash = NULL WHERE email = 'tono@cilacap.test'`);
  });

  test('where it has nobody either, administrators are told and reminded', async () => {
    const keeper = await signedIn(app, { email: 'admin@pusat.test', role: 'administrator' });
    await askedOf('lapas-ambon');
    expect(await mails()).toContain('admin@pusat.test: Permintaan kunjungan');
    expect(await tasks(keeper)).toContain('Belum ada yang dapat menjawab permintaan');
    await askedOf(BY_NOBODY);
    expect((await tasks(keeper)).match(/Belum ada yang dapat menjawab/g)).toHaveLength(1);
  });
});
