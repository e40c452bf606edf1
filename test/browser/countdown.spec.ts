import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { usualPeople } from '../support/people.js';
import { confirmed, type ShownVisit } from '../support/visits.js';
import { startBrowserApp, type BrowserApp } from './support/browser.js';

const MINUTE = 60_000;
const email = 'petugas@tamu.test';
let app: BrowserApp;
let visit: ShownVisit;

beforeAll(async () => {
  app = await startBrowserApp();
  const { guest, host } = await usualPeople(app);
  visit = await confirmed(app, guest, host);
}, 60_000);
afterAll(() => app.close());

const said = (page: Page): Promise<string> => page.locator('time.countdown').innerText();

/** The server's clock; the device's is left where it is. */
const at = (time: string) => app.clock.set(new Date(`2025-10-30T${time}:00+07:00`));

test('on each page that counts down the words follow the server’s clock, minute by minute', async () => {
  const { page, troubles } = await app.signedIn(email);
  await page.clock.install();
  for (const path of ['/', '/kunjungan', `/kunjungan/${visit.id}`]) {
    at('07:59');
    await page.goto(path);
    expect([path, await said(page)]).toEqual([path, 'hari ini, 1 jam lagi']);
    await page.clock.runFor(2 * MINUTE);
    expect([path, await said(page)]).toEqual([path, '59 menit lagi']);
    await page.clock.runFor(59 * MINUTE);
    expect([path, await said(page)]).toEqual([path, 'sedang berlangsung']);
    await page.clock.runFor(180 * MINUTE);
    expect([path, await page.locator('time.countdown').isVisible()]).toEqual([path, false]);
    expect(await page.locator('[aria-live] time, [role=status] time').count()).toBe(0);
  }
  expect(troubles).toEqual([]);
});

test('a word is written no more than once a minute', async () => {
  const { page } = await app.signedIn(email);
  await page.clock.install();
  at('08:30');
  await page.goto('/kunjungan');
  await page.evaluate(() => {
    const time = document.querySelector('time.countdown') as HTMLElement;
    new MutationObserver(() => {
      time.dataset['written'] = String(Number(time.dataset['written'] ?? 0) + 1);
    }).observe(time, { childList: true });
  });
  await page.clock.runFor(5 * MINUTE);
  expect(Number(await page.locator('time.countdown').getAttribute('data-written'))).toBeLessThanOrEqual(6);
  expect(await said(page)).toBe('25 menit lagi');
});

test('without script the server’s words stay', async () => {
  const { page } = await app.signedIn(email, { script: false });
  at('08:30');
  await page.goto(`/kunjungan/${visit.id}`);
  expect(await said(page)).toBe('30 menit lagi');
});
