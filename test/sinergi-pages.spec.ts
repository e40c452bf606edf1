import { afterAll, beforeAll, expect, test } from '@jest/globals';
import request from 'supertest';
import { START, startApp, type TestApp } from './support/app.js';
import { signedIn, usualPeople, type UsualPeople } from './support/people.js';
import { confirmed, requested, step, type Header } from './support/visits.js';
import { api } from './support/api-client.js';

const HOUR = 3_600_000;

let app: TestApp;
let people: UsualPeople;
let administrator: Header;
let bali: Header;

/** Two agreed in October and one asked for in November, of one pair; promises: one late, one waiting, one done. */
beforeAll(async () => {
  app = await startApp();
  people = await usualPeople(app);
  administrator = await signedIn(app, { email: 'admin@pusat.test', role: 'administrator' });
  bali = await signedIn(app, { email: 'kanwil@bali.test', role: 'regional', regionalOffice: 'bali' });
  const first = await confirmed(app, people.guest, people.host, { programs: ['akselerasi-2'] });
  const second = await requested(app, people.guest, {
    startsAt: '2025-10-31T09:00:00+07:00',
    endsAt: '2025-10-31T10:00:00+07:00',
  });
  app.clock.set(new Date(START.getTime() + 6 * HOUR));
  await step(app, people.host, second, 'accept');
  await requested(app, people.guest, {
    startsAt: '2025-11-20T09:00:00+07:00',
    endsAt: '2025-11-20T10:00:00+07:00',
  });
  for (const dueOn of ['2025-10-01', '2026-01-31', '2025-12-31']) await promise(first.id, dueOn);
  // Friday 7 November: the summaries of both were due.
  app.clock.set(new Date('2025-11-07T03:00:00Z'));
});
afterAll(() => app.close());

async function promise(visit: string, dueOn: string): Promise<void> {
  const body = { visit, what: `Janji ${dueOn}`, unit: 'bapas-purwokerto', person: 'Sari', dueOn };
  const answer = await api(app).post('/api/follow-ups', { as: people.guest, body }).expect(201);
  if (dueOn !== '2025-12-31') return;
  const { id } = answer.body;
  await api(app)
    .patch('/api/follow-ups/{id}', {
      as: people.guest,
      path: { id },
      body: { version: 1, state: 'done', evidence: 'x' },
    })
    .expect(200);
}

const paths = ['', '/kunjungan', '/tindak-lanjut', '/replikasi', '/praktik-baik', '/belum-ikut'].map(
  (path) => `/sinergi${path}`,
);
const get = (path: string, by: Header) =>
  request(app.server).get(path).set('accept', 'text/html').set(by).redirects(0);
const page = async (path: string, by: Header): Promise<string> => (await get(path, by).expect(200)).text;

/** The tiles of a page: names with their numbers. */
const tiles = (text: string): Record<string, number> =>
  Object.fromEntries(
    [...text.matchAll(/<span class="sinergi-number">(\d+)<\/span><span>([^<]+)</g)].map(([, count, name]) => [
      name,
      Number(count),
    ]),
  );

test('the figures count what there is, and each list has as many lines as its figure says', async () => {
  const text = await page('/sinergi', people.kanwil);
  expect(tiles(text)).toEqual({
    'Kunjungan belum dijawab': 1,
    'Ringkasan belum terbit': 0,
    'Ringkasan terlambat': 2,
    'Tindak lanjut berjalan': 1,
    'Tindak lanjut terlambat': 1,
    Semua: 3,
    Diajukan: 1,
    Dikonfirmasi: 2,
    'Ringkasan terbit': 0,
    'Ringkasan terbit otomatis': 0,
    'Tindak lanjut selesai': 1,
    'Tindak lanjut tidak diteruskan': 0,
    'Praktik baik terbit': 0,
    'Praktik direplikasi': 0,
    'Kunjungan dengan pertanyaan belajar': 0,
    'Hasil belajar dikerjakan': 0,
    'Hasil belajar diterapkan': 0,
  });
  const links = [...text.matchAll(/href="(\/sinergi\/[^"]+)"[^>]*>(?:<span[^>]*>)?(\d+)/g)];
  expect(links.length).toBeGreaterThan(8);
  for (const [, href = '', count] of links) {
    const list = await page(href.replaceAll('&amp;', '&'), people.kanwil);
    expect([href, list.split('class="row-link"').length - 1]).toEqual([href, Number(count)]);
  }
});

test('months, pairs, silent units and the median answer are told', async () => {
  const text = await page('/sinergi', people.kanwil);
  expect(text).toMatch(/Oktober 2025.*<rect width="100".*>2<.*November 2025.*<rect width="50".*>1</s);
  expect(text).toMatch(
    /<th scope="col"><span>Rutan[^<]*Banjarnegara<.*<th scope="row">Bapas[^<]*Purwokerto<\/th><td[^>]*><a[^>]*>2</s,
  );
  // Answered at once and after six hours: the middle is three.
  expect(text).toMatch(/Nilai tengah.*Banjarnegara<\/td><td>3 jam<\/td><td><a[^>]*>2</s);
  const silent = /Belum berkunjung dan belum dikunjungi.*$/s.exec(text)?.[0] ?? '';
  expect(silent).toContain('/upt/rutan-purbalingga');
  expect(silent).not.toContain('/upt/rutan-banjarnegara"');
});

test('period and program cut the figures, and nonsense asks for nothing', async () => {
  const november = await page('/sinergi?dari=2025-11&sampai=2025-11', people.kanwil);
  expect(tiles(november)['Semua']).toBe(1);
  expect(november).toMatch(
    /Dibandingkan dengan Oktober 2025.*sinergi-number">1<.span><span>Semua<.span><span[^>]*>turun 1 .sebelumnya 2.</s,
  );
  expect(tiles(await page('/sinergi?periode=bulan-ini', people.kanwil))['Semua']).toBe(1);
  expect(tiles(await page('/sinergi?program=akselerasi-2', people.kanwil))['Semua']).toBe(1);
  const longAgo = await page('/sinergi?dari=2024-01&sampai=2024-12', people.kanwil);
  expect(tiles(longAgo)).toMatchObject({
    Semua: 0,
    'Tindak lanjut selesai': 0,
    'Kunjungan belum dijawab': 1,
    'Ringkasan terlambat': 2,
    'Tindak lanjut terlambat': 1,
  });
  expect(longAgo).toMatch(/<h2>Saat ini<.*<h2 class="sinergi-period">Januari 2024 sampai Desember 2024</s);
  expect(tiles(await page('/sinergi?dari=x&sampai=&program=', people.kanwil))['Semua']).toBe(3);
  for (const query of [
    'dari=%00',
    'kanwil=a&kanwil=b',
    'cursor=x',
    'keadaan=x',
    'program[x]=1',
    'dari=2025-13&sampai=x',
    'asal=%00',
    'periode=x',
  ]) {
    for (const path of paths) {
      expect((await get(`${path}?${query}`, people.kanwil)).status).toBeLessThan(500);
    }
  }
});

test('a regional office sees its own region whatever it asks for, an administrator any', async () => {
  expect(tiles(await page('/sinergi?kanwil=jawa-tengah', bali))['Semua']).toBe(0);
  expect(tiles(await page('/sinergi', administrator))['Semua']).toBe(3);
  expect(tiles(await page('/sinergi?kanwil=bali', administrator))['Semua']).toBe(0);
  for (const path of paths) {
    await get(path, people.guest).expect(403);
    await get(path, people.stranger).expect(403);
  }
});

test('only the host answers for the host: neither what the guest proposes or takes back, nor the office, nor time', async () => {
  const answered = async (): Promise<number> => {
    const asked = { as: people.kanwil, query: { from: '2025-11', to: '2025-11' } };
    return (await api(app).get('/api/sinergi/figures', asked).expect(200)).body.answers.count;
  };
  const before = await answered();
  const times = { startsAt: '2025-12-04T09:00:00+07:00', endsAt: '2025-12-04T10:00:00+07:00' };
  const moved = { startsAt: '2025-12-03T09:00:00+07:00', endsAt: '2025-12-03T10:00:00+07:00' };
  const first = await requested(app, people.guest, times);
  const proposed = await step(app, people.guest, first, 'propose', moved);
  expect(await answered()).toBe(before);
  const sides = await app.database.query<{ side: string }>(
    'SELECT side FROM visit_history WHERE visit_id = $1 ORDER BY version',
    [first.id],
  );
  expect(sides.map(({ side }) => side)).toEqual(['guest', 'guest', 'guest']);
  await step(app, people.host, proposed, 'accept');
  expect(await answered()).toBe(before + 1);
});
