import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import request from 'supertest';
import { startApp, type TestApp } from './support/app.js';
import { publishedNote } from './support/notes.js';
import { usualPeople, type UsualPeople } from './support/people.js';
import { requested } from './support/visits.js';

const marked = '**Panen** naik `dua` kali\n\n- sayur\n- ikan, lihat [denah](https://contoh.test/denah)';
const purpose = 'Melihat kebun\nlalu kandang **besar**, lihat https://contoh.test/peta?a=1&b=2.';

let app: TestApp;
let people: UsualPeople;
let note: string;
let visit: string;

beforeAll(async () => {
  app = await startApp();
  people = await usualPeople(app);
  const { guest, host, kanwil } = people;
  const texts = { context: marked, whatWasDone: marked, howToCopy: marked, result: marked };
  note = await publishedNote(app, host, kanwil, { unit: 'rutan-banjarnegara', title: 'Kebun', ...texts });
  visit = (await requested(app, guest, { purpose })).id;
});
afterAll(() => app.close());

const page = async (path: string): Promise<string> =>
  (await request(app.server).get(path).set('accept', 'text/html').set(people.guest).expect(200)).text;

describe('a text with marks', () => {
  test('is Markdown where it is read whole', async () => {
    const text = await page(`/praktik-baik/${note}`);
    expect(text).toContain('<strong>Panen</strong>');
    expect(text).not.toContain('**');
  });

  test('is Markdown where hosts stand side by side', async () => {
    const text = await page('/upt/bandingkan?upt=rutan-banjarnegara&upt=rutan-purbalingga');
    expect(text).toContain('<strong>Panen</strong>');
    expect(text).not.toContain('**');
  });

  test.each(['/praktik-baik', '/praktik-baik?cari=panen', '/cari?q=panen', '/upt/rutan-banjarnegara', '/'])(
    'stands without its marks in the cards of %s',
    async (path) => {
      const text = await page(path);
      expect(text).not.toContain('**');
      expect(text).not.toContain('](https');
    },
  );
});

test('a plain text keeps its lines and what it has of signs, and its addresses are links', async () => {
  const text = await page(`/kunjungan/${visit}`);
  expect(text).toContain(
    'Melihat kebun\nlalu kandang **besar**, lihat <a href="https://contoh.test/peta?a=1&amp;b=2"',
  );
  expect(text).toMatch(/<span class="free-text">Melihat kebun/);
});

/** Shows what differs between two texts, letter by letter. */
const DIFFERENCES = 'platform/pages/text-changes.css';

test('only one place shows a text with its lines', async () => {
  const root = join(import.meta.dirname, '..', 'src');
  const files = (await readdir(root, { recursive: true })).filter((name) => /\.(?:tsx|css)$/.test(name));
  const found: string[] = [];
  for (const file of files) {
    if (/pre-line|plain-text/.test(await readFile(join(root, file), 'utf8'))) found.push(file);
  }
  expect(found.sort()).toEqual(['platform/pages/assets/sambang.css', DIFFERENCES]);
});
