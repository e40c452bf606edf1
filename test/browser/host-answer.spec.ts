import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { signedIn as account } from '../support/people.js';
import { requested } from '../support/visits.js';
import { axe, overflow, startBrowserApp, type BrowserApp } from './support/browser.js';

const guest = 'petugas@tamu.test';
const ADDRESS = 'kepala@purbalingga.test';
let app: BrowserApp;

beforeAll(async () => {
  app = await startBrowserApp();
  await account(app, { email: guest, role: 'officer', unit: 'bapas-purwokerto' });
  await app.database.query(`UPDATE unit SET email = $1 WHERE code = 'rutan-purbalingga'`, [ADDRESS]);
}, 60_000);
afterAll(() => app.close());

/** The path of the link in the newest mail to the host's address. */
async function link(): Promise<string> {
  await app.settle();
  const [mail] = await app.database.query<{ text: string }>(
    'SELECT body_text AS text FROM mail WHERE recipient_email = $1 ORDER BY position DESC LIMIT 1',
    [ADDRESS],
  );
  return /\/balas\/[\w-]{43}/.exec(mail?.text ?? '')?.[0] ?? 'no link was mailed';
}

test('a head without an account answers from the mail, on a narrow phone and without script', async () => {
  const by = await app.signIn(guest, 'kata-sandi-uji-coba');
  await requested(app, by, { hostUnit: 'rutan-purbalingga', purpose: 'Belajar kehumasan.', partySize: 5 });
  const { page, troubles } = await app.visitor({ width: 'phone', script: false });
  const path = await link();
  await page.goto(path);
  await page.getByText('Belajar kehumasan.').waitFor();
  // What looks for faults needs scripts itself.
  const looked = await app.visitor({ width: 'phone' });
  await looked.page.goto(path);
  expect(await overflow(looked.page)).toBe(0);
  expect(await axe(looked.page)).toEqual([]);
  await page.getByText('Usulkan waktu lain').click();
  await page.getByLabel('Nama').fill('Budi Santoso');
  await page.getByLabel('Jabatan').fill('Kepala Rutan');
  await page.getByLabel('Telepon').fill('0812 3456 7890');
  await page.getByLabel(/^Hari(?! dengan)/).fill('besok pagi');
  await page.getByRole('button', { name: 'Kirim usulan waktu' }).click();
  // Refused, with all that was typed.
  await page.locator('#day-fault').waitFor();
  expect(await page.getByLabel('Nama').inputValue()).toBe('Budi Santoso');
  await page.getByLabel(/^Hari(?! dengan)/).fill('4 nov 2025');
  await page.getByLabel(/^Mulai/).fill('13.00');
  await page.getByLabel(/^Selesai/).fill('15.00');
  await page.getByRole('button', { name: 'Kirim usulan waktu' }).click();
  await page.getByText('jawaban Anda sudah tercatat').waitFor();
  await page.getByText(/Budi Santoso \(lewat tautan\) mengusulkan waktu lain/).waitFor();
  await looked.page.goto(`${path}?info=terkirim`);
  expect(await overflow(looked.page)).toBe(0);
  expect(await axe(looked.page)).toEqual([]);
  expect([...troubles, ...looked.troubles]).toEqual([]);

  const officer = await app.signedIn(guest);
  await officer.page.goto('/');
  await officer.page.getByRole('link', { name: /Jawab usulan waktu/ }).click();
  await officer.page.getByText(/Jawaban tuan rumah lewat tautan: Budi Santoso, Kepala Rutan/).waitFor();
});
