import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { signedIn as account } from '../support/people.js';
import { axe, overflow, picture, startBrowserApp, type BrowserApp } from './support/browser.js';

const email = 'petugas@tamu.test';
const WORDS = 'Senin–Rabu, 3–5 November 2025, pukul 09.00–15.00 WIB tiap hari';
let app: BrowserApp;

beforeAll(async () => {
  app = await startBrowserApp();
  await account(app, { email, role: 'officer', unit: 'bapas-purwokerto' });
  await account(app, { email: 'petugas@tuan.test', role: 'officer', unit: 'rutan-banjarnegara' });
}, 60_000);
afterAll(() => app.close());

test('on a phone without script a visit of three days is asked for, told in one line, and answered', async () => {
  const { page } = await app.signedIn(email, { script: false, width: 'phone' });
  await page.goto('/kunjungan/baru?tuan=rutan-banjarnegara');
  await page.getByLabel('Judul').fill('Magang kebun');
  await page.getByLabel('Maksud dan tujuan').fill('Ikut bekerja di kebun.');
  await page.getByLabel('Tentukan sendiri').check();
  await page.getByLabel(/^Tanggal(?! surat)/).fill('3 November 2025');
  await page.getByLabel(/^Sampai hari/).fill('5 November 2025');
  await page.getByLabel(/^Mulai/).fill('09.00');
  await page.getByLabel(/^Selesai/).fill('15.00');
  await page.getByRole('button', { name: 'Perbarui tinjauan' }).click();
  await page.getByText(`pada ${WORDS}`).first().waitFor();
  await page.getByRole('button', { name: 'Kirim permintaan' }).click();
  await page.waitForURL('**/kunjungan/*?info=diajukan');
  await page.getByText(WORDS).first().waitFor();

  const path = new URL(page.url()).pathname;
  const host = await app.signedIn('petugas@tuan.test', { width: 'phone' });
  await host.page.goto(path);
  await host.page.locator('summary', { hasText: 'Usulkan waktu lain' }).click();
  expect(await host.page.getByLabel(/^Sampai hari/).inputValue()).toBe('5 November 2025');
  expect([await axe(host.page), await overflow(host.page)]).toEqual([[], 0]);
  await picture(host.page, 'beberapa-hari');
  expect(host.troubles).toEqual([]);
});
