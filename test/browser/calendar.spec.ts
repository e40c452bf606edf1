import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { usualPeople } from '../support/people.js';
import { confirmed } from '../support/visits.js';
import { axe, overflow, picture, startBrowserApp, type BrowserApp } from './support/browser.js';

let app: BrowserApp;

beforeAll(async () => {
  app = await startBrowserApp();
  const { guest, host } = await usualPeople(app);
  await confirmed(app, guest, host, { title: 'Belajar kebun' });
}, 60_000);
afterAll(() => app.close());

test('a calendar takes the place of the list, and a drag asks before anything is sent', async () => {
  const { page, troubles } = await app.signedIn('petugas@tamu.test');
  await page.goto('/kalender?bulan=2025-10');
  const event = page.locator('.fc-event', { hasText: 'Belajar kebun' });
  await event.waitFor();
  await picture(page, 'kalender');
  expect(await page.locator('#kalender-daftar').isVisible()).toBe(false);
  await event.dragTo(page.locator('[data-date="2025-10-29"]'));
  await page.locator('dialog[open]').getByText('Rabu, 29 Oktober 2025, pukul 09.00–12.00 WIB').waitFor();
  await page.getByText('Jangan pindahkan').click();
  expect(await page.locator('dialog[open]').count()).toBe(0);
  expect(troubles).toEqual([]);
});

test('on a phone, in the dark, the calendar is a list that fits', async () => {
  const { page, troubles } = await app.signedIn('petugas@tamu.test', { width: 'phone', look: 'dark' });
  await page.goto('/kalender?bulan=2025-10');
  await page.locator('.fc-list-event', { hasText: 'Belajar kebun' }).waitFor();
  await picture(page, 'kalender-hp');
  expect([await overflow(page), await axe(page)]).toEqual([0, []]);
  expect(troubles).toEqual([]);
});
