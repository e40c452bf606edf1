import { afterAll, beforeAll, expect, test } from '@jest/globals';
import request from 'supertest';
import { publishedNote } from '../support/notes.js';
import { usualPeople, type UsualPeople } from '../support/people.js';
import { confirmed, type Header } from '../support/visits.js';
import { axe, overflow, picture, startBrowserApp, type BrowserApp } from './support/browser.js';

const host = 'petugas@tuan.test';
const kanwil = 'kanwil@jateng.test';

let app: BrowserApp;
let people: UsualPeople;
let paths: [by: string, path: string][];

beforeAll(async () => {
  app = await startBrowserApp();
  people = await usualPeople(app);
  const visit = await confirmed(app, people.guest, people.host, { programs: ['akselerasi-2'] });
  const note = await publishedNote(app, people.host, people.kanwil, {
    unit: 'rutan-banjarnegara',
    title: 'Kebun sayur di lahan sempit',
    context: 'Lahan terbatas.\n\nAir juga.',
    whatWasDone: 'Menanam bertingkat',
    result: 'Panen 120 kg sebulan',
    howToCopy: 'Mulai dari satu demplot',
    programs: ['akselerasi-2', 'akselerasi-3'],
    visit: visit.id,
  });
  const promise = (dueOn: string): Promise<string> =>
    made('/api/follow-ups', people.guest, {
      visit: visit.id,
      what: 'Membagikan templat rencana konten kehumasan',
      unit: 'rutan-banjarnegara',
      person: 'Dwi Prasetyo',
      dueOn,
    });
  const late = await promise('2025-10-10');
  await promise('2025-12-31');
  paths = [
    [host, '/praktik-baik'],
    [host, `/praktik-baik/${note}`],
    [host, `/praktik-baik/${note}/ubah`],
    [host, '/tindak-lanjut'],
    [host, `/tindak-lanjut/${late}`],
    [host, `/tindak-lanjut/baru?kunjungan=${visit.id}`],
    [kanwil, '/sinergi'],
    [kanwil, '/sinergi/kunjungan'],
  ];
}, 60_000);
afterAll(() => app.close());

async function made(path: string, by: Header, body: object): Promise<string> {
  const answer = await request(app.server).post(path).set(by).send(body).expect(201);
  return (answer.body as { id: string }).id;
}

test.each([
  { width: 'phone', look: 'light' },
  { width: 'phone', look: 'dark' },
  { width: 'desk', look: 'dark' },
  { width: 'desk', look: 'light' },
] as const)(
  'practices, promises and the region are read on $width in $look',
  async (options) => {
    const found: string[] = [];
    for (const by of [host, kanwil]) {
      const { page, troubles, context } = await app.signedIn(by, options);
      for (const [, path] of paths.filter(([whose]) => whose === by)) {
        await page.goto(path);
        for (const details of await page.locator('main details > summary').all()) await details.click();
        const wide = await overflow(page);
        found.push(...(await axe(page)).map((line) => `${path} ${line}`));
        if (wide > 0) found.push(`${path} reaches ${wide} px beyond the screen`);
        const name = path
          .replace(/\?.*/, '')
          .replace(/[0-9a-f-]{36}/, 'one')
          .slice(1)
          .replaceAll('/', '-');
        await picture(page, `${name}-${options.width}-${options.look}`);
      }
      found.push(...troubles);
      await context.close();
    }
    expect(found).toEqual([]);
  },
  90_000,
);

test('a filter shows what fits while it is chosen, and works without script', async () => {
  const { page, context } = await app.signedIn(host);
  await page.goto('/tindak-lanjut');
  await page.getByLabel('Terlambat saja').check();
  await page.waitForFunction(() => document.querySelectorAll('#hasil .follow-up-card').length === 1);
  await context.close();
  const plain = await app.signedIn(host, { script: false });
  await plain.page.goto('/praktik-baik');
  await plain.page.getByLabel('Kata yang dicari').fill('tidak ada yang seperti ini');
  await plain.page.getByRole('button', { name: 'Tampilkan', exact: true }).click();
  await plain.page.getByText('Tidak ada praktik baik yang cocok').waitFor();
  await plain.context.close();
});
