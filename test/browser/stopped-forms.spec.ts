import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { setTimeout } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { axe, overflow, picture, signIn, widths } from './support/browser.js';
import { first, second, sharedDevice, type SharedDevice } from './support/shared-device.js';

let device: SharedDevice;

beforeAll(async () => {
  device = await sharedDevice();
}, 90_000);
afterAll(() => device.app.close());

const SAVE = 'main form[action="/akun"] .btn-primary';
const positionOf = async (): Promise<string | null | undefined> =>
  (
    await device.app.database.query<{ position: string | null }>(
      'SELECT position FROM person WHERE email = $1',
      [first],
    )
  )[0]?.position;

interface Seen {
  awaiting: boolean[];
  position: string;
}

/**
 * Has the page stop what it waits for a second after a form was sent, and note whether it waited before and after. It does so
 * by itself: Playwright's own calls wait for the next page.
 */
const stopByItself = (page: Page, how: string): Promise<void> =>
  page.evaluate((kind) => {
    const noted: Seen = { awaiting: [], position: '' };
    const isAwaiting = () =>
      document.querySelector('form[data-sent]') !== null && document.querySelector('.progress-line') !== null;
    const note = () => noted.awaiting.push(isAwaiting());
    addEventListener('submit', () => {
      if (noted.awaiting.length > 0) return;
      globalThis.setTimeout(() => {
        note();
        if (kind.includes('Escape')) document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
        else window.stop();
        globalThis.setTimeout(() => {
          note();
          noted.position = document.querySelector<HTMLInputElement>('#position')?.value ?? '';
          window.stop();
          document.documentElement.dataset['noted'] = JSON.stringify(noted);
        }, 300);
      }, 1000);
    });
  }, how);

describe('a form whose sending was stopped', () => {
  test.each(['by the Escape key', 'by the browser'])(
    '%s can be sent again',
    async (how) => {
      const words = `Penelaah ${how}`;
      const { page, context } = await device.app.signedIn(first);
      await page.goto('/akun');
      await page.locator('#position').fill(words);
      await stopByItself(page, how);
      let held = 0;
      await page.route('**/akun', (route) => {
        if (route.request().method() !== 'POST' || held++ > 0) return route.continue();
        // Never answered.
        return undefined;
      });
      await page.locator(SAVE).dispatchEvent('click');
      await setTimeout(2_500);
      const noted = await page.evaluate(() => document.documentElement.dataset['noted'] ?? '');
      expect(JSON.parse(noted)).toEqual({ awaiting: [true, false], position: words });
      await page.locator(SAVE).click();
      await page.waitForURL('**/akun?info=*');
      expect(await positionOf()).toBe(words);
      await context.close();
    },
    60_000,
  );

  test('by a line that is gone says so, keeps all, and is sent when there is one', async () => {
    const { page, context } = await device.app.signedIn(first);
    await page.goto('/akun');
    await page.locator('#position').fill('Penelaah tanpa sambungan');
    await context.setOffline(true);
    await page.locator(SAVE).click();
    const news = page
      .getByRole('alert')
      .filter({ hasText: 'Tidak ada sambungan, jadi isian Anda belum terkirim' });
    await news.waitFor();
    expect(await page.locator('#position').inputValue()).toBe('Penelaah tanpa sambungan');
    for (const look of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme: look });
      for (const width of ['phone', 'desk'] as const) {
        await page.setViewportSize({ width: widths[width], height: 800 });
        expect(await overflow(page)).toBe(0);
        await picture(page, `tanpa-sambungan-${width}-${look}`);
      }
    }
    await context.setOffline(false);
    await news.waitFor({ state: 'detached' });
    await page.locator(SAVE).click();
    await page.waitForURL('**/akun?info=*');
    expect(await positionOf()).toBe('Penelaah tanpa sambungan');
    await context.close();
  }, 60_000);
});

/** What refreshes itself: a page, and what one does to have a part of it asked for. */
const refreshing: [name: string, path: () => string, field: string][] = [
  ['the times of a booking', () => '/kunjungan/baru?tuan=rutan-banjarnegara', '#title'],
  ['the week of a unit', () => '/upt/bapas-purwokerto/ubah', '#senin'],
];

const TEXT = 'form[data-refresh] :is(input[type=text], input[type=search], textarea)';

/** Types into all fields of text of a form that refreshes itself, as somebody quick does, and notes the next answer. */
const typeEverywhere = (page: Page): Promise<string[]> =>
  page.evaluate((selector) => {
    document.addEventListener('refreshed', () => (document.documentElement.dataset['refreshed'] = 'yes'));
    const fields = document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(selector);
    return [...fields].map((field, index) => {
      field.value = `Diketik ${index}`;
      field.dispatchEvent(new Event('input', { bubbles: true }));
      return `${field.name} ${field.value}`;
    });
  }, TEXT);

const heldBy = (page: Page): Promise<string[]> =>
  page
    .locator(TEXT)
    .evaluateAll((fields) =>
      fields.map((field) => `${field.getAttribute('name')} ${(field as HTMLInputElement).value}`),
    );

describe('what refreshes itself', () => {
  test.each(refreshing)(
    'says when there is no line, and is quiet again: %s',
    async (_, path, field) => {
      const { page, context } = await device.app.signedIn(first);
      await page.goto(path());
      await context.setOffline(true);
      await page.locator(field).fill('08.00–11.00');
      await page.getByText('Tidak ada sambungan, jadi bagian halaman ini belum diperbarui').waitFor();
      await context.setOffline(false);
      await page.locator(field).fill('08.00–12.00');
      await page.locator('[data-line-news]').waitFor({ state: 'detached' });
      await context.close();
    },
    60_000,
  );

  test.each(refreshing)(
    'says that the session ended, with the way to sign in: %s',
    async (_, path, field) => {
      const { page, context } = await device.app.signedIn(first);
      await page.goto(path());
      await device.endSessions();
      await page.locator(field).fill('08.00–11.00');
      const news = page.getByRole('alert').filter({ hasText: 'Sesi Anda sudah berakhir' });
      await news.waitFor();
      expect(await axe(page)).toEqual([]);
      await picture(page, `sesi-berakhir-${field.slice(1)}`);
      const [tab] = await Promise.all([context.waitForEvent('page'), news.getByRole('link').click()]);
      await signIn(tab, first, false);
      await page.locator(field).fill('08.00–12.00');
      await news.waitFor({ state: 'detached' });
      expect(await page.locator(field).inputValue()).toBe('08.00–12.00');
      await context.close();
    },
    60_000,
  );

  test.each([
    ['a booking', () => '/kunjungan/baru?tuan=rutan-banjarnegara'],
    ['a meeting that repeats', () => '/kunjungan/baru?tuan=rutan-banjarnegara&kind=coordination'],
    ['an agenda', () => `/kunjungan/${device.visit.id}/acara`],
    ['the week of a unit', () => '/upt/bapas-purwokerto/ubah'],
    ['periods', () => '/upt/bapas-purwokerto/masa'],
    ['promises', () => '/tindak-lanjut'],
    ['notes', () => '/praktik-baik'],
  ] as [string, () => string][])(
    'keeps what was typed while its answer was on its way: %s',
    async (_, path) => {
      const { page, context, troubles } = await device.app.signedIn(first);
      await page.goto(path());
      if ((await page.locator(TEXT).count()) === 0) {
        await page.getByRole('button', { name: 'Tambah sesi' }).click();
        await page.locator(TEXT).first().waitFor();
      }
      const add = page.getByRole('button', { name: 'Tambah sesi' });
      // An agenda asks by its buttons alone.
      const asks =
        (await add.count()) > 0
          ? () => add.click()
          : () => page.locator(TEXT).first().dispatchEvent('input', { bubbles: true });
      let release = (): void => undefined;
      const arrived = new Promise<void>((arrive) => {
        void page.route(
          (url) => url.origin === device.app.url,
          async (route) => {
            if (route.request().resourceType() !== 'fetch') return route.continue();
            const response = await route.fetch();
            arrive();
            await new Promise<void>((resolve) => (release = resolve));
            return route.fulfill({ response });
          },
        );
      });
      await asks();
      await arrived;
      const typed = await typeEverywhere(page);
      release();
      await page.waitForFunction(() => document.documentElement.dataset['refreshed'] === 'yes');
      expect((await heldBy(page)).slice(0, typed.length)).toEqual(typed);
      expect(troubles).toEqual([]);
      await page.unrouteAll({ behavior: 'ignoreErrors' });
      await context.close();
    },
    60_000,
  );

  test('says when somebody else signed in, and when the server is in trouble', async () => {
    const { page, context } = await device.app.signedIn(first);
    await page.goto('/kunjungan/baru?tuan=rutan-banjarnegara');
    await page.route('**/kunjungan/baru*', (route) => route.fulfill({ status: 503, body: '' }));
    await page.locator('#title').fill('Satu');
    await page.getByText('Server sedang bermasalah').waitFor();
    await page.unroute('**/kunjungan/baru*');
    await device.endSessions();
    const tab = await context.newPage();
    await signIn(tab, second);
    await page.locator('#title').fill('Dua');
    await page.getByText('Orang lain sedang masuk di peramban ini').waitFor();
    await context.close();
  }, 60_000);

  test('takes the page of a network that asks to sign in first for no answer', async () => {
    const { page, context } = await device.app.signedIn(first);
    await page.goto('/kunjungan/baru?tuan=rutan-banjarnegara');
    await page.route('**/kunjungan/baru*', (route) =>
      route.fulfill({ status: 200, contentType: 'text/html', body: '<p>Selamat datang di hotel</p>' }),
    );
    await page.locator('#title').fill('Satu');
    await page.getByText('Tidak ada sambungan').waitFor();
    await context.close();
  }, 60_000);
});
