import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { signedIn as account } from '../support/people.js';
import { axe, startBrowserApp, type BrowserApp, type Person } from './support/browser.js';

/**
 * The reference case as four people live it: an officer of Bapas Purwokerto, one of Rutan Banjarnegara, somebody of a
 * partner organisation who has nothing but the link of an invitation, and the Kanwil.
 */
let app: BrowserApp;
let guest: Person;
let host: Person;
let visitPath: string;

const OUTSIDER = 'arif.rahman@mitra.test';
const KANWIL = 'kanwil@jateng.test';

beforeAll(async () => {
  app = await startBrowserApp();
  const [tamu, tuan] = ['petugas@tamu.test', 'petugas@tuan.test'];
  await account(app, { email: tamu, role: 'officer', unit: 'bapas-purwokerto' });
  await account(app, { email: tuan, role: 'officer', unit: 'rutan-banjarnegara' });
  await account(app, { email: KANWIL, role: 'regional', regionalOffice: 'jawa-tengah' });
  guest = await app.signedIn(tamu);
  host = await app.signedIn(tuan, { width: 'phone' });
}, 60_000);
afterAll(() => app.close());

/** Text of the last mail to an address whose subject fits. */
async function mailTo(email: string, subject: string): Promise<string> {
  await app.settle();
  const [mail] = await app.database.query<{ text: string }>(
    `SELECT body_text AS text FROM mail WHERE recipient_email = $1 AND subject LIKE $2 ORDER BY position DESC LIMIT 1`,
    [email, `%${subject}%`],
  );
  if (!mail) throw new Error(`No mail "${subject}" to ${email}`);
  return mail.text;
}

const button = (page: Page, name: string | RegExp) => page.getByRole('main').getByRole('button', { name });

test('the guest finds a host, chooses a time, names the party and sends the request', async () => {
  const { page } = guest;
  await page.goto('/');
  await page.getByRole('link', { name: 'Ajukan kunjungan' }).click();
  await page.getByLabel('Nama atau tempat UPT').fill('banjarnegara');
  await button(page, 'Cari tuan rumah').click();
  await page.getByLabel(/^Rutan Kelas IIB Banjarnegara/).check();
  await page.locator('.slot', { hasText: '09.30' }).first().click();
  await page.getByText('Tidak ada bentrokan').waitFor();
  await page.getByLabel('Judul').fill('Ketahanan pangan dan kehumasan');
  await page.getByLabel('Maksud dan tujuan').fill('Melihat kebun, ternak, dan pengolahan hasil karya.');
  await page.getByLabel('Nomor surat permohonan').fill('WP.2.PAS.35.KP.04.01-1365');
  await page.getByLabel('Orang luar').fill(`Arif Rahman\tKelompok Tani Mitra Serayu\t${OUTSIDER}`);
  await page.getByRole('cell', { name: OUTSIDER }).waitFor();
  await button(page, 'Kirim permintaan').click();
  await page.waitForURL('**/kunjungan/*?info=diajukan');
  visitPath = new URL(page.url()).pathname;
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Ketahanan pangan dan kehumasan');
});

test('the host sees on the start page what waits, and accepts from a phone', async () => {
  const { page } = host;
  await page.goto('/');
  await page.getByRole('main').locator(`a[href^="${visitPath}"]`).first().click();
  await page.waitForURL(`**${visitPath}*`);
  await button(page, /^Terima/)
    .first()
    .click();
  await page.waitForURL('**?info=accept');
  expect(await page.getByText('Undangan kalender sedang dikirim').isVisible()).toBe(true);
});

test('the host writes the agenda from a template and publishes it', async () => {
  const { page } = host;
  await page.goto(`${visitPath}/acara`);
  await page.locator('form[action$="/acara/templat"] button').first().click();
  await page.getByLabel('Acara').first().waitFor();
  await page.getByLabel('Acara').first().fill('Penerimaan rombongan Bapas');
  await button(page, /terbit/i)
    .first()
    .click();
  await page.waitForURL((url) => url.search.includes('info='));
  await guest.page.goto(visitPath);
  expect(await guest.page.getByText('Penerimaan rombongan Bapas').first().isVisible()).toBe(true);
});

test('somebody outside answers by the link in the invitation alone', async () => {
  const text = await mailTo(OUTSIDER, 'Ketahanan pangan');
  const link = /\bhttp\S+\/jawab\/\S+/.exec(text)?.[0] ?? '';
  const outsider = await app.visitor({ width: 'phone', look: 'dark' });
  await outsider.page.goto(link);
  await button(outsider.page, /^(?:Ya|Hadir|Saya hadir|Bisa)/)
    .first()
    .click();
  await outsider.page.getByRole('status').filter({ hasText: /hadir/i }).waitFor();
  expect(await axe(outsider.page)).toEqual([]);
  expect(outsider.troubles).toEqual([]);
  const [row] = await app.database.query<{ answer: string }>(
    'SELECT answer FROM visit_participant WHERE email = $1',
    [OUTSIDER],
  );
  expect(row?.answer).toBe('accepted');
});

test('on the day attendance is tapped and a note written', async () => {
  const [visit] = await app.database.query<{ startsAt: Date; endsAt: Date }>(
    `SELECT starts_at AS "startsAt", ends_at AS "endsAt" FROM visit WHERE id = $1`,
    [visitPath.split('/')[2]],
  );
  app.clock.set(new Date((visit?.startsAt.getTime() ?? 0) + 10 * 60_000));
  const { page } = host;
  await page.goto(`${visitPath}/hari-ini`);
  await page.getByRole('button', { name: 'Arif Rahman: hadir', exact: true }).click();
  await page.getByLabel('Catatan', { exact: true }).fill('Kebun kangkung tiga kali panen setahun.');
  await page.locator('form:has(textarea[name=text]) button[type=submit]').first().click();
  await page.getByRole('article').filter({ hasText: 'Kebun kangkung' }).first().waitFor();
  app.clock.set(new Date((visit?.endsAt.getTime() ?? 0) + 60 * 60_000));
});

test('the guest writes the summary with a follow-up and publishes it', async () => {
  const { page } = guest;
  await page.goto('/');
  await page.getByRole('main').locator(`a[href="${visitPath}/ringkasan"]`).first().click();
  await page.getByLabel('Hasil').fill('Kebun asimilasi dapat ditiru dengan lahan setengah hektare.');
  await page.getByLabel('Yang akan dikerjakan').fill('Membuka kebun percontohan');
  await page.getByLabel('Nama orangnya').fill('Ratna Wulandari');
  await page.getByLabel('Paling lambat').fill('2026-01-30');
  await button(page, 'Tambahkan tindak lanjut').click();
  await page.getByText('Membuka kebun percontohan').first().waitFor();
  const mail = page.frameLocator('iframe[title="Surat ringkasan"]');
  await mail.getByText('Kebun asimilasi dapat ditiru').waitFor();
  await button(page, 'Simpan dan terbitkan').click();
  await page.waitForURL('**?info=ringkasan');
});

test('everybody gets the summary, and the Kanwil reads it and sees the visit counted', async () => {
  expect(await mailTo(OUTSIDER, 'Ringkasan')).toContain('Kebun asimilasi dapat ditiru');
  expect(await mailTo(KANWIL, 'Ringkasan')).toContain('Membuka kebun percontohan');
  const kanwil = await app.signedIn(KANWIL);
  const { page } = kanwil;
  await page.goto(visitPath);
  expect(await page.getByText('Kebun asimilasi dapat ditiru').first().isVisible()).toBe(true);
  expect(await page.getByText('Membuka kebun percontohan').first().isVisible()).toBe(true);
  await page.goto('/sinergi');
  expect(await page.getByRole('main').getByText('Bapas Kelas II Purwokerto').first().isVisible()).toBe(true);
  expect([...guest.troubles, ...host.troubles, ...kanwil.troubles]).toEqual([]);
});
