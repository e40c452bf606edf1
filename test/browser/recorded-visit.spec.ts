import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { signedIn as account } from '../support/people.js';
import { axe, overflow, startBrowserApp, type BrowserApp } from './support/browser.js';

const guest = 'petugas@tamu.test';
const host = 'petugas@tuan.test';
let app: BrowserApp;

beforeAll(async () => {
  app = await startBrowserApp();
  await account(app, { email: guest, role: 'officer', unit: 'bapas-purwokerto' });
  await account(app, { email: host, role: 'officer', unit: 'rutan-banjarnegara' });
  // When the reference case is over.
  app.clock.set(new Date('2025-11-10T02:00:00Z'));
}, 60_000);
afterAll(() => app.close());

test('the reference case is entered afterwards in one page on a phone, and the host objects', async () => {
  const { page, troubles } = await app.signedIn(guest, { width: 'phone' });
  await page.goto('/kunjungan');
  await page.getByRole('link', { name: 'Catat kunjungan' }).click();
  expect(await page.getByLabel('UPT tamu').inputValue()).toContain('Purwokerto');
  await page.getByLabel('UPT tuan rumah').fill('Rutan Banjarnegra');
  await page.getByLabel(/^Hari(?! dengan)/).fill('30 okt 2025');
  await page.getByLabel(/^Mulai/).fill('09.00');
  await page.getByLabel(/^Selesai/).fill('12.00');
  await page.getByLabel('Judul').fill('Ketahanan pangan dan kehumasan');
  await page.getByLabel(/^Topik/).fill('Ketahanan pangan, Kehumasan');
  await page
    .getByLabel('Dari tamu')
    .fill('Sari Dewi; Pembimbing; sari@contoh.test\nBudi; Kasubsi; tidak hadir');
  await page.getByLabel('Dari tuan rumah').fill('Tuti; Kasubsi Pelayanan');
  await page.getByLabel(/^Hasil/).fill('Kebun, ternak, dan pengolahan hasil sudah dilihat.');
  await page.getByLabel('Apa yang dijanjikan').first().fill('Membuat satu demplot');
  await page.getByLabel('Penanggung jawab').first().fill('Sari Dewi');
  await page
    .getByLabel(/^Paling lambat/)
    .first()
    .fill('31 des 2025');
  await page.getByRole('button', { name: 'Catat kunjungan' }).click();
  await page.getByText('Mungkin maksudnya: Rutan Kelas IIB Banjarnegara').waitFor();
  expect(await overflow(page)).toBe(0);
  await page.waitForLoadState('networkidle');
  expect(await axe(page)).toEqual([]);
  await page.getByLabel('UPT tuan rumah').fill('Rutan Banjarnegara');
  await page.getByRole('button', { name: 'Catat kunjungan' }).click();
  await page.getByText('Kunjungan sudah dicatat.').waitFor();
  await page.getByText('dicatat kemudian').waitFor();
  expect(await page.getByText('Membuat satu demplot').count()).toBeGreaterThan(0);
  expect(await overflow(page)).toBe(0);
  await page.waitForLoadState('networkidle');
  expect(await axe(page)).toEqual([]);
  expect(troubles).toEqual([]);

  const other = await app.signedIn(host, { script: false });
  await other.page.goto('/');
  await other.page.getByRole('link', { name: /Periksa kunjungan yang dicatat/ }).click();
  const objection = other.page.locator('#langkah-object');
  await objection.locator('summary').click();
  await objection.getByLabel('Alasan').fill('Waktunya keliru');
  await objection.getByRole('button', { name: 'Ajukan keberatan' }).click();
  await other.page.getByRole('heading', { name: 'Ada keberatan atas catatan ini' }).waitFor();

  await page.goto('/');
  await page.getByRole('link', { name: /Selesaikan keberatan/ }).click();
  await page.getByRole('link', { name: 'Ubah isi' }).click();
  await page.getByLabel(/^Selesai/).fill('11.30');
  await page.getByRole('button', { name: 'Simpan perubahan' }).click();
  await page.getByText('Perubahan sudah disimpan.').waitFor();
  expect(await page.getByText('09.00–11.30').count()).toBeGreaterThan(0);
});
