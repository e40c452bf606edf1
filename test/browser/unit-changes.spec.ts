import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { signedIn as account, usualPeople, type UsualPeople } from '../support/people.js';
import { confirmed } from '../support/visits.js';
import { axe, overflow, startBrowserApp, type BrowserApp } from './support/browser.js';

const ADMIN = 'admin@pusat.test';
const KANWIL = 'kanwil@jateng.test';
let app: BrowserApp;
let people: UsualPeople;

beforeAll(async () => {
  app = await startBrowserApp();
  people = await usualPeople(app);
  await account(app, { email: ADMIN, role: 'administrator' });
}, 60_000);
afterAll(() => app.close());

test('a Kanwil proposes a merger on a phone, the administrator sees whom it touches and accepts it', async () => {
  await confirmed(app, people.guest, people.host);
  const kanwil = await app.signedIn(KANWIL, { width: 'phone' });
  const { page } = kanwil;
  await page.goto('/pengelolaan/perubahan-upt/baru');
  await page.getByRole('main').getByRole('link', { name: 'UPT bergabung ke UPT lain' }).click();
  await page.getByLabel('UPT yang bergabung').fill('Rutan Kelas IIB Banjarnegara');
  await page.getByLabel('Bergabung ke UPT').fill('Rutan Kelas IIB Purbalingga');
  await page
    .getByLabel(/berlaku|Sejak|Tanggal/i)
    .first()
    .fill('27 okt 2025');
  await page.getByLabel('Alasan').fill('Penataan organisasi');
  expect(await axe(page)).toEqual([]);
  expect(await overflow(page)).toBe(0);
  await page.getByRole('button', { name: 'Usulkan' }).click();
  // The visit that it touches is shown before anything is stored.
  await page.getByText('Ketahanan pangan dan kehumasan').first().waitFor();
  expect(await page.getByLabel('Alasan').inputValue()).toBe('Penataan organisasi');
  expect(await axe(page)).toEqual([]);
  await page.getByRole('button', { name: 'Tetap usulkan' }).click();
  await page.getByText('Penataan organisasi').first().waitFor();

  const administrator = await app.signedIn(ADMIN);
  await administrator.page.goto('/');
  await administrator.page
    .getByRole('main')
    .getByRole('link', { name: /Rutan Kelas IIB Banjarnegara/ })
    .first()
    .click();
  expect(await axe(administrator.page)).toEqual([]);
  await administrator.page.getByRole('button', { name: 'Setujui' }).click();
  await administrator.page.waitForLoadState();
  const [change] = await app.database.query<{ state: string }>('SELECT state FROM unit_change');
  expect(change?.state).toBe('decided');

  app.clock.set(new Date('2025-10-27T01:00:00Z'));
  await app.settle();
  await page.goto('/upt/rutan-banjarnegara');
  await page
    .getByText(/[Bb]ergabung/)
    .first()
    .waitFor();
  expect(await axe(page)).toEqual([]);
  expect([...kanwil.troubles, ...administrator.troubles]).toEqual([]);
});
