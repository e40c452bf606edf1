import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { FirstAdministratorLink } from '../../src/people/index.js';
import { PASSWORD } from '../support/people.js';
import { signIn, startBrowserApp, type BrowserApp, type Person } from './support/browser.js';

/**
 * The first days of a region, from an empty system to the summary of a visit: an administrator, a Kanwil, one unit with
 * people, and one in which nobody has an account.
 */
let app: BrowserApp;
let visitPath: string;
/** How often each of them pressed something. */
const presses = new Map<string, number>();
const people = new Map<string, Person>();

const ADMIN = 'admin@pusat.test';
const KANWIL = 'kanwil@jateng.test';
const HEAD = 'kepala@purwokerto.test';
const HOST_OFFICE = 'rutan.banjarnegara@contoh.test';

beforeAll(async () => {
  app = await startBrowserApp();
}, 60_000);
afterAll(() => app.close());

/** A browser in which every press of a button, link, box or field is counted as one person's. */
async function person(name: string, width: 'phone' | 'desk' = 'desk'): Promise<Page> {
  const opened = await app.visitor({ width });
  presses.set(name, 0);
  await opened.context.exposeBinding('pressed', () => {
    presses.set(name, (presses.get(name) ?? 0) + 1);
  });
  await opened.context.addInitScript(`
    addEventListener('pointerdown', (event) => event.isTrusted && globalThis.pressed(), { capture: true });`);
  people.set(name, opened);
  return opened.page;
}

const pageOf = (name: string): Page => {
  const found = people.get(name);
  if (!found) throw new Error(`Nobody is called ${name}`);
  return found.page;
};

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

const linkIn = (text: string, path: string): string =>
  new RegExp(`\\bhttp\\S+/${path}/[\\w-]+`).exec(text)?.[0] ?? '';

const button = (page: Page, name: string | RegExp) => page.getByRole('main').getByRole('button', { name });

/** Goes by the link of an invitation to an account, and into it. */
async function takeUpAccount(name: string, email: string): Promise<Page> {
  const text = await mailTo(email, 'Undangan');
  expect(text).toMatch(/Diundang oleh: .+/);
  const page = await person(name);
  await page.goto(linkIn(text, 'sandi'));
  await page.getByLabel('Kata sandi', { exact: true }).fill(PASSWORD);
  await page.getByLabel('Ulangi kata sandi').fill(PASSWORD);
  await button(page, 'Simpan kata sandi').click();
  await page.waitForURL((url) => !url.pathname.startsWith('/sandi'));
  if (new URL(page.url()).pathname === '/masuk') await signIn(page, email, false);
  return page;
}

test('the administrator comes in by the link of the first start, and invites the Kanwil', async () => {
  const page = await person('administrator');
  await page.goto((await app.app.get(FirstAdministratorLink).issueIfNeeded()) ?? '');
  await page.getByLabel('Nama', { exact: true }).fill('Nur Aini');
  await page.getByLabel('Alamat surel').fill(ADMIN);
  await page.getByLabel('Kata sandi', { exact: true }).fill(PASSWORD);
  await page.getByLabel('Ulangi kata sandi').fill(PASSWORD);
  await button(page, 'Simpan kata sandi').click();
  await page.waitForURL((url) => !url.pathname.startsWith('/sandi'));
  if (new URL(page.url()).pathname === '/masuk') await signIn(page, ADMIN, false);
  await page.getByRole('link', { name: 'Undang petugas setiap Kanwil' }).click();
  await page.getByLabel('Alamat surel').fill(KANWIL);
  await page.getByLabel('Nama', { exact: true }).fill('Teguh Santoso');
  await page.getByLabel('Peran').selectOption({ label: 'Petugas Kanwil' });
  await page.getByLabel(/^Kanwil/).selectOption('jawa-tengah');
  await button(page, 'Kirim undangan').click();
  await page.getByText('Undangan terkirim').waitFor();
});

test('the Kanwil invites a head, and writes down where another unit is reached', async () => {
  const page = await takeUpAccount('Kanwil', KANWIL);
  await page.goto('/');
  await page.getByRole('link', { name: 'Undang kepala setiap UPT' }).click();
  const unit = page.getByRole('group', { name: /^Bapas Kelas II Purwokerto/ });
  await unit.getByLabel('Nama kepala').fill('Bambang Sudarsono');
  await unit.getByLabel('Alamat surel').fill(HEAD);
  await button(page, 'Kirim undangan').click();
  await page.getByText('Undangan terkirim.').waitFor();
  await page.goto('/upt/rutan-banjarnegara/ubah');
  await page.getByLabel(/^Surel|^Alamat surel/).fill(HOST_OFFICE);
  await button(page, 'Simpan').first().click();
  await page.getByText(HOST_OFFICE).first().waitFor();
});

test('the head asks for a visit to the unit in which nobody has an account', async () => {
  const page = await takeUpAccount('head', HEAD);
  await page.goto('/');
  await page.getByRole('link', { name: 'Ajukan kunjungan' }).first().click();
  await page.getByLabel('Nama atau tempat UPT').fill('banjarnegara');
  await button(page, 'Cari tuan rumah').click();
  await page.getByLabel(/^Rutan Kelas IIB Banjarnegara/).check();
  await page.locator('.slot', { hasText: '09.30' }).first().click();
  await page.getByText('Tidak ada bentrokan').waitFor();
  await page.getByLabel('Judul').fill('Ketahanan pangan dan kehumasan');
  await page.getByLabel('Maksud dan tujuan').fill('Melihat kebun, ternak, dan pengolahan hasil karya.');
  await button(page, 'Kirim permintaan').click();
  await page.waitForURL('**/kunjungan/*?info=diajukan');
  visitPath = new URL(page.url()).pathname;
});

test('the head of that unit accepts by the link in its mail, on a phone', async () => {
  const page = await person('host', 'phone');
  await page.goto(linkIn(await mailTo(HOST_OFFICE, ''), 'balas'));
  await page.getByLabel('Nama').first().fill('Endang Kusumawati');
  await page.getByLabel('Jabatan').first().fill('Kepala Rutan');
  await page.getByLabel('Telepon').first().fill('0812 3456 7890');
  await button(page, /^Terima/)
    .first()
    .click();
  await page.getByText('jawaban Anda sudah tercatat').waitFor();
});

test('the visit is held, and its summary goes out', async () => {
  const [visit] = await app.database.query<{ state: string; endsAt: Date }>(
    `SELECT state, ends_at AS "endsAt" FROM visit WHERE id = $1`,
    [visitPath.split('/')[2]],
  );
  expect(visit?.state).toBe('confirmed');
  app.clock.set(new Date((visit?.endsAt.getTime() ?? 0) + 3_600_000));
  const page = pageOf('head');
  await page.goto('/');
  if (new URL(page.url()).pathname === '/masuk') await signIn(page, HEAD, false);
  await page.goto(visitPath);
  await button(page, /^Catat /)
    .first()
    .click();
  await page.waitForURL('**?info=**');
  await page.goto(`${visitPath}/ringkasan`);
  await page.getByLabel('Hasil').fill('Kebun asimilasi dapat ditiru dengan lahan setengah hektare.');
  await button(page, 'Simpan dan terbitkan').click();
  await page.waitForURL('**?info=ringkasan');
  expect(await mailTo(KANWIL, 'Ringkasan')).toContain('Kebun asimilasi dapat ditiru');
});

test('all of it takes few presses, and troubles nobody', () => {
  expect([...people.values()].flatMap(({ troubles }) => troubles)).toEqual([]);
  const all = [...presses.values()].reduce((sum, each) => sum + each, 0);
  expect([...presses].filter(([, count]) => count === 0)).toEqual([]);
  expect([all <= 30, Object.fromEntries(presses)]).toEqual([true, Object.fromEntries(presses)]);
});
