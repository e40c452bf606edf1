import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { signedIn as account } from '../support/people.js';
import { confirmed, type Header, type ShownVisit } from '../support/visits.js';
import { axe, overflow, startBrowserApp, type BrowserApp } from './support/browser.js';

/** The guest's clock is an hour ahead of the host's. */
const email = 'petugas@bali.test';
let app: BrowserApp;
let guest: Header;
let host: Header;

beforeAll(async () => {
  app = await startBrowserApp();
  guest = await account(app, { email, role: 'officer', unit: 'lapas-kerobokan' });
  host = await account(app, { email: 'petugas@tuan.test', role: 'officer', unit: 'rutan-banjarnegara' });
}, 60_000);
afterAll(() => app.close());

/** A confirmed visit, 09.00–12.00 WIB, on a day of its own. */
const visit = (day: string): Promise<ShownVisit> =>
  confirmed(app, guest, host, {
    guestUnit: 'lapas-kerobokan',
    title: `Ketahanan pangan ${day}`,
    startsAt: `${day}T09:00:00+07:00`,
    endsAt: `${day}T12:00:00+07:00`,
  });

const column = (page: Page, name: string): Promise<string[]> =>
  page
    .locator(`.agenda-row input[name=${name}]`)
    .evaluateAll((fields) => fields.map((field) => (field as HTMLInputElement).value));

/** Opens the editor with the sessions of the half-day template: 15, 20, 40, … minutes. */
async function editor(day: string): Promise<{ page: Page; path: string; troubles: string[] }> {
  const path = `/kunjungan/${(await visit(day)).id}/acara`;
  const { page, troubles } = await app.signedIn(email);
  await page.goto(path);
  await page.getByText('Mulai dari templat').first().waitFor();
  await page.getByRole('button', { name: 'Studi tiru setengah hari' }).click();
  await page.locator('.agenda-row').nth(7).waitFor();
  expect((await column(page, 'from')).slice(0, 3)).toEqual(['09.00', '09.15', '09.35']);
  return { page, path, troubles };
}

test('Alt and the arrow keys move a row, with its times, its focus and what was unfolded', async () => {
  const { page, troubles } = await editor('2025-11-04');
  const titles = await column(page, 'title');
  const third = page.locator('#sesi-2');
  await third.locator('summary').click();
  await third.getByLabel('Catatan panitia').fill('Pengeras suara');
  await page.keyboard.press('Alt+ArrowUp');
  await page.locator('#sesi-1 details[open]').waitFor();
  expect((await column(page, 'title')).slice(0, 3)).toEqual([titles[0], titles[2], titles[1]]);
  expect((await column(page, 'from')).slice(0, 4)).toEqual(['09.00', '09.15', '09.55', '10.15']);
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('sesi-1-note');
  expect(await page.locator('details.agenda-details[open]').count()).toBe(1);
  expect(await page.locator('#susunan-kabar').innerText()).toContain('urutan ke-2 dari 8');
  await page.keyboard.press('Alt+ArrowDown');
  await page.locator('#sesi-2 details[open]').waitFor();
  expect(await column(page, 'title')).toEqual(titles);
  expect(await page.locator('#sesi-2-note').inputValue()).toBe('Pengeras suara');
  expect(troubles).toEqual([]);
});

test('a row that is dragged takes its place, and the times between shift along', async () => {
  const { page, troubles } = await editor('2025-11-05');
  const titles = await column(page, 'title');
  await page.setViewportSize({ width: 1280, height: 2600 });
  await page.locator('#sesi-0 summary').click();
  const middleOf = async (selector: string) => {
    const box = await page.locator(selector).boundingBox();
    if (!box) throw new Error(`${selector} is not there`);
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  };
  const from = await middleOf('#sesi-0 .agenda-handle');
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  const isBefore = (row: string): Promise<boolean> =>
    page.evaluate((selector) => {
      const [other, dragged] = [selector, '#sesi-0'].map((each) => document.querySelector(each));
      const place = other && dragged ? other.compareDocumentPosition(dragged) : 0;
      return (place & Node.DOCUMENT_POSITION_FOLLOWING) === 0;
    }, row);
  // Rows make room while one is dragged over them, so each is aimed at where it then is, until it has given way.
  for (const row of ['#sesi-1', '#sesi-2']) {
    for (let nudge = 0; nudge < 20 && (await isBefore(row)); nudge++) {
      const { y } = await middleOf(row);
      await page.mouse.move(from.x + (nudge % 2), y + 20, { steps: 8 });
    }
  }
  await page.mouse.up();
  await page.locator('#sesi-semua[data-said]').waitFor();
  expect((await column(page, 'title')).slice(0, 4)).toEqual([titles[1], titles[2], titles[0], titles[3]]);
  expect((await column(page, 'from')).slice(0, 4)).toEqual(['09.00', '09.20', '10.00', '10.15']);
  await page.locator('#sesi-2 details[open]').waitFor();
  expect(troubles).toEqual([]);
});

test('both clocks are shown, conflicts stand beside their rows, and what is saved is read back', async () => {
  const { page, path, troubles } = await editor('2025-11-06');
  expect(await page.getByText('Di tempat Anda: Kamis, 6 November 2025, pukul 10.00–13.00 WITA').count()).toBe(
    1,
  );
  expect(await page.locator('#sesi-0-until').innerText()).toContain('Di tempat Anda: 10.00–10.15 WITA');
  await page.locator('#sesi-0-minutes').fill('45');
  await page.locator('#sesi-0-minutes').press('Tab');
  await page.waitForFunction(
    () => (document.getElementById('sesi-1-from') as HTMLInputElement).value === '09.45',
  );
  expect(await page.locator('#sesi-0-until').innerText()).toContain('10.00–10.45 WITA');
  // What now ends after the visit is called so, beside its row.
  await page.locator('#sesi-7-faults .agenda-fault').waitFor();
  expect(await page.locator('#sesi-0-faults .agenda-fault').count()).toBe(0);
  await page.locator('#sesi-0-minutes').fill('15');
  await page.locator('#sesi-0-minutes').press('Tab');
  await page.locator('#sesi-7-faults .agenda-fault').waitFor({ state: 'detached' });
  await page.locator('#sesi-0-title').fill('Apel pagi');
  expect([await axe(page), await overflow(page)]).toEqual([[], 0]);
  await page.getByRole('button', { name: 'Simpan', exact: true }).last().click();
  await page.waitForURL('**/acara?info=disimpan');
  await page.goto(path);
  expect((await column(page, 'title'))[0]).toBe('Apel pagi');
  expect((await column(page, 'from')).slice(0, 2)).toEqual(['09.00', '09.15']);
  expect(troubles).toEqual([]);
});

test('an agenda to write waits on the start page of both sides until it is published', async () => {
  const { id } = await visit('2025-10-30');
  const title = 'Ketahanan pangan 2025-10-30';
  const { page } = await app.signedIn(email);
  const task = page.locator('.task', { hasText: title });
  await page.goto('/');
  expect(await task.innerText()).toContain('pukul 09.00–12.00 WIB (di tempat Anda 10.00–13.00 WITA)');
  await task.getByRole('link', { name: /Susun dan terbitkan susunan acara/ }).click();
  await page.waitForURL(`**/kunjungan/${id}/acara`);
  await page.getByRole('button', { name: 'Studi tiru setengah hari' }).click();
  await page.locator('.agenda-row').nth(7).waitFor();
  await page.goto('/');
  expect(await task.count()).toBe(1);
  const colleague = await app.signedIn('petugas@tuan.test');
  await colleague.page.goto('/');
  expect(await colleague.page.locator('.task', { hasText: title }).count()).toBe(1);
  await page.goto(`/kunjungan/${id}/acara`);
  await page.getByRole('button', { name: 'Simpan dan terbitkan' }).click();
  await page.waitForURL('**/acara?info=terbit');
  for (const each of [page, colleague.page]) {
    await each.goto('/');
    expect(await each.locator('.task', { hasText: title }).count()).toBe(0);
  }
});
