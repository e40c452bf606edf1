import { afterAll, beforeAll, expect, test } from '@jest/globals';
import request from 'supertest';
import { startApp, type TestApp } from './support/app.js';
import { hostile } from './support/hostile.js';
import { signedIn, usualPeople, type UsualPeople } from './support/people.js';
import { confirmed, type Header } from './support/visits.js';

let app: TestApp;
let people: UsualPeople;
let head: Header;
let visitId: string;

beforeAll(async () => {
  app = await startApp();
  people = await usualPeople(app);
  head = await signedIn(app, { email: 'kepala@tuan.test', role: 'unit-head', unit: 'rutan-banjarnegara' });
  visitId = (await confirmed(app, people.guest, people.host)).id;
});
afterAll(() => app.close());

const texts = {
  title: 'Kebun & <b>kolam</b>',
  context: 'Lahan sempit.\n\nAir terbatas.',
  whatWasDone: 'Menanam bertingkat',
  result: 'Panen 120 kg',
  howToCopy: 'Mulai dari satu petak',
};

const get = (path: string, by: Header) =>
  request(app.server).get(path).set('accept', 'text/html').set(by).redirects(0);
const send = (path: string, by: Header, body: object) =>
  request(app.server).post(path).set('accept', 'text/html').set(by).type('form').send(body).redirects(0);

/** Writes a note by its form and returns its path. */
async function written(by: Header, body: object): Promise<string> {
  const answer = await send('/praktik-baik/baru', by, { ...texts, state: 'published', ...body }).expect(303);
  return (answer.headers['location'] ?? '').replace(/\?.*/, '');
}

test('a note is written from a visit, published, and read by another unit with its paragraphs', async () => {
  const blank = await get(`/praktik-baik/baru?kunjungan=${visitId}`, people.host).expect(200);
  expect(blank.text).toMatch(new RegExp(`<option value="${visitId}" selected`));
  const path = await written(head, {
    visit: visitId,
    topics: 'Ketahanan pangan\r\nPerikanan',
    programs: 'akselerasi-2',
  });
  const { text } = await get(path, people.guest).expect(200);
  expect(text).toContain('Kebun &amp; &lt;b>kolam');
  expect(text).toMatch(/<p>Lahan sempit\.<\/p>\s*<p>Air terbatas\./);
  expect(text).toContain('Ketahanan pangan; Perikanan');
  expect(text).toContain(`href="/kunjungan/${visitId}"`);
  expect(text).toContain('/kunjungan/baru?tuan=rutan-banjarnegara&amp;topik=Kebun');
  const visit = await get(`/kunjungan/${visitId}`, people.guest).expect(200);
  expect(visit.text).toMatch(/Praktik baik dari kunjungan ini.*Kebun &amp;/s);
  const stranger = await get(path, people.stranger).expect(200);
  expect(stranger.text).not.toContain(visitId);
  expect((await get(path, people.kanwil).expect(200)).text).not.toContain('/kunjungan/baru');
});

test('what was typed is kept when something is missing, and a draft needs nothing', async () => {
  const body = { ...texts, result: '', state: 'proposed', topics: 'Lele' };
  const { text } = await send('/praktik-baik/baru', people.host, body).expect(422);
  expect(text).toContain('Mohon jelaskan hasilnya');
  expect(text).toContain('Menanam bertingkat');
  const path = await written(people.host, { result: '', state: 'draft', title: 'Masih draf' });
  expect((await get(path, people.host).expect(200)).text).toContain('Draf');
  await get(path, people.guest).expect(404);
  const ofVisit = await written(people.host, { title: 'Draf kunjungan', state: 'draft', visit: visitId });
  expect((await get(`/kunjungan/${visitId}`, people.host).expect(200)).text).toContain(ofVisit);
  expect((await get(`/kunjungan/${visitId}`, people.guest).expect(200)).text).not.toContain(ofVisit);
  const drafts = await get('/praktik-baik?keadaan=draf', people.host).expect(200);
  expect(drafts.text).toContain('Masih draf');
  expect(drafts.text).not.toContain('Kebun &amp;');
});

test('whoever was overtaken sees both texts, and may save over what stands', async () => {
  const path = await written(head, { title: 'Dua penulis' });
  const change = (version: number, result: string) =>
    send(`${path}/ubah`, people.host, {
      ...texts,
      title: 'Dua penulis',
      result,
      version,
      state: 'stay',
    });
  await change(1, 'Hasil pertama').expect(303);
  const { text } = await change(1, 'Hasil kedua').expect(409);
  expect(text).toMatch(
    /Sudah disimpan .*Hasil.*Isian Anda.*Hasil kedua.*Yang tersimpan sekarang.*Hasil pertama/s,
  );
  expect(text).toMatch(/<textarea[^>]*name="result"[^>]*>Hasil kedua/);
  expect(text).toContain('name="version" value="2"');
  await change(2, 'Hasil kedua').expect(303);
});

test('the list is searched and filtered, and says so when nothing fits', async () => {
  await written(head, { title: 'Batik tulis', programs: 'akselerasi-3' });
  const list = async (query: string) => (await get(`/praktik-baik?${query}`, people.guest).expect(200)).text;
  expect(await list('program=akselerasi-3&cari=&kanwil=&upt=')).toContain('Batik tulis');
  expect(await list('program=akselerasi-2')).not.toContain('Batik tulis');
  expect(await list('cari=banjarnegara')).toContain('Batik tulis');
  expect(await list('upt=bapas-purwokerto')).toContain('Tidak ada praktik baik yang cocok');
  expect(await list('kanwil=jawa-tengah')).toContain('Batik tulis');
  const found = await get('/cari?q=batik', people.guest).expect(200);
  expect(found.text).toMatch(/Praktik baik.*Batik tulis/s);
  const start = await get('/', people.guest).expect(200);
  expect(start.text).toMatch(/Praktik baik terbaru.*Batik tulis/s);
});

test('only people of a unit write, and only about their own', async () => {
  await get('/praktik-baik/baru', people.kanwil).expect(403);
  await send('/praktik-baik/baru', people.kanwil, { ...texts, state: 'draft' }).expect(403);
  const path = await written(head, { title: 'Milik Rutan' });
  await get(`${path}/ubah`, people.guest).expect(403);
  await send(`${path}/ubah`, people.guest, { ...texts, state: 'draft', version: 1 }).expect(403);
  const elsewhere = await send('/praktik-baik/baru', people.stranger, {
    ...texts,
    state: 'draft',
    visit: visitId,
  });
  expect(elsewhere.status).toBe(404);
});

test('whatever stands in a field, it is no server error', async () => {
  const path = await written(people.host, { title: 'Keras', state: 'draft' });
  const whole = {
    ...texts,
    state: 'draft',
    version: '1',
    topics: 'x',
    programs: 'akselerasi-2',
    visit: visitId,
  };
  const failures: string[] = [];
  for (const [name, value] of hostile) {
    for (const field of Object.keys(whole)) {
      const body = JSON.stringify({ ...whole, [field]: value });
      for (const to of ['/praktik-baik/baru', `${path}/ubah`]) {
        const answer = await request(app.server)
          .post(to)
          .set({ ...people.host, accept: 'text/html', 'content-type': 'application/json' })
          .send(body);
        if (answer.status >= 500) failures.push(`${to} ${field} = ${name}`);
      }
    }
  }
  for (const query of ['cursor=x', 'upt=a&upt=b', 'cari=%00', 'program[x]=1', 'limit=x', 'kunjungan=x']) {
    for (const to of ['/praktik-baik', '/praktik-baik/baru']) {
      const { status } = await get(`${to}?${query}`, people.host);
      if (status >= 500) failures.push(`${to}?${query}`);
    }
  }
  expect(failures).toEqual([]);
}, 60_000);
