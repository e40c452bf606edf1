import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { signedIn as account } from '../support/people.js';
import { axe, overflow, startBrowserApp, type BrowserApp } from './support/browser.js';

const KANWIL = 'kanwil@jateng.test';
let app: BrowserApp;

beforeAll(async () => {
  app = await startBrowserApp();
  await account(app, { email: KANWIL, role: 'regional', regionalOffice: 'jawa-tengah' });
}, 60_000);
afterAll(() => app.close());

test('a Kanwil is led from the start page to inviting many heads at once', async () => {
  const { page } = await app.signedIn(KANWIL, { width: 'phone' });
  await page.goto('/');
  expect(await axe(page)).toEqual([]);
  await page.getByRole('link', { name: 'Undang kepala setiap UPT' }).click();
  expect(await axe(page)).toEqual([]);
  expect(await overflow(page)).toBe(0);
  for (const [at, name] of ['Ani', 'Budi'].entries()) {
    await page.getByLabel('Nama kepala').nth(at).fill(name);
    await page.getByLabel('Alamat surel').nth(at).fill(`${name.toLowerCase()}@contoh.test`);
  }
  await page.getByRole('button', { name: 'Kirim undangan' }).click();
  await page.getByText('Undangan terkirim.').waitFor();
  const heads = await app.database.query(`SELECT name FROM person WHERE role = 'unit-head' ORDER BY name`);
  expect(heads).toEqual([{ name: 'Ani' }, { name: 'Budi' }]);
});
