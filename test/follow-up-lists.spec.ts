import { afterAll, beforeAll, expect, test } from '@jest/globals';
import request from 'supertest';
import { startApp, type TestApp } from './support/app.js';
import { usualPeople, type UsualPeople } from './support/people.js';
import { confirmed, type Header } from './support/visits.js';
import { api } from './support/api-client.js';

const MANY = 54;

let app: TestApp;
let people: UsualPeople;
let visit: string;

beforeAll(async () => {
  app = await startApp();
  people = await usualPeople(app);
  visit = (await confirmed(app, people.guest, people.host)).id;
  for (let i = 1; i <= MANY; i++) {
    const day = String((i % 28) + 1).padStart(2, '0');
    await promised({ what: `Janji ${String(i).padStart(2, '0')}`, dueOn: `2026-0${1 + (i % 3)}-${day}` });
  }
  await promised({ what: 'Aneka', person: 'Budi', dueOn: '2025-10-17' });
  await promised({ what: 'Zaitun', unit: 'rutan-banjarnegara', dueOn: '2026-09-30' });
  const done = await promised({ what: 'Tuntas', dueOn: '2026-09-01' });
  await api(app)
    .patch('/api/follow-ups/{id}', {
      as: people.guest,
      path: { id: done },
      body: { version: 1, state: 'done', evidence: 'Foto' },
    })
    .expect(200);
}, 60_000);
afterAll(() => app.close());

async function promised(more: object): Promise<string> {
  const given = { visit, what: 'Demplot', unit: 'bapas-purwokerto', person: 'Sari', dueOn: '2025-12-31' };
  const answer = await api(app)
    .post('/api/follow-ups', { as: people.guest, body: { ...given, ...more } })
    .expect(201);
  return answer.body.id;
}

const page = async (query: string, by: Header = people.guest): Promise<string> => {
  const asked = request(app.server).get(`/tindak-lanjut${query}`).set('accept', 'text/html').set(by);
  return (await asked.expect(200)).text;
};
/** What the rows of a list are called, in their order. */
const rows = (text: string): string[] =>
  [...text.matchAll(/<th scope="row"><a [^>]*>([^<]+)/g)].map(([, what]) => what ?? '');
const list = async (query: string): Promise<string[]> => rows(await page(`?tampilan=daftar${query}`));
/** Where a link goes, as it stands in a page. */
const href = (text: string, words: RegExp): string =>
  (
    new RegExp(`href="/tindak-lanjut([^"]*)"[^>]*>(?:(?!</a>).)*${words.source}`, 's').exec(text)?.[1] ?? ''
  ).replaceAll('&amp;', '&');

test('a column of the board holds the first, says how many there are, and leads to all of them', async () => {
  const text = await page('');
  expect(text).toMatch(/Belum dimulai <span[^>]*>\(56\).*Selesai <span[^>]*>\(1\)/s);
  expect(text.match(/follow-up-card/g)).toHaveLength(13);
  expect(text.indexOf('Aneka')).toBeLessThan(text.indexOf('Janji'));
  const all = href(text, /Semua 56/);
  expect(all).toBe('?keadaan=open&tampilan=daftar');
  expect(await page(all)).toContain('<table class="follow-up-table">');
});

test('the list brings fifty rows a page, the first due first, each once', async () => {
  const first = await page('?tampilan=daftar');
  expect(rows(first)).toHaveLength(50);
  expect(rows(first)[0]).toBe('Aneka');
  expect(first).toMatch(/17 Oktober 2025.*terlambat 3 hari/s);
  const second = await page(href(first, /Berikutnya/));
  expect(rows(second)).toHaveLength(6);
  expect(rows(second).at(-1)).toBe('Zaitun');
  expect(new Set([...rows(first), ...rows(second)]).size).toBe(56);
});

test('the list goes by what its head is asked for, either way', async () => {
  const up = await page(href(await page('?tampilan=daftar&upt='), /Tindak lanjut(?= *<\/a>)/));
  expect(up).toMatch(/<th scope="col" aria-sort="ascending"><a [^>]*urut=-what/);
  expect(rows(up).slice(0, 2)).toEqual(['Aneka', 'Janji 01']);
  const down = await page(href(up, /Tindak lanjut<svg/));
  expect(rows(down).slice(0, 2)).toEqual(['Zaitun', 'Janji 54']);
  expect(rows(await page(href(down, /Berikutnya/))).at(-1)).toBe('Aneka');
});

test.each([
  ['&upt=rutan-banjarnegara', ['Zaitun']],
  ['&orang=bud', ['Aneka']],
  ['&terlambat=ya&sampai=2030-01-01', ['Aneka']],
  ['&sampai=2025-12-31', ['Aneka']],
  ['&dari=2026-09-02', ['Zaitun']],
  ['&keadaan=semua&dari=2026-09-01', ['Tuntas', 'Zaitun']],
  ['&keadaan=done', ['Tuntas']],
  ['&keadaan=semua&replikasi=waiting', ['Tuntas']],
  ['&keadaan=semua&replikasi=confirmed', []],
  ['&program=tidak-ada', []],
  ['&dari=besok&replikasi=mungkin&urut=acak&orang=aneka-budi', []],
])('the list asked for %s shows %j', async (query, expected) => {
  expect(await list(query)).toEqual(expected);
});

test('the switch keeps what was chosen, and nobody else sees anything', async () => {
  expect(href(await page('?tampilan=daftar&orang=Budi&urut=what'), /Papan/)).toBe('?orang=Budi');
  expect(href(await page('?orang=Budi'), /Daftar/)).toBe('?orang=Budi&tampilan=daftar');
  expect(await page('?orang=tidak+ada')).toContain('Tidak ada tindak lanjut yang cocok');
  expect(rows(await page('?tampilan=daftar&keadaan=semua', people.stranger))).toEqual([]);
  expect(await page('?tampilan=daftar')).not.toMatch(/ style=/);
});
