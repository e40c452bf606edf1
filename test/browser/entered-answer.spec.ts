import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { PASSWORD, signedIn as account } from '../support/people.js';
import { requested } from '../support/visits.js';
import { axe, overflow, startBrowserApp, type BrowserApp } from './support/browser.js';

const guest = 'petugas@tamu.test';
const host = 'petugas@tuan.test';
const kanwil = 'kanwil@jateng.test';
let app: BrowserApp;

beforeAll(async () => {
  app = await startBrowserApp();
  await account(app, { email: guest, role: 'officer', unit: 'bapas-purwokerto' });
  await account(app, { email: host, role: 'officer', unit: 'rutan-banjarnegara' });
  await account(app, { email: kanwil, role: 'regional', regionalOffice: 'jawa-tengah' });
}, 60_000);
afterAll(() => app.close());

test('a guest enters the letter by which its host said yes, on a phone, and the host objects without script', async () => {
  const by = await app.signIn(guest, PASSWORD);
  const visit = await requested(app, by, { title: 'Belajar kehumasan' });
  const { page, troubles } = await app.signedIn(guest, { width: 'phone' });
  await page.goto(`/kunjungan/${visit.id}`);
  await page.getByText(/^Catat jawaban Rutan Kelas IIB Banjarnegara/).click();
  const form = page.locator('form', { has: page.getByRole('button', { name: 'Catat jawaban ini' }) });
  await form.getByLabel('Jawabannya').selectOption({ label: 'Ditolak' });
  await form.getByLabel('Datang lewat').selectOption({ label: 'Surat' });
  await form.getByLabel(/^Nomor surat balasan/).fill('WP.13.PAS-77');
  await form.getByLabel(/^Tanggal surat/).fill('18 okt 2025');
  await form.getByRole('button', { name: 'Catat jawaban ini' }).click();
  // A refusal without its reason is taken back with all that was typed.
  await page.locator('#jawaban-reason-fault').waitFor();
  expect(await form.getByLabel(/^Nomor surat balasan/).inputValue()).toBe('WP.13.PAS-77');
  expect(await overflow(page)).toBe(0);
  await page.waitForLoadState('networkidle');
  expect(await axe(page)).toEqual([]);
  await form.getByLabel('Jawabannya').selectOption({ label: 'Diterima' });
  await form.getByLabel(/^Pindaian surat/).setInputFiles({
    name: 'balasan.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('%PDF-1.4 balasan'),
  });
  await form.getByRole('button', { name: 'Catat jawaban ini' }).click();
  await page.locator('.visit-path-current', { hasText: 'Dikonfirmasi' }).waitFor();
  expect(await page.getByText('lewat surat, dicatat oleh tamu').count()).toBeGreaterThan(0);
  expect(await page.getByText('balasan.pdf').count()).toBeGreaterThan(0);
  expect(await page.getByText('WP.13.PAS-77').count()).toBeGreaterThan(0);
  expect(await overflow(page)).toBe(0);
  await page.waitForLoadState('networkidle');
  expect(await axe(page)).toEqual([]);
  expect(troubles).toEqual([]);

  const other = await app.signedIn(host, { script: false });
  await other.page.goto('/');
  await other.page.getByRole('link', { name: /Periksa kunjungan yang dicatat/ }).click();
  await other.page.getByText('balasan.pdf').first().waitFor();
  const objection = other.page.locator('#langkah-object');
  await objection.locator('summary').click();
  await objection.getByLabel('Alasan').fill('Surat itu bukan dari kami');
  await objection.getByRole('button', { name: 'Ajukan keberatan' }).click();
  await other.page.getByRole('heading', { name: /^Ada keberatan atas/ }).waitFor();

  for (const email of [guest, kanwil]) {
    const told = await app.signedIn(email, { width: 'phone' });
    await told.page.goto('/');
    await told.page.getByRole('link', { name: /^Selesaikan keberatan/ }).click();
    await told.page.getByText('Surat itu bukan dari kami').first().waitFor();
    expect(await overflow(told.page)).toBe(0);
    expect(told.troubles).toEqual([]);
    await told.context.close();
  }
}, 60_000);
