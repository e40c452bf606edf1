import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { csv, person } from '../support/imports.js';
import { signedIn as account } from '../support/people.js';
import { axe, overflow, startBrowserApp, type BrowserApp } from './support/browser.js';

const KANWIL = 'kanwil@jateng.test';
let app: BrowserApp;

beforeAll(async () => {
  app = await startBrowserApp();
  await account(app, { email: KANWIL, role: 'regional', regionalOffice: 'jawa-tengah' });
}, 60_000);
afterAll(() => app.close());

const rows = [person(1), person(2, { Surel: 'bukan alamat' }), person(3)];
const file = { name: 'pegawai.csv', mimeType: 'text/csv', buffer: csv(rows) };

test('a file is looked at row by row on a phone, and only then brought in', async () => {
  const { page, troubles } = await app.signedIn(KANWIL, { width: 'phone' });
  await page.goto('/impor');
  expect(await axe(page)).toEqual([]);
  expect(await overflow(page)).toBe(0);
  await page.getByLabel('Isi berkas').selectOption('people');
  await page.getByLabel('Berkas', { exact: true }).setInputFiles(file);
  await page.getByRole('button', { name: 'Periksa berkas' }).click();
  await page.getByText('Belum ada yang disimpan.').waitFor();
  expect(await axe(page)).toEqual([]);
  expect(await overflow(page)).toBe(0);
  const made = () => app.database.query(`SELECT email FROM person WHERE email LIKE 'impor%' ORDER BY email`);
  expect(await made()).toEqual([]);
  await page.getByRole('link', { name: 'Ditolak (1)' }).click();
  await page.getByText('Baris 3').waitFor();
  const given = page.waitForEvent('download');
  await page.getByRole('link', { name: 'CSV' }).click();
  expect((await given).suggestedFilename()).toMatch(/\.csv$/);
  await page.getByRole('button', { name: 'Jalankan impor' }).click();
  await page.getByText('Sedang dijalankan').or(page.getByText('Selesai:')).first().waitFor();
  await app.settle();
  await page.reload();
  await page.getByText(/^Selesai: 2 /).waitFor();
  expect(await axe(page)).toEqual([]);
  expect(await made()).toEqual([{ email: 'impor1@contoh.test' }, { email: 'impor3@contoh.test' }]);
  expect(troubles).toEqual([]);
});

test('the same file again makes nothing, without script too', async () => {
  const { page } = await app.signedIn(KANWIL, { script: false });
  await page.goto('/impor');
  await page.getByLabel('Isi berkas').selectOption('people');
  await page.getByLabel('Berkas', { exact: true }).setInputFiles(file);
  await page.getByRole('button', { name: 'Periksa berkas' }).click();
  await page.getByText('Belum ada yang disimpan.').waitFor();
  await page.getByRole('link', { name: 'Sudah ada (2)' }).waitFor();
  expect(await page.getByRole('button', { name: 'Jalankan impor' }).count()).toBe(0);
});
