import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { signedIn as account } from '../support/people.js';
import { axe, overflow, startBrowserApp, type BrowserApp } from './support/browser.js';

const kanwil = 'kanwil@jateng.test';
const guest = 'petugas@tamu.test';
const host = 'petugas@tuan.test';
const joining = 'petugas@lain.test';
let app: BrowserApp;
/** Path of the visit that is arranged first. */
let path: string;

beforeAll(async () => {
  app = await startBrowserApp();
  await account(app, { email: kanwil, role: 'regional', regionalOffice: 'jawa-tengah' });
  await account(app, { email: guest, role: 'officer', unit: 'bapas-purwokerto' });
  await account(app, { email: host, role: 'officer', unit: 'rutan-banjarnegara' });
  await account(app, { email: joining, role: 'officer', unit: 'rutan-purbalingga' });
}, 60_000);
afterAll(() => app.close());

test('a Kanwil arranges a visit on a phone, both units accept, and the Kanwil sees it', async () => {
  const { page, troubles } = await app.signedIn(kanwil, { width: 'phone' });
  await page.goto('/');
  await page.getByRole('link', { name: 'Atur kunjungan' }).click();
  await page.getByLabel('UPT tamu', { exact: true }).selectOption({ label: 'Bapas Kelas II Purwokerto' });
  await page.getByLabel('Nama atau tempat UPT').fill('banjarnegara');
  await page.getByLabel(/^Rutan Kelas IIB Banjarnegara/).check();
  await page.locator('.slot', { hasText: '09.30' }).first().click();
  await page.getByText('Tidak ada bentrokan').waitFor();
  await page.getByLabel('Judul').fill('Belajar kebun bersama');
  await page.getByLabel('Maksud dan tujuan').fill('Melihat kebun.');
  await page.getByLabel('Ajak kantor lain ikut berkunjung').fill('purbalingga');
  await page.getByRole('button', { name: 'Cari kantor' }).click();
  await page.getByLabel(/^Rutan Kelas IIB Purbalingga/).check();
  await page.getByText('Diajak ikut: Rutan Kelas IIB Purbalingga').waitFor();
  expect(await overflow(page)).toBe(0);
  await page.waitForLoadState('networkidle');
  expect(await axe(page)).toEqual([]);
  await page.getByRole('button', { name: 'Atur kunjungan' }).click();
  await page.getByText('Kunjungan sudah diatur.').waitFor();
  path = new URL(page.url()).pathname;
  expect(await overflow(page)).toBe(0);
  await page.waitForLoadState('networkidle');
  expect(await axe(page)).toEqual([]);
  await page.goto('/');
  await page.getByRole('heading', { name: 'Diatur Kanwil, menunggu UPT' }).waitFor();

  for (const email of [host, guest]) {
    const unit = await app.signedIn(email, { script: false });
    await unit.page.goto('/');
    await unit.page.getByRole('link', { name: /^Jawab kunjungan yang diatur Kanwil/ }).click();
    await unit.page.getByRole('button', { name: 'Terima kunjungan' }).click();
    await unit.page.getByText('Sudah diterima.').waitFor();
  }
  await page.goto(path);
  await page.locator('.visit-path-current', { hasText: 'Dikonfirmasi' }).waitFor();
  await page.getByText('Batalkan kunjungan').first().waitFor();
  expect(troubles).toEqual([]);
});

test('the office that was asked joins with its own people, and the host sees the sum', async () => {
  const { page, troubles } = await app.signedIn(joining, { width: 'phone' });
  await page.goto('/');
  await page.getByRole('link', { name: /^Jawab ajakan Bapas Kelas II Purwokerto/ }).click();
  await page.getByLabel('Jumlah orang dari kantor Anda').fill('3');
  expect(await overflow(page)).toBe(0);
  await page.waitForLoadState('networkidle');
  expect(await axe(page)).toEqual([]);
  await page.getByRole('button', { name: 'Ikut', exact: true }).click();
  await page.getByText('Kantor Anda ikut dalam kunjungan ini.').waitFor();
  await page.goto(`${path}/peserta`);
  const card = page.locator('#tambah');
  await card.getByLabel('Nama', { exact: true }).first().fill('Wati Rahayu');
  await card
    .getByRole('button', { name: /^Tambah/ })
    .first()
    .click();
  await page.getByText('Peserta sudah ditambahkan.').waitFor();
  expect(troubles).toEqual([]);

  const seen = await app.signedIn(host, { script: false });
  await seen.page.goto(path);
  await seen.page.getByText('Wati Rahayu').first().waitFor();
  const guests = seen.page.locator('.list-group-item', { hasText: 'Rutan Kelas IIB Purbalingga' }).first();
  expect(await guests.textContent()).toContain('3 orang');
  expect(await seen.page.getByText('Seluruh rombongan: 4 orang.').count()).toBe(1);
});
