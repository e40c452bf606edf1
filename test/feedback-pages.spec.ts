import { afterAll, beforeAll, expect, test } from '@jest/globals';
import request from 'supertest';
import { startApp, type TestApp } from './support/app.js';
import { usualPeople, type UsualPeople } from './support/people.js';
import { confirmed, step, type Header, type ShownVisit } from './support/visits.js';
import { api } from './support/api-client.js';

const BROWSER = 'text/html,application/xhtml+xml;q=0.9';

let app: TestApp;
let people: UsualPeople;
let visit: ShownVisit;
const paths = new Map<string, string>();

beforeAll(async () => {
  app = await startApp();
  people = await usualPeople(app);
  visit = await confirmed(app, people.guest, people.host, {
    participants: [
      { name: 'Sari <b>', email: 'sari@contoh.test', side: 'guest', role: 'leader' },
      { name: 'Budi', email: 'budi@contoh.test', side: 'guest', role: 'member' },
      { name: 'Arif', email: 'arif@contoh.test', side: 'invited', role: 'observer' },
      { name: 'Dwi', email: 'dwi@contoh.test', side: 'host', role: 'speaker' },
    ],
  });
  app.clock.set(new Date('2025-10-30T05:05:00Z'));
  visit = await step(app, people.guest, visit, 'complete');
  await app.settle();
  const mails = await app.database.query<{ email: string; text: string }>(
    `SELECT recipient_email AS email, body_text AS text FROM mail WHERE key LIKE 'feedback:%'`,
  );
  for (const { email, text } of mails) {
    paths.set(
      email.replace(/@.*/, ''),
      /http:\/\/sambang\.test(\/jawab\/\S+\/masukan)/.exec(text)?.[1] ?? '',
    );
  }
});
afterAll(() => app.close());

const open = (name: string, query = '') =>
  request(app.server)
    .get(`${paths.get(name)}${query}`)
    .set('accept', BROWSER);
const send = (name: string, fields: Record<string, string>) =>
  request(app.server)
    .post(paths.get(name) ?? '')
    .set('accept', BROWSER)
    .type('form')
    .send({ toCopy: '', toImprove: '', ...fields });
const visitPage = async (by: Header) =>
  (await request(app.server).get(`/kunjungan/${visit.id}`).set(by).set('accept', BROWSER).expect(200)).text;

test('the form asks in words, and no secret stands in the page', async () => {
  const { text, headers } = await open('sari').expect(200);
  expect(text).toContain('Yth. Sari &lt;b>');
  expect(text).toContain('Bagaimana sambutan Rutan Kelas IIB Banjarnegara?');
  expect(text).toContain('Sangat bermanfaat');
  expect(text.match(/type="radio"/g)).toHaveLength(10);
  expect(text).not.toContain((paths.get('sari') ?? '').split('/')[2]);
  expect(headers['x-robots-tag']).toBe('noindex');
  const host = await open('dwi').expect(200);
  expect(host.text).not.toContain('Bagaimana sambutan');
  expect(host.text).toContain('Apa yang Anda pelajari dari para tamu?');
});

test('what is missing is named beside its question, and what was written stays', async () => {
  const { text } = await send('sari', { toCopy: 'Kebun & kolam', mayName: 'ya' }).expect(422);
  for (const name of ['usefulness', 'welcome']) {
    expect(text).toContain(`id="${name}-fault"`);
    expect(text).toContain(`aria-describedby="${name}-fault"`);
  }
  expect(text).toContain('Wajib dipilih.');
  expect(text).toContain('Kebun &amp; kolam</textarea>');
  expect(text).toMatch(/<input[^>]* name="usefulness"[^>]* value="5"[^>]* autofocus/);
  expect(text).toMatch(/<input[^>]* checked[^>]* name="mayName"|<input[^>]* name="mayName"[^>]* checked/);
  const nonsense = await send('sari', { usefulness: '9', welcome: 'x' }).expect(422);
  expect(nonsense.text).toContain('id="welcome-fault"');
});

test('handed in, it thanks, can be changed, and can be taken back', async () => {
  const given = await send('sari', { usefulness: '5', welcome: '4', toCopy: 'Kebun', mayName: 'ya' }).expect(
    303,
  );
  expect(given.headers['location']).toBe(`${paths.get('sari')}?info=terkirim`);
  expect((await open('sari', '?info=terkirim').expect(200)).text).toContain('Terima kasih');
  const again = await open('sari').expect(200);
  expect(again.text).toMatch(/<input[^>]* name="welcome"[^>]* value="4"[^>]* checked/);
  expect(again.text).toContain('Kebun</textarea>');
  await send('sari', { aksi: 'hapus' }).expect(303);
  const after = await open('sari', '?info=dihapus').expect(200);
  expect(after.text).toContain('sudah dihapus');
  expect(after.text).not.toContain('Kebun</textarea>');
});

test('the visit shows numbers and words to both units and the regional office, by the rule of three', async () => {
  expect(await visitPage(people.guest)).toMatch(
    /Belum ada nilai yang dapat ditampilkan; 4 peserta[^]*terbuka sampai Sabtu, 29 November 2025/,
  );
  await send('sari', { usefulness: '5', welcome: '4', toCopy: 'Kebun <i>', mayName: 'ya' }).expect(303);
  await send('dwi', { usefulness: '4', toCopy: 'Cara mendata' }).expect(303);
  const few = await visitPage(people.host);
  expect(few).toMatch(/Belum ada nilai[^]*sedikitnya 3 orang/);
  expect(few).not.toMatch(/class="feedback-average"|Sari &lt;b> mengisi|Kebun &lt;i>|Cara mendata/);
  await send('budi', { usefulness: '3', welcome: '5' }).expect(303);
  const three = await visitPage(people.kanwil);
  expect(three).toMatch(/jawaban 3 dari 4 peserta[^]*>4<\/b> dari 5, 3 jawaban/);
  expect(three).not.toMatch(/Sambutan tuan rumah.*<\/b> dari 5/);
  await send('arif', { usefulness: '4', welcome: '5' }).expect(303);
  expect(await visitPage(people.kanwil)).toMatch(/jawaban 3 dari 4 peserta/);
  await send('dwi', { usefulness: '5', toCopy: 'Cara mendata' }).expect(303);
  await send('budi', { usefulness: '2', welcome: '5' }).expect(303);
  const enough = await visitPage(people.kanwil);
  expect(enough).toMatch(/<caption>.*Manfaat kunjungan.*>4<\/b> dari 5, 4 jawaban/);
  expect(enough).toMatch(/Sambutan tuan rumah.*>4,7<\/b> dari 5, 3 jawaban/);
  expect(enough).toMatch(/<th scope="row">Sangat baik<\/th>.*?<span>2<\/span>/);
  expect(enough).toContain('– Sari &lt;b>');
  const unit = await request(app.server)
    .get('/upt/rutan-banjarnegara')
    .set(people.stranger)
    .set('accept', BROWSER)
    .expect(200);
  expect(unit.text).toMatch(/Penilaian tamu[^]*<b>4,2<\/b> dari 5, oleh 3 tamu/);
});

test('nobody but the addressee learns the link', async () => {
  const list = await api(app)
    .get('/api/mails', { as: people.guest, query: { visit: visit.id } })
    .expect(200);
  const { items } = list.body;
  const asked = items.find(({ subject }) => subject.startsWith('Mohon masukan'));
  const mail = await api(app)
    .get('/api/mails/{id}', { as: people.guest, path: { id: asked?.id } })
    .expect(200);
  expect(mail.text).toContain('/jawab/…/masukan');
  for (const path of paths.values()) expect(mail.text).not.toContain(path);
});

test('an unknown link and a form that is closed help', async () => {
  const unknown = `/masukan/${'a'.repeat(43)}`;
  const { text } = await request(app.server).get(unknown).set('accept', BROWSER).expect(404);
  expect(text).toContain('Salin tautan dari surel seutuhnya');
  await request(app.server).post(unknown).type('form').send({ usefulness: '1' }).expect(404);
  app.clock.set(new Date('2025-11-29T05:05:00Z'));
  const closed = await open('sari').expect(410);
  expect(closed.text).toMatch(/dapat diisi sampai Sabtu, 29 November 2025[^]*sudah kami terima/);
  const late = await send('budi', { usefulness: '1', welcome: '1' }).expect(410);
  expect(late.text).toContain('Masukan sudah ditutup');
  await send('sari', { aksi: 'hapus' }).expect(303);
  expect((await open('sari', '?info=dihapus').expect(410)).text).toContain('belum sempat mengisinya');
});
