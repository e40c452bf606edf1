import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { loadNation } from '../support/nation.js';
import { signedIn } from '../support/people.js';
import { axe, overflow, picture, startBrowserApp, type BrowserApp } from './support/browser.js';

let app: BrowserApp;

beforeAll(async () => {
  app = await startBrowserApp();
  await signedIn(app, { email: 'admin@pusat.test', role: 'administrator' });
  await loadNation(app, { from: '2025-09-01', to: '2025-11-30', visits: 3000 });
}, 120_000);
afterAll(() => app.close());

test.each(['phone', 'desk'] as const)(
  'a crowded month tells how many visits each day has (%s)',
  async (width) => {
    const { page, troubles } = await app.signedIn('admin@pusat.test', { width });
    await page.goto('/kalender?bulan=2025-10');
    await page.getByRole('status').getByText('terlalu banyak').waitFor();
    const days = page.locator('.calendar-many');
    await days.first().waitFor();
    expect(await days.count()).toBeGreaterThan(20);
    for (const look of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme: look });
      expect([await overflow(page), await axe(page)]).toEqual([0, []]);
      await picture(page, `kalender-ramai-${width}-${look}`);
    }
    const link = page.locator('a.calendar-many, .calendar-many a').first();
    const day = new URL((await link.getAttribute('href')) ?? '', page.url()).searchParams.get('from');
    await link.click();
    await page.waitForURL(`**/kunjungan?tab=semua&from=${day}&to=${day}`);
    await page.locator('.visit-row').first().waitFor();
    expect(troubles).toEqual([]);
  },
);
