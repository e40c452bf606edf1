import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { signedIn, usualPeople } from '../support/people.js';
import { confirmed, step, type Header, type ShownVisit } from '../support/visits.js';
import { axe, picture, startBrowserApp, type BrowserApp } from './support/browser.js';

let app: BrowserApp;
let guest: Header;
let farVisit: ShownVisit;
const MONTH = '/kalender?bulan=2025-10';

beforeAll(async () => {
  app = await startBrowserApp();
  const people = await usualPeople(app);
  guest = people.guest;
  await confirmed(app, guest, people.host, { title: 'Belajar kebun' });
  const bali = await signedIn(app, {
    email: 'petugas@bali.test',
    role: 'officer',
    unit: 'lapas-kerobokan',
  });
  farVisit = await confirmed(app, bali, people.host, {
    title: 'Dari Bali',
    guestUnit: 'lapas-kerobokan',
    startsAt: '2025-10-28T09:00:00+07:00',
    endsAt: '2025-10-28T11:00:00+07:00',
  });
}, 60_000);
afterAll(() => app.close());

const eventOf = (page: Page, title: string): Locator => page.locator('.fc-event', { hasText: title });
const dialogOf = (page: Page): Locator => page.locator('dialog[open]');

test('a calendar takes the place of the list, and a drag asks before anything is sent', async () => {
  const { page, troubles } = await app.signedIn('petugas@tamu.test');
  await page.goto(MONTH);
  const event = eventOf(page, 'Belajar kebun');
  await event.waitFor();
  await picture(page, 'kalender');
  expect(await page.locator('#kalender-daftar').isVisible()).toBe(false);
  await event.dragTo(page.locator('[data-date="2025-10-29"]'));
  await dialogOf(page).getByText('Rabu, 29 Oktober 2025, pukul 09.00–12.00 WIB').waitFor();
  await page.getByText('Jangan pindahkan').click();
  expect(await dialogOf(page).count()).toBe(0);
  expect(troubles).toEqual([]);
});

test('what the server refuses is read in the dialog, and the visit stands where it stood', async () => {
  const { page, troubles } = await app.signedIn('petugas@bali.test');
  await page.goto(MONTH);
  await eventOf(page, 'Dari Bali').dragTo(page.locator('[data-date="2025-10-29"]'));
  await dialogOf(page).waitFor();
  // Meanwhile the host moves it, so that the question is about a visit that has changed.
  const host = await app.signIn('petugas@tuan.test', 'kata-sandi-uji-coba');
  await step(app, host, farVisit, 'reschedule', {
    startsAt: '2025-11-04T09:00:00+07:00',
    endsAt: '2025-11-04T11:00:00+07:00',
    reason: 'Ada upacara',
  });
  await dialogOf(page).getByLabel('Alasan').fill('Penerbangan berubah');
  await dialogOf(page).getByText('Kirim usulan').click();
  await dialogOf(page).getByRole('alert').waitFor();
  expect(await dialogOf(page).getByLabel('Alasan').inputValue()).toBe('Penerbangan berubah');
  await page.getByText('Jangan pindahkan').click();
  expect(await page.locator('[data-date="2025-10-28"] .fc-event', { hasText: 'Dari Bali' }).count()).toBe(1);
  expect(await page.locator('[data-date="2025-10-29"] .fc-event', { hasText: 'Dari Bali' }).count()).toBe(0);
  expect(troubles).toEqual([]);
});

test('in a week a visit is made longer, after the same question', async () => {
  const { page, troubles } = await app.signedIn('petugas@tamu.test');
  await page.goto(`${MONTH}&tampilan=minggu`);
  for (let week = 0; week < 2 && (await eventOf(page, 'Belajar kebun').count()) === 0; week++) {
    await page.getByRole('button', { name: 'Berikutnya' }).click();
    await page.waitForLoadState('networkidle');
  }
  const event = eventOf(page, 'Belajar kebun');
  await page.locator('.fc-timegrid-slot-lane[data-time="15:00:00"]').scrollIntoViewIfNeeded();
  await event.hover();
  const edge = await event.locator('.fc-event-resizer-end').boundingBox();
  const hour = await page.locator('.fc-timegrid-slot-lane[data-time="13:00:00"]').boundingBox();
  if (!edge || !hour) throw new Error('Nothing to drag by');
  const across = edge.x + edge.width / 2;
  await page.mouse.move(across, edge.y + edge.height / 2);
  await page.mouse.down();
  // To the half hour that ends at 13.00.
  await page.mouse.move(across, hour.y - 12, { steps: 8 });
  await page.mouse.up();
  await dialogOf(page).getByText('Kamis, 30 Oktober 2025, pukul 09.00–13.00 WIB').waitFor();
  await picture(page, 'kalender-minggu');
  expect(await axe(page)).toEqual([]);
  expect(troubles).toEqual([]);
});

test('without a mouse a visit is opened, where its move is proposed', async () => {
  const { page } = await app.signedIn('petugas@tamu.test');
  await page.goto(MONTH);
  const event = eventOf(page, 'Belajar kebun');
  await event.focus();
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/kunjungan\/[\w-]+$/);
  expect(await page.getByText('Usulkan perubahan jadwal').count()).toBeGreaterThan(0);
});
