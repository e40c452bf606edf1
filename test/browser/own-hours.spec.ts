import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { events } from '../support/feeds.js';
import { signedIn as account } from '../support/people.js';
import { axe, overflow, picture, startBrowserApp, type BrowserApp } from './support/browser.js';

const email = 'petugas@tamu.test';
const host = 'petugas@tuan.test';
const WORDS =
  'Senin, 3 November 2025, pukul 13.00–16.00 WIB; Selasa, 4 November 2025, pukul 09.00–15.00 WIB; ' +
  'Rabu, 5 November 2025, pukul 08.00–11.30 WIB';
let app: BrowserApp;

beforeAll(async () => {
  app = await startBrowserApp();
  await account(app, { email, role: 'officer', unit: 'bapas-purwokerto' });
  await account(app, { email: host, role: 'officer', unit: 'rutan-banjarnegara' });
}, 60_000);
afterAll(() => app.close());

test('on a phone without script three days with hours of their own are asked for, planned by templates, and exported', async () => {
  const { page } = await app.signedIn(email, { script: false, width: 'phone' });
  await page.goto('/kunjungan/baru?tuan=rutan-banjarnegara');
  await page.getByLabel('Judul').fill('Magang kebun');
  await page.getByLabel('Maksud dan tujuan').fill('Ikut bekerja di kebun.');
  await page.getByLabel('Tentukan sendiri').check();
  await page.getByLabel(/^Tanggal(?! surat)/).fill('3 November 2025');
  await page.getByLabel(/^Sampai hari/).fill('5 November 2025');
  await page.getByLabel(/^Mulai/).fill('09.00');
  await page.getByLabel(/^Selesai/).fill('15.00');
  await page.getByText('Ada hari dengan jam lain?').click();
  await page.getByLabel(/^Hari dengan jam lain/).fill('3 November 13.00–16.00\n6 November 08.00–11.30');
  await page.getByRole('button', { name: 'Perbarui tinjauan' }).click();
  await page.getByText('6 November 2025 bukan hari kunjungan ini').first().waitFor();
  await page.getByLabel(/^Hari dengan jam lain/).fill('3 November 13.00–16.00\n5 November 08.00–11.30');
  await page.getByRole('button', { name: 'Perbarui tinjauan' }).click();
  await page.getByText(`pada ${WORDS}`).first().waitFor();
  expect(await overflow(page)).toBe(0);
  await page.getByRole('button', { name: 'Kirim permintaan' }).click();
  await page.waitForURL('**/kunjungan/*?info=diajukan');
  await page.getByText(WORDS).first().waitFor();
  const path = new URL(page.url()).pathname;

  const officer = await app.signedIn(host, { width: 'phone' });
  await officer.page.goto(path);
  await officer.page.locator('summary', { hasText: 'Usulkan waktu lain' }).click();
  expect(await officer.page.getByLabel(/^Hari dengan jam lain/).inputValue()).toBe(
    '4 November 2025 09.00–15.00\n5 November 2025 08.00–11.30',
  );
  expect([await axe(officer.page), await overflow(officer.page)]).toEqual([[], 0]);
  await officer.page
    .getByRole('button', { name: /^Terima/ })
    .first()
    .click();
  await officer.page.waitForURL('**/kunjungan/*?info=accept');
  await officer.page.goto(`${path}/acara`);
  await officer.page.getByRole('button', { name: 'Studi tiru setengah hari' }).click();
  await officer.page.waitForURL('**/acara?info=templat');
  await officer.page.locator('summary', { hasText: 'Ganti dengan templat' }).click();
  expect([await axe(officer.page), await overflow(officer.page)]).toEqual([[], 0]);
  await officer.page
    .getByLabel('Untuk hari')
    .selectOption({ label: 'Selasa, 4 November 2025, pukul 09.00–15.00 WIB' });
  await officer.page.getByRole('button', { name: 'Studi tiru sehari penuh' }).click();
  await officer.page.waitForURL('**/acara?info=templat');
  await officer.page.getByRole('button', { name: 'Simpan dan terbitkan' }).click();
  await officer.page.waitForURL('**/acara?info=terbit');
  expect(officer.troubles).toEqual([]);

  const file = await officer.page.request.get(`/api${path.replace('kunjungan', 'visits')}/invite.ics`);
  const written = events(await file.text()).map((event) =>
    ['dtstart', 'dtend', 'recurrence-id'].map((name) => event.getFirstPropertyValue(name)?.toString() ?? ''),
  );
  expect(written).toEqual([
    ['2025-11-03T13:00:00', '2025-11-03T16:00:00', ''],
    ['2025-11-04T09:00:00', '2025-11-04T15:00:00', '2025-11-04T13:00:00'],
    ['2025-11-05T08:00:00', '2025-11-05T11:30:00', '2025-11-05T13:00:00'],
  ]);
  await page.goto(`${path}/acara`);
  await page.locator('[value="Istirahat, salat, dan makan siang"]').first().waitFor({ state: 'attached' });
  for (const width of ['phone', 'desk'] as const) {
    for (const look of ['light', 'dark'] as const) {
      const seen = await app.signedIn(host, { width, look });
      await seen.page.goto(path);
      await seen.page
        .locator('summary', { hasText: /Usulkan|jadwal/ })
        .first()
        .click();
      // Each session says its day.
      await seen.page.getByText('Selasa, 4 November 2025, pukul 12.00–13.00 WIB').first().waitFor();
      await picture(seen.page, `jam-tiap-hari-${width}-${look}`);
      expect([await axe(seen.page), await overflow(seen.page)]).toEqual([[], 0]);
      await seen.page.goto(`/kunjungan/baru?tuan=rutan-banjarnegara`);
      await seen.context.close();
    }
  }
}, 180_000);
