import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { signedIn, usualPeople, type UsualPeople } from '../support/people.js';
import { requested } from '../support/visits.js';
import { axe, overflow, picture, startBrowserApp, type BrowserApp } from './support/browser.js';

let app: BrowserApp;
let people: UsualPeople;

beforeAll(async () => {
  app = await startBrowserApp();
  people = await usualPeople(app);
  await signedIn(app, { email: 'kepala@tuan.test', role: 'unit-head', unit: 'rutan-banjarnegara' });
}, 60_000);
afterAll(() => app.close());

test('on a telephone a host accepts in one form, with its people, a room, a word and its letter', async () => {
  const visit = await requested(app, people.guest);
  const { page, troubles } = await app.signedIn('petugas@tuan.test', { width: 'phone' });
  await page.goto(`/kunjungan/${visit.id}`);
  const form = page.locator('#langkah-accept');
  expect(await form.getByLabel('Petugas petugas@tuan.test').isChecked()).toBe(true);
  expect(await form.getByLabel(/\(kepala\)$/).isChecked()).toBe(true);
  await form.getByLabel('Ruang atau tempat').fill('Ruang rapat lantai 2');
  await form.getByLabel('Pesan untuk tamu').fill('Kami tunggu di pintu utama.');
  await form.getByLabel('Syarat dari tuan rumah').fill('Telepon genggam dititipkan.');
  await form.getByLabel('Nomor surat balasan').fill('WP.13-77');
  expect(await axe(page)).toEqual([]);
  expect(await overflow(page)).toBe(0);
  await picture(page, 'acceptance-360');
  await form.getByRole('button', { name: 'Terima kunjungan' }).click();
  await page.waitForURL('**/kunjungan/*?info=accept');
  expect(troubles).toEqual([]);

  const guest = await app.signedIn('petugas@tamu.test', { width: 'phone' });
  await guest.page.goto(`/kunjungan/${visit.id}`);
  for (const words of [
    'Ruang rapat lantai 2',
    'Kami tunggu di pintu utama.',
    'Telepon genggam dititipkan.',
  ]) {
    await guest.page.getByText(words).first().waitFor();
  }
}, 120_000);
