import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { BrowserContext, Page } from 'playwright-core';
import { newId } from '../../src/platform/text/tokens.js';
import { axe, picture, signIn, widths } from './support/browser.js';
import {
  first,
  second,
  stranger,
  sharedDevice,
  take,
  typeText,
  type SharedDevice,
} from './support/shared-device.js';

let device: SharedDevice;

beforeAll(async () => {
  device = await sharedDevice();
}, 90_000);
afterAll(() => device.app.close());

const dayPath = () => `/kunjungan/${device.visit.id}/hari-ini`;

const stored = async (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const pages = await Promise.all(
      (await caches.keys()).map(async (name) =>
        (await (await caches.open(name)).keys()).map(({ url }) => url),
      ),
    );
    return JSON.stringify(pages.flat().filter((url) => url.includes('/kunjungan/')));
  });

/** Keeps the notes of the day from leaving while `held`. */
async function hold(context: BrowserContext): Promise<() => Promise<void>> {
  await context.route('**/hari-ini/catatan*', (route) => route.abort());
  return () => context.unroute('**/hari-ini/catatan*');
}

async function writeNote(page: Page, words: string): Promise<void> {
  await page.goto(dayPath());
  await page.locator('html[data-kept]').waitFor({ state: 'attached' });
  await page.getByLabel('Catatan', { exact: true }).fill(words);
  await page.getByRole('button', { name: 'Simpan catatan' }).click();
  await page.getByText('1 belum terkirim').waitFor();
}

const authors = (words: string) =>
  device.app.database.query<{ email: string }>(
    'SELECT p.email FROM visit_entry e JOIN person p ON p.id = e.author WHERE e.text = $1',
    [words],
  );

/** In a page: what sending does, once the server has an entry. */
async function sendElsewhere({ visit, words }: { visit: string; words: string }): Promise<void> {
  const headers = { 'content-type': 'application/json' };
  const body = JSON.stringify({ text: words });
  const answer = await fetch(`/api/visits/${visit}/entries`, { method: 'POST', headers, body });
  if (answer.status !== 201) throw new Error(`${answer.status}`);
  await new Promise<void>((resolve, reject) => {
    const opening = indexedDB.open('sambang-terkirim', 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore('stored', { keyPath: 'visit' });
    opening.onerror = () => reject(new Error('IndexedDB'));
    opening.onsuccess = () => {
      const writing = opening.result.transaction('stored', 'readwrite');
      writing.objectStore('stored').put({ visit, at: Date.now() });
      writing.oncomplete = () => resolve();
    };
  });
}

describe('the page of the day that somebody kept', () => {
  test.each([
    ['a stranger to the visit', stranger],
    ['a colleague', second],
  ])(
    'does not open for %s, with a line or without',
    async (_, email) => {
      const { page, context } = await device.app.signedIn(first);
      await page.goto(dayPath());
      await page.locator('html[data-kept]').waitFor({ state: 'attached' });
      expect(await stored(page)).toContain(device.visit.id);
      await device.endSessions();
      await signIn(page, email);
      await page.waitForFunction(async () =>
        (await caches.keys()).every((name) => !name.startsWith('hari-ini-')),
      );
      await context.setOffline(true);
      await expect(page.goto(dayPath())).rejects.toThrow();
      await context.close();
    },
    60_000,
  );

  test('does not open once the session ended and the server said so', async () => {
    const { page, context } = await device.app.signedIn(first);
    await page.goto(dayPath());
    await page.locator('html[data-kept]').waitFor({ state: 'attached' });
    await device.endSessions();
    await page.goto(`/kunjungan/${device.visit.id}`);
    await context.setOffline(true);
    await expect(page.goto(dayPath())).rejects.toThrow();
    await context.close();
  }, 60_000);

  test('does not open without a line for whoever signed in and saw no other page yet', async () => {
    const { page, context } = await device.app.signedIn(first);
    await page.goto(dayPath());
    await page.locator('html[data-kept]').waitFor({ state: 'attached' });
    const kept = await page.evaluate(async (path) => {
      const [name = ''] = (await caches.keys()).filter((each) => each.startsWith('hari-ini-'));
      return (await (await caches.open(name)).match(path))?.headers.get('sambang-person');
    }, dayPath());
    const [person] = await device.app.database.query<{ id: string }>(
      'SELECT id FROM person WHERE email = $1',
      [first],
    );
    expect(kept).toBe(person?.id);
    await page.evaluate(async () => {
      const answer = new Response('01a20ba9-e725-779c-8d72-a69ab77e1012');
      await (await caches.open('sambang-orang')).put('/orang', answer);
    });
    await context.setOffline(true);
    await expect(page.goto(dayPath())).rejects.toThrow();
    await context.close();
  }, 60_000);
});

describe('what somebody entered without a line', () => {
  test('is shown by a page that was on its way while another page sent it', async () => {
    const words = `Catatan ${newId()}`;
    // No worker of the browser stands between: this device has not seen a page of a day yet.
    const { page, context } = await device.app.signedIn(first);
    const tab = await context.newPage();
    await tab.route(
      `**${dayPath()}`,
      async (route) => {
        const answer = await route.fetch();
        await page.evaluate(sendElsewhere, { visit: device.visit.id, words });
        await route.fulfill({ response: answer });
      },
      { times: 1 },
    );
    await tab.goto(dayPath());
    await tab.locator('#entri').getByText(words).waitFor();
    expect(await authors(words)).toEqual([{ email: first }]);
    await context.close();
  }, 60_000);

  test('is neither shown nor sent to others, nor in their name, and waits for its writer', async () => {
    const words = `Catatan ${newId()}`;
    const { page, context } = await device.app.signedIn(first);
    const release = await hold(context);
    await writeNote(page, words);
    await device.endSessions();
    const tab = await context.newPage();
    await signIn(tab, second);
    await release();
    // The first tab still stands open; it tries to send what waits.
    await page.bringToFront();
    await page.getByText('Orang lain sedang masuk di peramban ini').waitFor({ timeout: 25_000 });
    await tab.goto(dayPath());
    await tab.locator('html[data-kept]').waitFor({ state: 'attached' });
    expect(await tab.content()).not.toContain(words);
    expect(await tab.getByText('belum terkirim').count()).toBe(0);
    expect(await authors(words)).toEqual([]);

    await page.close();
    await context.clearCookies();
    await signIn(tab, first);
    await tab.goto(dayPath());
    await tab.locator('#entri').getByText(words).waitFor({ timeout: 25_000 });
    expect(await authors(words)).toEqual([{ email: first }]);
    await context.close();
  }, 90_000);

  test('is asked about before signing out', async () => {
    const words = `Catatan ${newId()}`;
    const { page, context } = await device.app.signedIn(first, { width: 'phone' });
    const release = await hold(context);
    await writeNote(page, words);
    await page.setViewportSize({ width: widths.desk, height: 860 });
    const leave = () => page.locator('.site-leave').click();
    await leave();
    const dialog = page.getByRole('dialog', { name: 'Ada yang belum terkirim' });
    await dialog.waitFor();
    expect(await dialog.getByText('1 catatan hari kunjungan belum terkirim').count()).toBe(1);
    for (const look of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme: look });
      expect(await axe(page)).toEqual([]);
      for (const width of ['phone', 'desk'] as const) {
        await page.setViewportSize({ width: widths[width], height: 800 });
        await picture(page, `keluar-${width}-${look}`);
      }
    }
    await dialog.getByRole('button', { name: 'Kirim sekarang, lalu keluar' }).click();
    await dialog.getByText('Belum semua terkirim').waitFor();
    await dialog.getByRole('button', { name: 'Batal' }).click();
    expect(new URL(page.url()).pathname).toBe(dayPath());

    await leave();
    await dialog.getByRole('button', { name: 'Simpan di perangkat ini, lalu keluar' }).click();
    await page.waitForURL('**/masuk?info=keluar');
    expect(await stored(page)).toBe('[]');
    await signIn(page, first);
    await page.goto(dayPath());
    await page.getByText('1 belum terkirim').waitFor();
    // Asked before the line is back: what goes by itself meanwhile is not asked about.
    await leave();
    await dialog.waitFor();
    await release();
    await dialog.getByRole('button', { name: 'Kirim sekarang, lalu keluar' }).click();
    await page.waitForURL('**/masuk?info=keluar');
    expect(await authors(words)).toEqual([{ email: first }]);
    await context.close();
  }, 90_000);

  test('goes when its writer gives it up', async () => {
    const words = `Catatan ${newId()}`;
    const { page, context } = await device.app.signedIn(first);
    const release = await hold(context);
    await writeNote(page, words);
    await page.locator('.site-leave').click();
    await page.getByRole('button', { name: 'Buang, lalu keluar' }).click();
    await page.waitForURL('**/masuk?info=keluar');
    await release();
    await signIn(page, first);
    await page.goto(dayPath());
    await page.locator('html[data-kept]').waitFor({ state: 'attached' });
    expect(await page.getByText('belum terkirim').count()).toBe(0);
    await context.close();
  }, 60_000);
});

describe('signing out', () => {
  const cleared = async (page: Page): Promise<string | undefined> => {
    const answer = page.waitForResponse((each) => new URL(each.url()).pathname === '/keluar');
    await page.locator('.site-leave').click();
    const headers = await (await answer).allHeaders();
    await page.waitForURL('**/masuk?info=keluar');
    return headers['clear-site-data'];
  };

  test('with nothing unsent empties the browser', async () => {
    const { page, context } = await device.app.signedIn(first);
    await page.goto(dayPath());
    await page.locator('html[data-kept]').waitFor({ state: 'attached' });
    expect(await cleared(page)).toBe('"cache", "storage"');
    const left = await page.evaluate(async () => ({
      pages: await caches.keys(),
      texts: Object.keys(localStorage),
      workers: (await navigator.serviceWorker.getRegistrations()).length,
    }));
    expect(left).toEqual({ pages: [], texts: [], workers: 0 });
    await context.close();
  }, 60_000);

  test('leaves alone what another has not sent', async () => {
    const words = `Tulisan ${newId()} yang menunggu`;
    const { page, context } = await device.app.signedIn(first);
    await typeText(page, '/praktik-baik/baru', '#context', words);
    await device.endSessions();
    await signIn(page, second);
    expect(await cleared(page)).toBe('"cache"');
    await signIn(page, first);
    await page.goto('/praktik-baik/baru');
    await take(page).click();
    expect(await page.locator('#context').inputValue()).toBe(words);
    await context.close();
  }, 60_000);

  test('works without script, and keeps what other scripts may have kept', async () => {
    const { page, context } = await device.app.signedIn(first, { script: false });
    expect(await cleared(page)).toBe('"cache"');
    await context.close();
  });
});
