import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { axe, overflow, picture, signIn, widths } from './support/browser.js';
import { first, offered, second, sharedDevice, take, type SharedDevice } from './support/shared-device.js';

let device: SharedDevice;

beforeAll(async () => {
  device = await sharedDevice();
}, 90_000);
afterAll(() => device.app.close());

/** Forms of several features, with a text field and the button that stores. */
const places: [name: string, path: () => string, field: string, saving: string][] = [
  ['a new note', () => '/praktik-baik/baru', '#context', 'button[value=draft]'],
  ['a booking', () => '/kunjungan/baru?tuan=rutan-banjarnegara', '#purpose', ''],
  ['a summary', () => `/kunjungan/${device.visit.id}/ringkasan`, '#outcomes', 'button[value=simpan]'],
  ['hosting rules', () => '/upt/bapas-purwokerto/ubah', '#address', '.btn-primary[type=submit]'],
  ['a visit', () => `/kunjungan/${device.visit.id}/ubah`, '#purpose', 'main .btn-primary[type=submit]'],
  ['an account', () => '/akun', '#position', 'main form[action="/akun"] .btn-primary'],
  ['a promise', () => `/tindak-lanjut/baru?kunjungan=${device.visit.id}`, '#what', ''],
  [
    'an agenda',
    () => `/kunjungan/${device.visit.id}/acara`,
    '#sesi-0-title',
    'button[value=simpan]:not([tabindex])',
  ],
];

/** Types into the form of a page as it is used, and waits until the device has it. */
async function typeIn(page: Page, path: string, field: string, words: string): Promise<void> {
  await page.goto(path);
  if (field.startsWith('#sesi') && (await page.locator(field).count()) === 0) {
    await page.getByRole('button', { name: 'Tambah sesi' }).click();
  }
  await page.locator(field).fill(words);
  await page.waitForFunction(
    (text) => Object.values({ ...localStorage }).some((kept) => String(kept).includes(text)),
    words,
  );
}

describe('what was typed in a form of more than two fields', () => {
  test.each(places)(
    'comes back after %s was left, and goes once it is stored',
    async (name, path, field, saving) => {
      const words = `Isian ${name} yang panjang`;
      const { page, context, troubles } = await device.app.signedIn(first);
      page.on('dialog', (dialog) => void dialog.accept());
      await typeIn(page, path(), field, words);
      // As after a crash: the tab is gone, the device's stores are not.
      const next = await context.newPage();
      await page.close({ runBeforeUnload: false });
      await next.goto(path());
      expect(await next.content()).not.toContain(`value="${words}"`);
      await take(next).click();
      await next.waitForFunction(
        ([selector, text]) => document.querySelector<HTMLInputElement>(selector!)?.value === text,
        [field, words],
      );
      if (saving) {
        await next.locator(saving).last().click();
        await next.waitForFunction(
          (text) =>
            !Object.values({ ...localStorage })
              .join()
              .includes(text),
          words,
        );
        await next.goto(path());
        expect(await offered(next).count()).toBe(0);
      }
      expect(troubles).toEqual([]);
      await context.close();
    },
    60_000,
  );

  test('goes when its writer signs out, and is asked about before', async () => {
    const { page, context } = await device.app.signedIn(first);
    await typeIn(page, '/praktik-baik/baru', '#context', 'Isian sebelum keluar');
    await page.locator('.site-leave').click();
    await page.getByRole('dialog', { name: 'Ada yang belum terkirim' }).waitFor();
    expect(await page.getByRole('button', { name: 'Simpan di perangkat ini, lalu keluar' }).count()).toBe(0);
    await page.getByRole('button', { name: 'Buang, lalu keluar' }).click();
    await page.waitForURL('**/masuk?info=keluar');
    expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
    await signIn(page, first);
    await page.goto('/praktik-baik/baru');
    expect(await offered(page).count()).toBe(0);
    await context.close();
  }, 60_000);

  test('is not shown to another account, and waits for its writer', async () => {
    const { page, context } = await device.app.signedIn(first);
    await typeIn(page, '/praktik-baik/baru', '#context', 'Isian milik yang pertama');
    await device.endSessions();
    await signIn(page, second);
    await page.goto('/praktik-baik/baru');
    expect(await offered(page).count()).toBe(0);
    expect(await page.content()).not.toContain('Isian milik yang pertama');
    await context.clearCookies();
    await signIn(page, first);
    await page.goto('/praktik-baik/baru');
    expect(await offered(page).count()).toBe(1);
    for (const look of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme: look });
      expect(await axe(page)).toEqual([]);
      for (const width of ['phone', 'desk'] as const) {
        await page.setViewportSize({ width: widths[width], height: 800 });
        expect(await overflow(page)).toBe(0);
        await picture(page, `isian-ditawarkan-${width}-${look}`);
      }
    }
    await page.getByRole('button', { name: 'Buang' }).click();
    await page.reload();
    expect(await offered(page).count()).toBe(0);
    await context.close();
  }, 60_000);

  test('is no more than thirty forms of a person, the latest, and no password', async () => {
    const { page, context } = await device.app.signedIn(first);
    await typeIn(page, '/praktik-baik/baru', '#context', 'Isian yang terakhir');
    await page.evaluate(() => {
      const [name = ''] = Object.keys(localStorage);
      const text = JSON.parse(localStorage.getItem(name) ?? '{}') as { key: string; at: number };
      for (let each = 0; each < 40; each++) {
        const older = { ...text, key: `lama-${each}`, at: text.at - 1000 - each };
        localStorage.setItem(`sambang-tulisan:lama-${each}`, JSON.stringify(older));
      }
    });
    await page.locator('#context').fill('Isian yang terakhir sekali');
    await page.waitForFunction(() => Object.keys(localStorage).length === 30);
    expect(await page.evaluate(() => Object.values({ ...localStorage }).join())).toContain('terakhir sekali');
    await context.close();
  }, 60_000);
});
