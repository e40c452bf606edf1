import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { usualPeople } from '../support/people.js';
import { axe, picture, startBrowserApp, type BrowserApp } from './support/browser.js';

const email = 'petugas@tamu.test';
const paths = ['/', '/akun', '/upt', '/upt/rutan-banjarnegara', '/kunjungan/baru', '/bantuan'];
let app: BrowserApp;

beforeAll(async () => {
  app = await startBrowserApp();
  await usualPeople(app);
}, 60_000);
afterAll(() => app.close());

describe('A look chosen by hand', () => {
  test.each([
    ['dark', 'light', 'Gelap', 'desk'],
    ['light', 'dark', 'Terang', 'phone'],
  ] as const)(
    'is %s on a device that prefers %s, and stays readable',
    async (chosen, preferred, name, width) => {
      const { page, troubles } = await app.signedIn(email, { look: preferred, width });
      await page.goto('/akun');
      await page.getByRole('main').getByRole('button', { name }).click();
      await page.waitForURL('**/akun');
      const faults: Record<string, string[]> = {};
      for (const path of paths) {
        await page.goto(path);
        await page.waitForLoadState('networkidle');
        await picture(page, `chosen-${chosen}${path.replaceAll(/\W+/g, '-')}`);
        const found = await axe(page);
        if (found.length > 0) faults[path] = found;
      }
      expect({ faults, troubles }).toEqual({ faults: {}, troubles: [] });
      // The ground of the page is dark or light as chosen, whatever the device says.
      const ground = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
      const [red = 0] = [...ground.matchAll(/\d+/g)].map(Number);
      expect(red < 128).toBe(chosen === 'dark');
    },
    60_000,
  );
});
