import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { CDPSession, Page } from 'playwright-core';
import { eventually } from '../support/embedded.js';
import { newId } from '../../src/platform/text/tokens.js';
import { axe, picture, signIn } from './support/browser.js';
import { badge, dayDevice, holdNotes, UNSENT, writeNote, type DayDevice } from './support/day-device.js';
import { first, second } from './support/shared-device.js';

let device: DayDevice;

beforeAll(async () => {
  device = await dayDevice();
}, 90_000);
afterEach(() => device.end());
afterAll(() => device.app.close());

/** Wakes the worker as a browser does that has a line again. */
async function wakeWorker(page: Page): Promise<void> {
  const session: CDPSession = await page.context().newCDPSession(page);
  const registration = new Promise<string>((resolve) => {
    session.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const own = registrations.find(({ scopeURL }) => scopeURL.endsWith('/kunjungan/'));
      if (own) resolve(own.registrationId);
    });
  });
  await session.send('ServiceWorker.enable');
  await session.send('ServiceWorker.dispatchSyncEvent', {
    origin: device.app.url,
    registrationId: await registration,
    tag: 'sambang-kirim',
    lastChance: false,
  });
  await session.detach();
}

describe('what was entered without a line', () => {
  test('leaves from any other page once the line is back, and is counted until then', async () => {
    const words = `Catatan ${newId()}`;
    const { page, context } = await device.begin();
    await context.setOffline(true);
    await writeNote(page, words);
    expect((await badge(page).textContent())?.trim()).toBe('1 catatan menunggu dikirim');
    const release = await holdNotes(context);
    await context.setOffline(false);
    await page.goto('/upt');
    await badge(page).waitFor();
    expect((await badge(page).textContent())?.trim()).toBe('1 catatan menunggu dikirim');
    await page.goto('/');
    await page.getByText('1 catatan belum terkirim dari perangkat ini').waitFor();
    expect(await device.stored(words)).toEqual([]);
    await release();
    await page.goto('/praktik-baik');
    await device.untilStored(page, words);
    await badge(page).waitFor({ state: 'detached' });
  }, 60_000);

  test('leaves from a page that stands open when the line comes back', async () => {
    const words = `Catatan ${newId()}`;
    const { page, context } = await device.begin();
    const tab = await context.newPage();
    await tab.goto('/');
    await context.setOffline(true);
    await writeNote(page, words);
    await page.close();
    await context.setOffline(false);
    await device.untilStored(tab, words);
    await tab.getByText('Semua catatan dari perangkat ini sudah terkirim.').waitFor();
    await badge(tab).waitFor({ state: 'detached' });
  }, 60_000);

  test('leaves once, also from two pages at a time', async () => {
    const words = [1, 2, 3].map(() => `Catatan ${newId()}`);
    const { page, context } = await device.begin();
    // Listened to from the beginning: any page may be the one that sends once it can. What was held has no answer.
    const asked: string[] = [];
    context.on('requestfinished', (request) => {
      if (request.url().endsWith('/hari-ini/catatan')) asked.push(request.postData() ?? '');
    });
    const release = await holdNotes(context);
    for (const each of words) await writeNote(page, each);
    await release();
    const tabs = await Promise.all([context.newPage(), context.newPage()]);
    await Promise.all(tabs.map((tab) => tab.goto('/')));
    for (const each of words) await device.untilStored(page, each);
    // The page of the day, which did not send them, shows what the server has.
    for (const each of words) await page.locator('#entri').getByText(each).waitFor();
    await page.locator('#kiriman:empty').waitFor({ state: 'attached' });
    // The browser tells of an answer after the server has stored what it answers.
    await eventually(async () => expect(asked.length).toBeGreaterThanOrEqual(words.length));
    const sent = asked.map((body) => new URLSearchParams(body).get('text') ?? '');
    expect(sent).toEqual(words);
  }, 60_000);

  test('is sent by the worker when the browser says that there is a line', async () => {
    const words = `Catatan ${newId()}`;
    const { page, context } = await device.begin();
    await context.setOffline(true);
    await writeNote(page, words);
    // A page of nobody's sends nothing; it only keeps the browser open.
    const other = await context.newPage();
    await page.close();
    await context.setOffline(false);
    await other.goto('/aset/none').catch(() => undefined);
    expect(await device.stored(words)).toEqual([]);
    await wakeWorker(other);
    await device.untilStored(other, words);
  }, 60_000);

  test('stays when the session ended, and says what to do', async () => {
    const words = `Catatan ${newId()}`;
    const { page, context } = await device.begin();
    const tab = await context.newPage();
    await tab.goto('/upt');
    const release = await holdNotes(context);
    await writeNote(page, words);
    await device.endSessions();
    await release();
    await tab.bringToFront();
    await tab.evaluate(() => window.dispatchEvent(new Event('online')));
    const link = tab.getByRole('link', { name: 'Masuk lagi untuk mengirim 1 catatan' });
    await link.waitFor();
    expect(await axe(tab)).toEqual([]);
    await picture(tab, 'belum-terkirim-masuk-lagi');
    expect(await device.stored(words)).toEqual([]);
    await page.close();
    await link.click();
    await signIn(tab, first, false);
    expect(new URL(tab.url()).pathname).toBe('/upt');
    await device.untilStored(tab, words);
  }, 60_000);

  test('is neither counted for, nor shown to, nor sent by the next who signs in', async () => {
    const words = `Catatan ${newId()}`;
    const { page, context } = await device.begin();
    const release = await holdNotes(context);
    await writeNote(page, words);
    await page.locator('.site-leave').click();
    const dialog = page.getByRole('dialog', { name: 'Ada yang belum terkirim' });
    await dialog.getByRole('button', { name: 'Simpan di perangkat ini, lalu keluar' }).click();
    await page.waitForURL('**/masuk?info=keluar');
    await release();
    await signIn(page, second);
    for (const path of ['/', '/upt', UNSENT, device.dayPath]) {
      await page.goto(path);
      await page.waitForLoadState('networkidle');
      expect(await badge(page).count()).toBe(0);
      expect(await page.content()).not.toContain(words);
    }
    expect(await device.stored(words)).toEqual([]);
    await context.clearCookies();
    await signIn(page, first);
    await device.untilStored(page, words);
  }, 60_000);
});

test('what stands is what the page shows after sending', async () => {
  const { page, context } = await device.begin();
  await context.setOffline(true);
  const present = page.getByRole('button', { name: 'Sari: hadir', exact: true });
  await present.click();
  await page.getByText('1 belum terkirim').waitFor();
  expect(await present.getAttribute('aria-pressed')).toBe('true');
  // A colleague saw it better, later.
  await device.app.database.query(
    `UPDATE visit_participant SET attendance = 'absent', attendance_at = $2,
       attendance_by = (SELECT id FROM person WHERE email = $3) WHERE visit_id = $1`,
    [device.visit.id, new Date(device.app.clock.now().getTime() + 60_000), second],
  );
  await context.setOffline(false);
  await page.getByText(`Sari: yang berlaku “tidak hadir”, dicatat Petugas ${second} lebih baru`).waitFor();
  expect(await present.getAttribute('aria-pressed')).toBe('false');
  const absent = page.getByRole('button', { name: 'Sari: tidak hadir' });
  expect(await absent.getAttribute('aria-pressed')).toBe('true');
  await picture(page, 'hari-ini-yang-berlaku');
}, 60_000);

test('the page of what waits opens without a line', async () => {
  const words = `Catatan ${newId()}`;
  const { page, context } = await device.begin('phone');
  await context.setOffline(true);
  await writeNote(page, words);
  await badge(page).click();
  await page.getByRole('heading', { name: 'Belum terkirim dari perangkat ini' }).waitFor();
  await page.getByText(words).waitFor();
  await context.setOffline(false);
  await device.untilStored(page, words);
  await page.getByText('Tidak ada yang menunggu').waitFor();
}, 60_000);
