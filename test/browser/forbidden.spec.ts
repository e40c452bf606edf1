import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { signedIn as account } from '../support/people.js';
import { create, requested, type Header } from '../support/visits.js';
import { axe, signIn, startBrowserApp, type BrowserApp } from './support/browser.js';

const emails = {
  officer: 'petugas@lain.test',
  head: 'kepala@lain.test',
  regional: 'kanwil@bali.test',
  administrator: 'admin@pusat.test',
} as const;

let app: BrowserApp;
/** A visit of two units that none of these people belongs to, and a draft of theirs. */
let visit: string;
let draft: string;

beforeAll(async () => {
  app = await startBrowserApp();
  const guest: Header = await account(app, {
    email: 'tamu@uji.test',
    role: 'officer',
    unit: 'bapas-purwokerto',
  });
  await account(app, { email: emails.officer, role: 'officer', unit: 'rutan-purbalingga' });
  await account(app, { email: emails.head, role: 'unit-head', unit: 'rutan-purbalingga' });
  await account(app, { email: emails.regional, role: 'regional', regionalOffice: 'bali' });
  await account(app, { email: emails.administrator, role: 'administrator' });
  visit = (await requested(app, guest)).id;
  draft = (await create(app, guest)).id;
}, 60_000);
afterAll(() => app.close());

const parts = ['', '/ubah', '/peserta', '/acara', '/acara/cetak', '/ringkasan', '/hari-ini'];
const foreign = () => parts.map((part) => [`/kunjungan/${visit}${part}`, 404] as const);
const administration = ['/pengelolaan/libur', '/pengelolaan/program'].map((path) => [path, 403] as const);

/** What each role must not open, and whether it is told that it is there. */
const forbidden = (): Record<keyof typeof emails, (readonly [path: string, status: number])[]> => ({
  officer: [
    ...foreign(),
    ...administration,
    ['/pengelolaan', 403],
    ['/sinergi', 403],
    ['/surat', 403],
    ['/upt/rutan-purbalingga/ubah', 403],
  ],
  head: [
    ...foreign(),
    ...administration,
    ['/pengelolaan/kanwil', 403],
    ['/sinergi', 403],
    ['/surat', 403],
    ['/upt/rutan-banjarnegara/ubah', 403],
  ],
  regional: [
    ...foreign(),
    ...administration,
    ['/surat', 403],
    ['/pengelolaan/kanwil/jawa-tengah', 403],
    ['/pengelolaan/organisasi', 403],
    ['/upt/kanwil-jawa-tengah/ubah', 403],
    ['/upt/rutan-banjarnegara/ubah', 403],
  ],
  administrator: [
    [`/kunjungan/${draft}`, 404],
    ['/kunjungan/baru', 403],
  ],
});

describe.each(Object.keys(emails) as (keyof typeof emails)[])('What is not for the role %s', (role) => {
  test('is refused by a page that leads on', async () => {
    const { page } = await app.signedIn(emails[role], { width: 'phone' });
    const wrong: unknown[] = [];
    for (const [path, status] of forbidden()[role]) {
      const answer = await page.goto(path);
      const leadsOn = await page.getByRole('main').getByRole('link', { name: 'Ke beranda' }).isVisible();
      const findings = await axe(page);
      if (answer?.status() !== status || !leadsOn || findings.length > 0) {
        wrong.push([path, answer?.status(), leadsOn, findings]);
      }
    }
    expect(wrong).toEqual([]);
  });
});

test('a visitor is led to sign in, and back to the page that was wanted', async () => {
  const { page } = await app.visitor();
  for (const path of ['/kunjungan', '/kalender', '/akun', '/sinergi', `/kunjungan/${visit}`]) {
    const answer = await page.goto(path);
    expect([path, answer?.status()]).toEqual([path, 401]);
  }
  // The page that needs an account is the way in itself.
  await page.goto('/tindak-lanjut');
  await signIn(page, emails.officer, false);
  await page.locator('body.site-signed-in').waitFor();
  expect(new URL(page.url()).pathname).toBe('/tindak-lanjut');
});
