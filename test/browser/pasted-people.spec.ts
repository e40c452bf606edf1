import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { signedIn as account } from '../support/people.js';
import { requested } from '../support/visits.js';
import { axe, overflow, startBrowserApp, type BrowserApp } from './support/browser.js';

const guest = 'petugas@tamu.test';
const PASTED = `BAPAS PURWOKERTO
1. Sdr. Budi Santoso, SH, MH – NIP. 19800101 200501 1 001 – Penata (III/c) – Anggrek – 0812-3456-7890
2. Ani Lestari – Melati – 081234567891`;
let app: BrowserApp;

beforeAll(async () => {
  app = await startBrowserApp();
  await account(app, { email: guest, role: 'officer', unit: 'bapas-purwokerto' });
}, 60_000);
afterAll(() => app.close());

test('a list from a chat is added to a visit on a phone without script, after its columns were corrected', async () => {
  const by = await app.signIn(guest, 'kata-sandi-uji-coba');
  const { id } = await requested(app, by);
  const { page, troubles } = await app.signedIn(guest, { width: 'phone', script: false });
  await page.goto(`/kunjungan/${id}/peserta`);
  await page.getByRole('link', { name: 'Tempel daftar peserta' }).click();
  await page.getByLabel(/^Peserta/).fill(PASTED);
  await page.getByRole('button', { name: 'Tambahkan semua' }).click();
  await page.getByText('Periksa dahulu kolom yang dikenali di bawah').waitFor();
  expect(await page.getByLabel(/^Peserta/).inputValue()).toBe(PASTED);
  await page.getByText('“BAPAS PURWOKERTO” dibaca sebagai asal orang-orang di bawahnya.').waitFor();
  await page.getByText('NIP ***************001').waitFor();
  expect(await overflow(page)).toBe(0);

  // What was taken for a position is an office.
  await page.getByLabel(/^Kolom 2:/).selectOption('office');
  await page.getByRole('button', { name: 'Periksa daftar' }).click();
  await page.getByRole('cell', { name: 'Melati' }).waitFor();
  expect(await page.getByLabel(/^Kolom 2:/).inputValue()).toBe('office');
  expect(await overflow(page)).toBe(0);
  await page.getByRole('button', { name: 'Tambahkan semua' }).click();
  await page.getByText('Peserta dari daftar sudah ditambahkan.').waitFor();
  const rows = await app.database.query(
    `SELECT name, nip, rank, phone, office FROM visit_participant WHERE visit_id = $1 AND phone IS NOT NULL ORDER BY phone`,
    [id],
  );
  expect(rows).toEqual([
    {
      name: 'Budi Santoso, SH, MH',
      nip: '198001012005011001',
      rank: 'Penata (III/c)',
      phone: '+6281234567890',
      office: 'Anggrek',
    },
    { name: 'Ani Lestari', nip: null, rank: null, phone: '+6281234567891', office: 'Melati' },
  ]);
  expect(troubles).toEqual([]);
}, 60_000);

test('the preview can be read by everybody, narrow and wide, light and dark', async () => {
  const by = await app.signIn(guest, 'kata-sandi-uji-coba');
  const { id } = await requested(app, by, {
    startsAt: '2025-11-13T09:00:00+07:00',
    endsAt: '2025-11-13T12:00:00+07:00',
  });
  for (const width of ['phone', 'desk'] as const) {
    for (const look of ['light', 'dark'] as const) {
      const { page } = await app.signedIn(guest, { width, look });
      for (const [path, field] of [
        [`/kunjungan/${id}/peserta/daftar`, 'tempel'],
        ['/kunjungan/catat', 'guests'],
      ] as const) {
        await page.goto(path);
        await page.locator(`#${field}`).fill(PASTED);
        await page.getByRole('button', { name: /^Periksa .*daftar$/ }).click();
        await page.getByText('mohon diperiksa').waitFor();
        await page.waitForLoadState('networkidle');
        expect(await axe(page)).toEqual([]);
        expect(await overflow(page)).toBe(0);
      }
    }
  }
}, 120_000);
