import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { signedIn, usualPeople } from '../support/people.js';
import { confirmed } from '../support/visits.js';
import { startBrowserApp, type BrowserApp } from './support/browser.js';

let app: BrowserApp;

/** A visit in Papua at 06.30 WIT, of a guest who reads Western Indonesian Time. */
beforeAll(async () => {
  app = await startBrowserApp();
  const { guest } = await usualPeople(app);
  const papua = { role: 'officer' as const, unit: 'lapas-abepura' };
  const host = await signedIn(app, { email: 'petugas@abepura.test', ...papua });
  await app.database.query(
    `UPDATE hosting_window SET starts_minute = 360, ends_minute = 720 WHERE unit = $1 AND starts_minute < 720`,
    [papua.unit],
  );
  await confirmed(app, guest, host, {
    title: 'Apel pagi di Abepura',
    hostUnit: papua.unit,
    startsAt: '2025-10-30T06:30:00+09:00',
    endsAt: '2025-10-30T07:30:00+09:00',
  });
}, 60_000);
afterAll(() => app.close());

test('a week shows a visit that is before the usual hours by the clock of its reader', async () => {
  const { page, troubles } = await app.signedIn('petugas@tamu.test');
  await page.goto('/kalender?bulan=2025-10&tampilan=minggu');
  // From the week of the application's today to the next.
  await page.locator('.fc-next-button').click();
  const event = page.locator('.fc-timegrid-event', { hasText: 'Apel pagi di Abepura' });
  await event.waitFor();
  expect(await event.innerText()).toMatch(/04[.:]30/);
  expect(await page.locator('.fc-timegrid-slot[data-time="04:00:00"]').count()).toBeGreaterThan(0);
  expect(await page.locator('.fc-timegrid-slot[data-time="03:00:00"]').count()).toBe(0);
  expect(troubles).toEqual([]);
});
