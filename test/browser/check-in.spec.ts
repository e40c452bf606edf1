import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { CheckInCodes } from '../../src/check-in/use-cases/check-in-codes.js';
import { FindCheckInFacts } from '../../src/check-in/queries/check-in-facts.js';
import { pageOf } from '../support/participant-links.js';
import { signedIn } from '../support/people.js';
import { confirmed, type ShownVisit } from '../support/visits.js';
import { axe, overflow, startBrowserApp, type BrowserApp, type Person } from './support/browser.js';

const email = 'petugas@tuan.test';
const sari = 'sari@contoh.test';
let app: BrowserApp;
let visit: ShownVisit;

beforeAll(async () => {
  app = await startBrowserApp();
  const guest = await signedIn(app, {
    email: 'petugas@tamu.test',
    role: 'officer',
    unit: 'bapas-purwokerto',
  });
  const host = await signedIn(app, { email, role: 'officer', unit: 'rutan-banjarnegara' });
  const person = (name: string, more: object = {}) => ({ name, side: 'guest', role: 'member', ...more });
  visit = await confirmed(app, guest, host, {
    participants: [person('Sari', { email: sari }), person('Budi'), person('Citra'), person('Dewi')],
  });
  await app.settle();
  await app.database.query(
    `UPDATE hosting_policy SET takes_signatures = true WHERE unit = 'rutan-banjarnegara'`,
  );
  app.clock.set(new Date(new Date(visit.startsAt).getTime() - 600_000));
}, 60_000);
afterAll(() => app.close());

const day = (rest: string) => `/kunjungan/${visit.id}/hari-ini/${rest}`;
/** What the picture of the screen says, as a camera reads it. */
async function scanned(): Promise<string> {
  const facts = await app.app.get(FindCheckInFacts).of(visit.id);
  if (!facts) throw new Error('No such visit');
  return new URL(app.app.get(CheckInCodes).screenAddress(facts)).pathname;
}
const attendance = async () => {
  const rows = await app.database.query<{ name: string; attendance: string | null }>(
    'SELECT name, attendance FROM visit_participant WHERE visit_id = $1',
    [visit.id],
  );
  return Object.fromEntries(rows.map((row) => [row.name, row.attendance]));
};
const lines = async () => {
  const [row] = await app.database.query<{ number: number }>(
    `SELECT count(*)::int AS number FROM visit_history WHERE visit_id = $1 AND action = 'check-in'`,
    [visit.id],
  );
  return row?.number;
};
const isLine = (trouble: string): boolean => /ERR_INTERNET_DISCONNECTED|ERR_FAILED/.test(trouble);
const looksRight = async ({ page }: Person): Promise<void> => {
  expect(await overflow(page)).toBe(0);
  expect(await axe(page)).toEqual([]);
};

test('a telephone opens the code of the screen, chooses a name, and the screen counts it', async () => {
  const screen = await app.signedIn(email);
  await screen.page.goto(day('qr'));
  await screen.page.getByText('0 dari 4 hadir').waitFor();
  await looksRight(screen);
  const phone = await app.visitor({ width: 'phone' });
  await phone.page.goto(await scanned());
  await looksRight(phone);
  await phone.page.getByRole('button', { name: 'Budi: hadir' }).click();
  await phone.page.getByText('Budi tercatat hadir, pukul').waitFor();
  expect(await attendance()).toMatchObject({ Budi: 'present', Sari: null });
  await screen.page.getByText('1 dari 4 hadir').waitFor({ timeout: 25_000 });
  expect([...screen.troubles, ...phone.troubles]).toEqual([]);
}, 90_000);

test('what is chosen without a line is kept on the telephone, also when the page is closed, and sent once', async () => {
  const phone = await app.visitor({ width: 'phone' });
  const { page, context } = phone;
  await page.goto(await scanned());
  const before = await lines();
  let lost = 0;
  await page.route('**/nama', async (route) => {
    if (lost++ > 0) return route.continue();
    // The server hears it, and its answer gets lost.
    await route.fetch({ maxRedirects: 0 });
    await route.abort();
  });
  await page.getByRole('button', { name: 'Citra: hadir' }).click();
  await page.getByText('belum terkirim').waitFor();
  await page.getByText('Citra tercatat hadir, pukul').waitFor({ timeout: 30_000 });
  expect(lost).toBe(2);
  expect(await attendance()).toMatchObject({ Citra: 'present' });
  expect(await lines()).toBe((before ?? 0) + 1);

  // Without a line, and the page is left before there is one again: the next that opens sends it.
  await page.unroute('**/nama');
  await context.setOffline(true);
  await page.getByRole('button', { name: 'Dewi: hadir' }).click();
  await page.getByText('belum terkirim').waitFor();
  expect(await attendance()).toMatchObject({ Dewi: null });
  await page.close();
  await context.setOffline(false);
  const next = await context.newPage();
  await next.goto(await scanned());
  await next.getByText('Dewi tercatat hadir, pukul').waitFor({ timeout: 30_000 });
  expect(await lines()).toBe((before ?? 0) + 2);
  expect(phone.troubles.filter((trouble) => !isLine(trouble))).toEqual([]);
}, 120_000);

test('the personal code stands on the own page, and is taken at the door without script', async () => {
  const phone = await app.visitor({ width: 'phone', script: false });
  await phone.page.goto(await pageOf(app, sari));
  const code = await phone.page.locator('.own-check-in-code').innerText();
  expect(code).toMatch(/^[A-Z0-9]{3}-[A-Z0-9]{3}$/);
  await phone.page.goto(await scanned());
  await phone.page.getByLabel('Kode pribadi').fill('AAA-AAA');
  await phone.page.getByRole('button', { name: 'Catat hadir', exact: true }).click();
  await phone.page.getByText('Kode itu bukan milik peserta').waitFor();
  await phone.page.getByLabel('Kode pribadi').fill(code.toLowerCase());
  await phone.page.getByRole('button', { name: 'Catat hadir', exact: true }).click();
  await phone.page.getByText('Sari sudah tercatat dalam daftar hadir').waitFor();
  expect(await attendance()).toMatchObject({ Sari: 'present' });
}, 60_000);

test('who is not listed writes down name and office, and an officer looks', async () => {
  const phone = await app.visitor({ width: 'phone' });
  await phone.page.goto(await scanned());
  await phone.page.getByLabel('Nama', { exact: true }).fill('Joko Susilo');
  await phone.page.getByLabel('Instansi').fill('Dinas Pertanian');
  await phone.page.getByRole('button', { name: 'Daftar dan catat hadir' }).click();
  await phone.page.getByText('Isi nomor telepon atau alamat surel').waitFor();
  expect(await phone.page.getByLabel('Instansi').inputValue()).toBe('Dinas Pertanian');
  await phone.page.locator('#phone').fill('0812 3456 7890');
  await phone.page.getByRole('button', { name: 'Daftar dan catat hadir' }).click();
  await phone.page.getByText('Joko Susilo tercatat hadir').waitFor();
  const officer = await app.signedIn(email, { width: 'phone' });
  await officer.page.goto(`/kunjungan/${visit.id}/hari-ini`);
  await looksRight(officer);
  await officer.page.getByRole('link', { name: '1 pendaftar di tempat' }).click();
  await looksRight(officer);
  await officer.page.getByRole('button', { name: 'Terima: Joko Susilo' }).click();
  await officer.page.getByText('Tidak ada yang menunggu').waitFor();
  expect([...phone.troubles, ...officer.troubles]).toEqual([]);
}, 60_000);

test('those who are there sign by finger, and the list to print shows it', async () => {
  const tablet = await app.signedIn(email);
  const { page } = tablet;
  await page.goto(`/kunjungan/${visit.id}/daftar-hadir`);
  await page.getByRole('link', { name: 'Tanda tangan di layar' }).click();
  await looksRight(tablet);
  await page.getByRole('link', { name: 'Budi' }).click();
  await looksRight(tablet);
  await page.getByRole('button', { name: 'Simpan tanda tangan' }).click();
  await page.getByText('Mohon tanda tangani dahulu').waitFor();
  const field = await page.locator('canvas').boundingBox();
  if (!field) throw new Error('No field to sign in');
  await page.mouse.move(field.x + 40, field.y + 40);
  await page.mouse.down();
  for (const step of [1, 2, 3, 4, 5, 6]) {
    await page.mouse.move(field.x + 40 + step * 40, field.y + 40 + (step % 2) * 60);
  }
  await page.mouse.up();
  await page.getByRole('button', { name: 'Simpan tanda tangan' }).click();
  await page.getByRole('link', { name: 'Budi (sudah)' }).waitFor();
  await page.goto(`/kunjungan/${visit.id}/daftar-hadir`);
  await page.getByRole('img', { name: 'Tanda tangan Budi' }).waitFor();
  await looksRight(tablet);
  expect(tablet.troubles).toEqual([]);
}, 60_000);
