import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { signedIn as account } from '../support/people.js';
import { axe, overflow, startBrowserApp, type BrowserApp } from './support/browser.js';

const guest = 'petugas@tamu.test';
const host = 'petugas@tuan.test';
let app: BrowserApp;

beforeAll(async () => {
  app = await startBrowserApp();
  await account(app, { email: guest, role: 'officer', unit: 'bapas-purwokerto' });
  await account(app, { email: host, role: 'officer', unit: 'rutan-banjarnegara' });
}, 60_000);
afterAll(() => app.close());

test('a meeting of every first Tuesday is booked at once, answered at once, and one date of it moved', async () => {
  const { page, troubles } = await app.signedIn(guest, { width: 'phone' });
  await page.goto('/kunjungan/baru?tuan=rutan-banjarnegara&kind=coordination');
  await page.getByLabel(/^Tanggal(?! surat)/).fill('4 November 2025');
  await page.getByLabel(/^Mulai/).fill('09:00');
  await page.getByLabel(/^Selesai/).fill('11:00');
  await page.getByLabel('Judul').fill('Koordinasi klien');
  await page.getByLabel('Maksud dan tujuan').fill('Menyamakan data klien.');
  await page
    .getByLabel('Diadakan')
    .selectOption({ label: 'Setiap bulan, hari yang sama (mis. Selasa pertama)' });
  await page.getByLabel('Berulang sampai').fill('31 Maret 2026');
  await page.getByText('Setiap Selasa pertama, 4 November 2025 sampai 31 Maret 2026: 5 pertemuan.').waitFor();
  expect(await overflow(page)).toBe(0);
  await page.getByRole('button', { name: 'Kirim permintaan' }).click();
  await page.waitForURL('**/rangkaian/*?info=diajukan');
  expect(await axe(page)).toEqual([]);
  expect(await overflow(page)).toBe(0);
  const path = new URL(page.url()).pathname;

  const theirs = await app.signedIn(host);
  await theirs.page.goto(path);
  await theirs.page.getByLabel('Pilih Selasa, 3 Maret 2026').uncheck();
  await theirs.page.getByRole('button', { name: 'Terima yang dicentang' }).click();
  await theirs.page.getByText('Tanggal yang dicentang sudah diterima.').waitFor();
  expect(await theirs.page.getByText('Dikonfirmasi').count()).toBe(4);

  await page.goto(path);
  await page.getByRole('link', { name: 'Ubah Selasa, 6 Januari 2026' }).click();
  expect(await axe(page)).toEqual([]);
  await page.locator('#pindah-day').fill('7 Januari 2026');
  await page.locator('#pindah-reason').fill('Ada apel.');
  await page.getByRole('button', { name: 'Pindahkan' }).click();
  await page.getByText('Waktunya sudah diubah').waitFor();
  expect(await page.getByText('Diusulkan:').count()).toBe(1);
  await page.getByText('Diusulkan: Rabu, 7 Januari 2026, pukul 09.00–11.00 WIB').waitFor();
  expect([...troubles, ...theirs.troubles]).toEqual([]);
}, 60_000);
