import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { signedIn as account } from '../support/people.js';
import { axe, overflow, startBrowserApp, type BrowserApp } from './support/browser.js';

const email = 'petugas@tamu.test';
let app: BrowserApp;

beforeAll(async () => {
  app = await startBrowserApp();
  await account(app, { email, role: 'officer', unit: 'bapas-purwokerto' });
}, 60_000);
afterAll(() => app.close());

const PATH = '/kunjungan/baru';
const slot = (page: Page) => page.locator('.slot', { hasText: '09.30' }).first();
const title = (page: Page) => page.getByLabel('Judul');
const host = (page: Page) => page.getByLabel(/^Rutan Kelas IIB Banjarnegara/);

/** Types a request but for its time. */
async function write(page: Page): Promise<void> {
  await title(page).fill('Belajar kebun');
  await page.getByLabel('Maksud dan tujuan').fill('Melihat kebun.');
  await page.getByLabel('Peserta lain dari UPT Anda').fill('Sari Dewi\tPembimbing\tsari@contoh.test');
}

describe('With script', () => {
  test('free times, warnings, the party and the review follow what is typed, in place', async () => {
    const { page, troubles } = await app.signedIn(email);
    await page.goto(`${PATH}?cari=banjarnegara`);
    await host(page).check();
    await slot(page).click();
    await page.getByText('Tidak ada bentrokan').waitFor();
    await write(page);
    await page.getByRole('cell', { name: 'sari@contoh.test' }).waitFor();
    await page.getByText('berjudul “Belajar kebun”').waitFor();
    await page.getByRole('button', { name: 'Minggu berikutnya' }).click();
    await page.getByText('Pilihan Anda').waitFor();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('minggu-berikutnya');
    await page.getByLabel(/^Tanggal(?! surat)/).fill('2025-11-01');
    await page.getByLabel(/^Mulai/).fill('09:00');
    await page.getByLabel(/^Selesai/).fill('10:00');
    await page.getByText('Tuan rumah tidak menerima kunjungan pada waktu ini').waitFor();
    expect(await page.getByLabel('Tentukan sendiri').isChecked()).toBe(true);
    expect(await title(page).inputValue()).toBe('Belajar kebun');
    expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe(`${PATH}?cari=banjarnegara`);
    expect(troubles).toEqual([]);
  });

  test('what was typed outlives a closed tab, and is forgotten once it is sent', async () => {
    const { page, context, troubles } = await app.signedIn(email);
    await page.goto(`${PATH}?tuan=rutan-banjarnegara`);
    await slot(page).click();
    await write(page);
    await page.getByText('Isian disimpan di peramban ini').waitFor();
    await page.close();
    const again = await context.newPage();
    await again.goto(PATH);
    await again.getByRole('button', { name: 'Pulihkan' }).click();
    await again.getByText('berjudul “Belajar kebun”').waitFor();
    expect(await title(again).inputValue()).toBe('Belajar kebun');
    expect(await host(again).isChecked()).toBe(true);
    await again.getByRole('button', { name: 'Kirim permintaan' }).click();
    await again.waitForURL('**/kunjungan/*?info=diajukan');
    await again.goto(PATH);
    expect(await again.getByText('Ada isian yang belum terkirim').isVisible()).toBe(false);
    expect(troubles).toEqual([]);
  });
});

test('without script, buttons lead through the same form and lose nothing', async () => {
  const { page } = await app.signedIn(email, { script: false });
  await page.goto(PATH);
  await page.getByLabel('Nama atau tempat UPT').fill('banjarnegara');
  await write(page);
  await page.getByRole('button', { name: 'Cari tuan rumah' }).click();
  await host(page).check();
  await page.getByRole('button', { name: 'Tampilkan waktu' }).click();
  await page.locator('.slot', { hasText: '10.00' }).first().click();
  await page.getByRole('button', { name: 'Periksa daftar' }).click();
  await page.getByLabel('Kolom 2: Pembimbing').selectOption({ label: 'UPT atau instansi' });
  await page.getByRole('button', { name: 'Perbarui tinjauan' }).click();
  expect(await page.getByLabel('Kolom 2: Pembimbing').inputValue()).toBe('office');
  expect(await page.locator('#tinjauan').innerText()).toMatch(
    /ke Rutan Kelas IIB Banjarnegara pada .* pukul 10\.00–12\.00 WIB, berjudul “Belajar kebun”/,
  );
  await page.getByRole('button', { name: 'Kirim permintaan' }).click();
  await page.waitForURL('**/kunjungan/*?info=diajukan');
});

describe('How it looks', () => {
  test.each([
    ['desk', 'light'],
    ['phone', 'dark'],
  ] as const)('on a %s in the %s nothing stands in the way', async (width, look) => {
    const { page, troubles } = await app.signedIn(email, { width, look });
    await page.goto(`${PATH}?tuan=lapas-abepura&topik=pertanian`);
    await slot(page).click();
    await page.getByLabel('Peserta lain dari UPT Anda').fill('Sari\nBudi;Staf;budi@salah');
    await page.getByText('“budi@salah” bukan alamat surel.').waitFor();
    // What the sticky header covers looks too small to axe.
    await page.evaluate(() => scrollTo(0, 0));
    expect(await axe(page)).toEqual([]);
    expect(await overflow(page)).toBe(0);
    expect(troubles).toEqual([]);
  });
});
