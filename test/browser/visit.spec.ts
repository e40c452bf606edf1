import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { signedIn as account } from '../support/people.js';
import { requested, type Header, type ShownVisit } from '../support/visits.js';
import { axe, overflow, startBrowserApp, type BrowserApp } from './support/browser.js';

const email = 'petugas@tuan.test';
let app: BrowserApp;
let guest: Header;

beforeAll(async () => {
  app = await startBrowserApp();
  guest = await account(app, { email: 'petugas@tamu.test', role: 'officer', unit: 'bapas-purwokerto' });
  await account(app, { email, role: 'officer', unit: 'rutan-banjarnegara' });
}, 60_000);
afterAll(() => app.close());

const visit = (): Promise<ShownVisit> =>
  requested(app, guest, {
    participants: [{ name: 'Sari', email: 'sari@contoh.test', side: 'guest', role: 'leader' }],
  });
const summary = (page: Page, name: string) => page.locator('summary', { hasText: name });

test('by keyboard alone a request is declined with its reason', async () => {
  const { page, troubles } = await app.signedIn(email);
  await page.goto(`/kunjungan/${(await visit()).id}`);
  await summary(page, 'Tolak kunjungan').focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Aula sedang diperbaiki');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/kunjungan/*?info=decline');
  expect(await page.getByText('Alasan: Aula sedang diperbaiki').isVisible()).toBe(true);
  expect(troubles).toEqual([]);
});

test('without script another time is proposed, and what was wrong with it is mended in place', async () => {
  const { page } = await app.signedIn(email, { script: false });
  await page.goto(`/kunjungan/${(await visit()).id}`);
  await summary(page, 'Usulkan waktu lain').click();
  await page.getByLabel('Hari', { exact: true }).fill('2025-11-06');
  await page.getByLabel(/^Selesai/).fill('08:00');
  await page.getByLabel('Keterangan').fill('Ada upacara');
  await page.getByRole('button', { name: 'Usulkan waktu lain' }).click();
  await page.getByText('Harus sesudah jam mulai.').waitFor();
  expect(await page.getByLabel('Keterangan').inputValue()).toBe('Ada upacara');
  await page.getByLabel(/^Selesai/).fill('11:00');
  await page.getByRole('button', { name: 'Usulkan waktu lain' }).click();
  await page.waitForURL('**/kunjungan/*?info=propose');
  expect(await page.getByText('mengusulkan Kamis, 6 November 2025, pukul 09.00–11.00 WIB').isVisible()).toBe(
    true,
  );
});

describe('How it looks', () => {
  test.each([
    ['desk', 'light'],
    ['phone', 'dark'],
  ] as const)('on a %s in the %s nothing stands in the way', async (width, look) => {
    const { id } = await visit();
    const { page, troubles } = await app.signedIn(email, { width, look });
    for (const path of [
      `/kunjungan/${id}`,
      `/kunjungan/${id}/ubah`,
      `/kunjungan/${id}/peserta`,
      '/kunjungan',
    ]) {
      await page.goto(path);
      for (const closed of await page.locator('main details > summary').all()) await closed.click();
      await page.evaluate(() => scrollTo(0, 0));
      expect([path, await axe(page), await overflow(page)]).toEqual([path, [], 0]);
    }
    expect(troubles).toEqual([]);
  });
});
