import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { signedIn as account } from '../support/people.js';
import { step, type Header, type ShownVisit } from '../support/visits.js';
import { api } from '../support/api-client.js';
import { axe, overflow, picture, startBrowserApp, type BrowserApp } from './support/browser.js';

const email = 'petugas@tamu.test';
const LINK = 'https://meet.google.com/abc-defg-hij';
let app: BrowserApp;
let guest: Header;
let host: Header;

beforeAll(async () => {
  app = await startBrowserApp();
  guest = await account(app, { email, role: 'officer', unit: 'bapas-purwokerto' });
  host = await account(app, { email: 'petugas@tuan.test', role: 'officer', unit: 'rutan-banjarnegara' });
}, 60_000);
afterAll(() => app.close());

/** On a phone nothing of a page stands in anybody's way. */
async function assertSound(paths: readonly string[]): Promise<void> {
  const { page, troubles } = await app.signedIn(email, { width: 'phone' });
  for (const path of paths) {
    await page.goto(path);
    expect([path, await axe(page), await overflow(page)]).toEqual([path, [], 0]);
  }
  expect(troubles).toEqual([]);
}

test('on a phone without script a meeting online is asked for, its link follows, and the way in is one press', async () => {
  const { page } = await app.signedIn(email, { script: false, width: 'phone' });
  await page.goto('/kunjungan/baru?tuan=rutan-banjarnegara');
  const modes = page.getByRole('group', { name: 'Cara bertemu' });
  expect(await modes.getByRole('radio').count()).toBe(3);
  expect(await modes.getByLabel('Tatap muka', { exact: true }).isChecked()).toBe(true);
  await modes.getByLabel('Daring (rapat video)').check();
  await page.getByLabel('Judul').fill('Rapat pembinaan');
  await page.getByLabel('Maksud dan tujuan').fill('Menyusun rencana.');
  await page.getByRole('button', { name: 'Tampilkan waktu' }).click();
  expect(await modes.getByLabel('Daring (rapat video)').isChecked()).toBe(true);
  await page.locator('.slot', { hasText: '10.00' }).first().click();
  await page.getByLabel('Tautan rapat').fill('http://meet.google.com/abc-defg-hij');
  await page.getByRole('button', { name: 'Kirim permintaan' }).click();
  await page
    .getByText(/bukan tautan https yang benar/i)
    .first()
    .waitFor();
  await page.getByLabel('Tautan rapat').fill('');
  await page.getByRole('button', { name: 'Perbarui tinjauan' }).click();
  await page.getByText('Cara bertemu: daring (rapat video). Tautan rapat belum diisi.').waitFor();
  await page.getByRole('button', { name: 'Kirim permintaan' }).click();
  await page.waitForURL('**/kunjungan/*?info=diajukan');

  const id = /[0-9a-f-]{36}/.exec(page.url())?.[0] ?? '';
  const asked = await api(app).get('/api/visits/{id}', { as: host, path: { id } }).expect(200);
  await step(app, host, asked.body as ShownVisit, 'accept');
  await page.reload();
  await page.getByRole('heading', { name: 'Tautan rapat belum diisi' }).waitFor();
  await picture(page, 'daring-tanpa-tautan');
  await assertSound([`/kunjungan/${id}`, `/kunjungan/${id}/ubah`, '/kunjungan/baru?mode=online']);
  await page.getByRole('link', { name: 'Isi tautan rapat' }).click();
  await page.getByLabel('Tautan rapat').fill(LINK);
  await page.getByRole('button', { name: 'Simpan perubahan' }).click();
  const way = page.getByRole('link', { name: 'Masuk rapat daring' });
  await way.waitFor();
  expect(await way.getAttribute('href')).toBe(LINK);
  expect(await page.getByText('Tautan rapat belum diisi').count()).toBe(0);
  await picture(page, 'daring-dengan-tautan');
  await assertSound([`/kunjungan/${id}`, '/kunjungan']);
});

test('with script the times follow how people meet', async () => {
  const taken = await api(app)
    .post('/api/visits', {
      as: guest,
      body: {
        guestUnit: 'bapas-purwokerto',
        hostUnit: 'rutan-banjarnegara',
        kind: 'study-visit',
        title: 'Kebun',
        startsAt: '2025-11-05T08:00:00+07:00',
        endsAt: '2025-11-05T16:00:00+07:00',
      },
    })
    .expect(201);
  await step(app, host, await step(app, guest, taken.body as ShownVisit, 'submit'), 'accept');
  const { page, troubles } = await app.signedIn(email);
  await page.goto('/kunjungan/baru?tuan=rutan-banjarnegara');
  await page.getByLabel(/^Tanggal(?! surat)/).fill('2025-11-05');
  await page.getByLabel(/^Mulai/).fill('09:00');
  await page.getByLabel(/^Selesai/).fill('10:00');
  const full = page.getByText('Tuan rumah sudah menerima kunjungan lain');
  await full.waitFor();
  await page.getByLabel('Daring (rapat video)').check();
  await full.waitFor({ state: 'detached' });
  await picture(page, 'daring-memesan');
  expect(troubles).toEqual([]);
});
