import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { signedIn as account, usualPeople } from '../support/people.js';
import { axe, overflow, startBrowserApp, type BrowserApp } from './support/browser.js';

let app: BrowserApp;
const [administrator, head] = ['admin@pusat.test', 'kepala@tuan.test'];

beforeAll(async () => {
  app = await startBrowserApp();
  await usualPeople(app);
  await account(app, { email: administrator, role: 'administrator' });
  await account(app, { email: head, role: 'unit-head', unit: 'rutan-banjarnegara' });
}, 60_000);
afterAll(() => app.close());

test('the administrator sets the hours of Ramadan, and a guest is offered those', async () => {
  const keeper = await app.signedIn(administrator);
  await keeper.page.goto('/pengelolaan');
  await keeper.page.getByRole('link', { name: 'Masa dengan jam lain' }).click();
  await keeper.page.getByLabel('Nama').fill('Ramadan 1447 H');
  await keeper.page.getByLabel('Hari pertama').fill('3 Nov 2025');
  await keeper.page.getByLabel('Hari terakhir').fill('28 Nov 2025');
  for (const day of ['Senin', 'Selasa', 'Rabu', 'Kamis']) {
    await keeper.page.getByLabel(day, { exact: false }).first().fill('9-12');
  }
  expect(await axe(keeper.page)).toEqual([]);
  await keeper.page.getByRole('button', { name: 'Simpan' }).click();
  await keeper.page.getByText('Masa tersimpan.').waitFor();
  await keeper.page.getByText('Senin–Kamis 09.00–12.00').waitFor();
  expect(keeper.troubles).toEqual([]);

  const { page, troubles } = await app.signedIn('petugas@tamu.test');
  await page.goto('/upt/rutan-banjarnegara?minggu=2025-11-03');
  await page.getByText('Ramadan 1447 H').first().waitFor();
  await page.getByText('09.00–12.00').first().waitFor();
  await page.goto('/kunjungan/baru?tuan=rutan-banjarnegara&minggu=2025-11-03');
  const slots = page.locator('.slot');
  await slots.first().waitFor();
  const shown = (await slots.allInnerTexts()).map((text) => text.trim().slice(0, 5));
  expect(new Set(shown)).toEqual(new Set(['09.00', '09.30', '10.00']));
  expect(troubles).toEqual([]);
});

test('a head sets a week of the own unit on a phone, without script, and sees it before it is saved', async () => {
  const { page, troubles } = await app.signedIn(head, { width: 'phone', script: false });
  await page.goto('/upt/rutan-banjarnegara/ubah');
  await page.getByRole('link', { name: 'Masa dengan jam lain' }).click();
  await page.getByLabel('Nama').fill('Pekan akreditasi');
  await page.getByLabel('Hari pertama').fill('10 Nov 2025');
  await page.getByLabel('Hari terakhir').fill('14 Nov 2025');
  await page.getByLabel('Selasa').fill('13-15');
  await page.getByRole('button', { name: 'Lihat pratinjau' }).click();
  await page.locator('#pekan').getByText('13.00–15.00').waitFor();
  expect(await page.locator('#pekan').getByText('09.00–12.00').count()).toBe(0);
  await page.getByRole('button', { name: 'Simpan' }).click();
  await page.getByText('Masa tersimpan.').waitFor();
  await page.getByRole('link', { name: 'Pekan akreditasi' }).click();
  expect([await overflow(page), await page.getByLabel('Selasa').inputValue()]).toEqual([0, '13.00–15.00']);
  expect(troubles).toEqual([]);
});

test('a head says how coordination is received, and a guest reads it', async () => {
  const { page, troubles } = await app.signedIn(head);
  await page.goto('/upt/rutan-banjarnegara/ubah');
  const kind = page.getByRole('group', { name: 'Koordinasi' });
  await kind.getByLabel('Rombongan terbesar').fill('5');
  await kind.getByLabel('Hanya pada hari dan jam').fill('Kamis');
  expect(await axe(page)).toEqual([]);
  await page.getByRole('button', { name: 'Simpan', exact: true }).click();
  await page.getByText('Hanya Kamis, paling banyak 5 orang').waitFor();
  const guest = await app.signedIn('petugas@tamu.test');
  await guest.page.goto('/kunjungan/baru?tuan=rutan-banjarnegara&minggu=2025-12-01');
  await guest.page.locator('.slot').first().waitFor();
  const days = () => guest.page.locator('.slot').count();
  const before = await days();
  await guest.page.getByLabel('Bentuk kunjungan').selectOption('coordination');
  await guest.page.getByText('paling banyak 5 orang').first().waitFor();
  expect(await days()).toBeLessThan(before);
  expect([troubles, guest.troubles]).toEqual([[], []]);
});
