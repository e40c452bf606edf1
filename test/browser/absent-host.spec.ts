import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { PASSWORD, signedIn as account } from '../support/people.js';
import { requested } from '../support/visits.js';
import { axe, overflow, signIn, startBrowserApp, type BrowserApp } from './support/browser.js';

const guest = 'petugas@tamu.test';
const kanwil = 'kanwil@jateng.test';
const HEAD = 'kepala@cilacap.test';
let app: BrowserApp;

beforeAll(async () => {
  app = await startBrowserApp();
  await account(app, { email: guest, role: 'officer', unit: 'bapas-purwokerto' });
  await account(app, { email: kanwil, role: 'regional', regionalOffice: 'jawa-tengah' });
}, 60_000);
afterAll(() => app.close());

test('a Kanwil invites the head of a host without people from the request, who then answers it', async () => {
  const by = await app.signIn(guest, PASSWORD);
  await requested(app, by, { hostUnit: 'lapas-cilacap', title: 'Belajar arsip' });
  const { page, troubles } = await app.signedIn(kanwil, { width: 'phone' });
  await page.goto('/');
  await page.getByRole('link', { name: /^Jawab atas nama/ }).click();
  await page.getByRole('heading', { name: 'Tuan rumah belum memakai Sambang' }).waitFor();
  await page.getByLabel(/^Nama kepala/).fill('Tono Wibowo');
  await page.getByLabel('Alamat surelnya').fill(HEAD);
  expect(await overflow(page)).toBe(0);
  await page.waitForLoadState('networkidle');
  expect(await axe(page)).toEqual([]);
  await page.getByRole('button', { name: 'Undang kepalanya' }).click();
  await page.waitForURL('**?info=diundang');
  // Whoever is only invited cannot answer yet.
  await page.getByRole('button', { name: 'Terima kunjungan' }).waitFor();
  expect(troubles).toEqual([]);

  await app.settle();
  const [mail] = await app.database.query<{ text: string }>(
    'SELECT body_text AS text FROM mail WHERE recipient_email = $1',
    [HEAD],
  );
  const invitation = /\/sandi\/[\w-]+/.exec(mail?.text ?? '')?.[0] ?? 'no link was mailed';
  const head = await app.visitor({ width: 'phone' });
  await head.page.goto(invitation);
  await head.page.getByLabel('Kata sandi', { exact: true }).fill(PASSWORD);
  await head.page.getByLabel('Ulangi kata sandi').fill(PASSWORD);
  await head.page.getByRole('main').getByRole('button', { name: 'Simpan kata sandi' }).click();
  await head.page.waitForURL((at) => !at.pathname.startsWith('/sandi'));
  if (new URL(head.page.url()).pathname === '/masuk') await signIn(head.page, HEAD, false);
  await head.page.goto('/');
  await head.page.getByRole('link', { name: /^Jawab permintaan Bapas Kelas II Purwokerto/ }).click();
  await head.page.getByRole('button', { name: 'Terima kunjungan' }).click();
  await head.page.locator('.visit-path-current', { hasText: 'Dikonfirmasi' }).waitFor();
  expect(head.troubles).toEqual([]);
}, 60_000);
