import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { signedIn as account } from '../support/people.js';
import { axe, overflow, startBrowserApp, type BrowserApp } from './support/browser.js';

const regional = 'kanwil@jateng.test';
const administrator = 'admin@pusat.test';
let app: BrowserApp;

beforeAll(async () => {
  app = await startBrowserApp();
  await account(app, { email: regional, role: 'regional', regionalOffice: 'jawa-tengah' });
  await account(app, { email: administrator, role: 'administrator' });
  await account(app, { email: 'petugas@tuan.test', role: 'officer', unit: 'rutan-banjarnegara' });
}, 60_000);
afterAll(() => app.close());

/** Whether a page fits a phone and is read by everybody. */
async function assertSound(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  expect(await overflow(page)).toBe(0);
  expect(await axe(page)).toEqual([]);
}

async function bring(page: Page, partner: string): Promise<void> {
  await page.getByLabel('Nama mitra').fill(partner);
  await page.getByLabel('Jumlah orang').fill('3');
  await page.getByRole('button', { name: 'Catat sebagai tamu' }).click();
  await page.getByText('Mitra itu tercatat sebagai tamu kunjungan ini.').waitFor();
}

test('a Kanwil asks for a visit of its own with a partner that was written twice, and the administrator puts both together', async () => {
  const { page, troubles } = await app.signedIn(regional, { width: 'phone' });
  await page.goto('/');
  await page.getByRole('link', { name: 'Ajukan kunjungan' }).click();
  await page.goto('/kunjungan/baru?tuan=rutan-banjarnegara');
  await page.locator('.slot', { hasText: '09.30' }).first().click();
  await page.getByLabel('Judul').fill('Koordinasi ketahanan pangan');
  await page.getByLabel('Maksud dan tujuan').fill('Melihat kebun bersama.');
  await page
    .getByRole('button', { name: /^Simpan/ })
    .first()
    .click();
  await page.getByRole('heading', { name: 'Koordinasi ketahanan pangan' }).waitFor();
  await page.getByRole('link', { name: 'Ajak kantor lain' }).click();
  await bring(page, 'Universitas Jenderal Soedirman');
  await bring(page, 'Unsoed');
  await assertSound(page);
  expect(troubles).toEqual([]);

  const other = await app.signedIn(administrator, { width: 'phone', script: false });
  await other.page.goto('/pengelolaan');
  await other.page.getByRole('link', { name: 'Direktorat dan mitra' }).click();
  await other.page.getByLabel('Jenis').selectOption('partner');
  await other.page.getByRole('button', { name: 'Tampilkan' }).click();
  await other.page.getByRole('link', { name: /Unsoed/ }).click();
  expect(await overflow(other.page)).toBe(0);
  await other.page.getByRole('link', { name: 'Gabungkan dengan mitra lain' }).click();
  await other.page.getByRole('link', { name: /Soedirman/ }).click();
  await other.page.getByText('Kunjungan yang diikuti: 1').waitFor();
  expect(await overflow(other.page)).toBe(0);
  await other.page.getByRole('button', { name: 'Gabungkan' }).click();
  await other.page.getByText('Kedua mitra sudah digabungkan').waitFor();
  expect(await other.page.getByLabel(/^Sebutan lain/).inputValue()).toBe('Unsoed');

  await page.reload();
  expect(await page.getByText('Unsoed').count()).toBe(0);
  expect(await page.getByText('6 orang.').count()).toBe(1);
  await assertSound(page);
});
