import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Database } from '../../src/platform/database/database.js';
import { signedIn, usualPeople } from '../support/people.js';
import { confirmed } from '../support/visits.js';
import { axe, overflow, picture, startBrowserApp, type BrowserApp } from './support/browser.js';

let app: BrowserApp;
const MONTH = '/kalender?bulan=2025-10';
const HOST_TIME = 'Tuan rumah: 09.00–12.00 WIB';

beforeAll(async () => {
  app = await startBrowserApp();
  const { host } = await usualPeople(app);
  const bali = await signedIn(app, { email: 'petugas@bali.test', role: 'officer', unit: 'lapas-kerobokan' });
  await confirmed(app, bali, host, { title: 'Belajar kebun', guestUnit: 'lapas-kerobokan' });
  await app.app
    .get(Database)
    .query(
      `INSERT INTO closed_day (unit, date, reason) VALUES ('rutan-banjarnegara', '2025-10-24', 'Aula diperbaiki')`,
    );
  await app.app
    .get(Database)
    .query(
      `INSERT INTO holiday (date, name, kind) VALUES ('2025-10-22', 'Hari Santri (uji)', 'public-holiday')`,
    );
}, 60_000);
afterAll(() => app.close());

test('a month and a week show holidays, days a host is closed, and days without hours', async () => {
  const { page, troubles } = await app.signedIn('petugas@bali.test');
  await page.goto(MONTH);
  await page.getByText('Hari Santri (uji)').first().waitFor();
  expect(await page.getByText('Aula diperbaiki').count()).toBe(0);
  await page.getByLabel('Dengan UPT').selectOption('rutan-banjarnegara');
  await page.getByRole('button', { name: 'Tampilkan' }).click();
  const day = page.locator('[data-date="2025-10-24"]');
  await day.getByText('Aula diperbaiki').waitFor();
  expect(await page.locator('[data-date="2025-10-25"]').getByText('Tutup').count()).toBe(1);
  expect(await page.locator('#hari-libur').innerText()).toContain(
    'Setiap Sabtu dan Minggu: tidak menerima kunjungan',
  );
  await picture(page, 'kalender-hari-tutup');
  await page.getByRole('button', { name: 'Minggu', exact: true }).click();
  await page.locator('.fc-timegrid').getByText('Aula diperbaiki').first().waitFor();
  expect([await axe(page), troubles]).toEqual([[], []]);
});

test('the time of the host stands beside the reader’s own, in every view', async () => {
  const { page } = await app.signedIn('petugas@bali.test');
  for (const view of ['bulan', 'daftar']) {
    await page.goto(`${MONTH}&tampilan=${view}`);
    await page.locator('.fc-event', { hasText: HOST_TIME }).waitFor();
    expect(await page.locator('.fc-event', { hasText: '10.00' }).count()).toBe(1);
  }
});

test('on a phone, in the dark, the calendar is a list that fits, each time said once', async () => {
  const { page, troubles } = await app.signedIn('petugas@tuan.test', { width: 'phone', look: 'dark' });
  await page.goto(`${MONTH}&keadaan=confirmed`);
  const row = page.locator('.fc-list-event', { hasText: 'Belajar kebun' });
  await row.waitFor();
  expect((await row.innerText()).match(/09\.00/g)).toHaveLength(1);
  await page.locator('.fc-list-event', { hasText: 'Aula diperbaiki' }).waitFor();
  expect(await page.getByLabel('Dengan UPT').isVisible()).toBe(false);
  await page.getByText('Saring (1 aktif)').click();
  expect(await page.getByLabel('Dengan UPT').isVisible()).toBe(true);
  await picture(page, 'kalender-hp');
  expect([await overflow(page), await axe(page), troubles]).toEqual([0, [], []]);
});
