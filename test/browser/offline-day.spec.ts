import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Buffer } from 'node:buffer';
import sharp from 'sharp';
import { signedIn } from '../support/people.js';
import { confirmed, type ShownVisit } from '../support/visits.js';
import { axe, overflow, startBrowserApp, type BrowserApp } from './support/browser.js';

const email = 'petugas@tamu.test';
let app: BrowserApp;
let visit: ShownVisit;

beforeAll(async () => {
  app = await startBrowserApp();
  const guest = await signedIn(app, { email, role: 'officer', unit: 'bapas-purwokerto' });
  const host = await signedIn(app, {
    email: 'petugas@tuan.test',
    role: 'officer',
    unit: 'rutan-banjarnegara',
  });
  const person = (name: string) => ({ name, side: 'guest', role: 'member' });
  visit = await confirmed(app, guest, host, { participants: [person('Sari'), person('Budi')] });
  app.clock.set(new Date(visit.startsAt));
}, 60_000);
afterAll(() => app.close());

const stored = (sql: string) => app.database.query<Record<string, unknown>>(sql, [visit.id]);
const notes = () => stored('SELECT text FROM visit_entry WHERE visit_id = $1 ORDER BY text');
const attendance = () =>
  stored('SELECT name, attendance FROM visit_participant WHERE visit_id = $1 ORDER BY created_at, name');

test('what is entered without a line survives a reload and is stored once', async () => {
  const { page, context, troubles } = await app.signedIn(email, { width: 'phone' });
  await page.goto(`/kunjungan/${visit.id}/hari-ini`);
  await page.locator('html[data-kept]').waitFor({ state: 'attached' });
  expect(await overflow(page)).toBe(0);
  expect(await axe(page)).toEqual([]);

  await context.setOffline(true);
  await page.getByRole('button', { name: 'Sari: hadir', exact: true }).click();
  await page.getByRole('button', { name: 'Budi: tidak hadir' }).click();
  await page.getByLabel('Catatan', { exact: true }).fill('Kolam lele di samping dapur');
  await page.getByRole('button', { name: 'Simpan catatan' }).click();
  const picture = await sharp({ create: { width: 40, height: 20, channels: 3, background: '#3a7' } })
    .jpeg()
    .toBuffer();
  await page
    .locator('#photo')
    .setInputFiles({ name: 'a.jpg', mimeType: 'image/jpeg', buffer: Buffer.from(picture) });
  await page.getByLabel('Keterangan foto').fill('Kebun');
  await page.getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Simpan foto' }).click();
  await page.getByText('4 belum terkirim').waitFor();
  expect(await notes()).toEqual([]);

  await page.reload();
  await page.getByText('4 belum terkirim').waitFor();
  await page.getByText('Kolam lele di samping dapur').waitFor();
  const sari = page.getByRole('button', { name: 'Sari: hadir', exact: true });
  expect(await sari.getAttribute('aria-pressed')).toBe('true');

  await context.setOffline(false);
  await page.locator('#kiriman:empty').waitFor({ state: 'attached', timeout: 20_000 });
  expect(await notes()).toEqual([{ text: 'Kebun' }, { text: 'Kolam lele di samping dapur' }]);
  expect(await attendance()).toEqual([
    { name: 'Budi', attendance: 'absent' },
    { name: 'Sari', attendance: 'present' },
  ]);
  await page.locator('#entri').getByText('Kolam lele di samping dapur').waitFor();
  expect(troubles.filter((trouble) => !/ERR_INTERNET_DISCONNECTED|ERR_FAILED/.test(trouble))).toEqual([]);
}, 90_000);

test('a photo is kept and sent as small as a page shows it, upright', async () => {
  const { page } = await app.signedIn(email, { width: 'phone' });
  const path = `/kunjungan/${visit.id}/hari-ini`;
  await page.goto(path);
  // As a phone takes it: lying on its side.
  const taken = await sharp({
    create: {
      width: 4000,
      height: 3000,
      channels: 3,
      noise: { type: 'gaussian', mean: 128, sigma: 8 },
      background: '#888',
    },
  })
    .withMetadata({ orientation: 6 })
    .jpeg({ quality: 90 })
    .toBuffer();
  const timeout = 60_000;
  const sent = page.waitForRequest((request) => request.url().includes(`${path}/foto`), { timeout });
  const file = { name: 'besar.jpg', mimeType: 'image/jpeg', buffer: taken };
  await page.locator('#photo').setInputFiles(file, { timeout });
  await page.getByLabel('Keterangan foto').fill('Foto besar');
  await page.getByRole('button', { name: 'Simpan foto' }).click();
  // Two pixels of five are left.
  expect(Number(await (await sent).headerValue('content-length'))).toBeLessThan(taken.byteLength * 0.6);
  await page.locator('#entri').getByText('Foto besar').waitFor({ timeout });
  const [kept] = await app.database.query<{ width: number; height: number }>(
    `SELECT width, height FROM visit_entry WHERE text = 'Foto besar'`,
  );
  expect(kept?.height).toBeGreaterThan(kept?.width ?? 0);
}, 180_000);

test('an answer that gets lost does not double what was stored', async () => {
  const { page } = await app.signedIn(email, { width: 'phone' });
  const path = `/kunjungan/${visit.id}/hari-ini`;
  await page.goto(path);
  let lost = 0;
  await page.route(`**${path}/catatan`, async (route) => {
    if (lost++ > 0) return route.continue();
    await route.fetch({ maxRedirects: 0 });
    await route.abort();
  });
  await page.getByLabel('Catatan', { exact: true }).fill('Jawabannya hilang');
  await page.getByRole('button', { name: 'Simpan catatan' }).click();
  await page.getByText('1 belum terkirim').waitFor();
  await page.locator('#kiriman:empty').waitFor({ state: 'attached', timeout: 20_000 });
  expect(lost).toBe(2);
  expect((await notes()).filter(({ text }) => text === 'Jawabannya hilang')).toHaveLength(1);
}, 60_000);

test('an answer that is not the server’s own takes nothing for stored', async () => {
  const { page } = await app.signedIn(email, { width: 'phone' });
  const path = `/kunjungan/${visit.id}/hari-ini`;
  await page.goto(path);
  const answers = [
    { status: 200, contentType: 'text/html', body: '<h1>Masuk Wi-Fi</h1>' },
    { status: 302, headers: { location: 'http://wi-fi.invalid/masuk' } },
  ];
  let asked = 0;
  await page.route(`**${path}/catatan`, (route) => {
    const answer = answers[asked++];
    return answer ? route.fulfill(answer) : route.continue();
  });
  await page.getByLabel('Catatan', { exact: true }).fill('Di balik Wi-Fi hotel');
  await page.getByRole('button', { name: 'Simpan catatan' }).click();
  await page.getByText('1 belum terkirim').waitFor();
  await page.locator('#kiriman:empty').waitFor({ state: 'attached', timeout: 40_000 });
  expect(asked).toBeGreaterThan(answers.length);
  expect((await notes()).filter(({ text }) => text === 'Di balik Wi-Fi hotel')).toHaveLength(1);
}, 90_000);

test('a new build takes over the page that was kept, and leaves nothing of the one before', async () => {
  const { page, context } = await app.signedIn(email);
  const path = `/kunjungan/${visit.id}/hari-ini`;
  await page.goto(path);
  await page.locator('html[data-kept]').waitFor({ state: 'attached' });
  const names = () =>
    page.evaluate(async () => (await caches.keys()).filter((name) => name.startsWith('hari-ini-')));
  const [before] = await names();
  await page.evaluate(() =>
    navigator.serviceWorker.register('/hari-ini.js?v=baru', { scope: '/kunjungan/' }),
  );
  while ((await names()).join() !== 'hari-ini-baru') await page.waitForTimeout(100);
  expect(before).toMatch(/^hari-ini-[\w-]{12}$/);
  expect(
    await page.evaluate(async () => {
      const store = await caches.open('hari-ini-baru');
      return (await store.keys()).map(({ url }) => new URL(url).pathname);
    }),
  ).toContain(path);
  await context.setOffline(true);
  await page.reload();
  expect(await page.getByRole('heading', { name: 'Hari kunjungan' }).isVisible()).toBe(true);
}, 60_000);

test('whoever signs out leaves no page behind', async () => {
  const { page, context } = await app.signedIn(email);
  await page.goto(`/kunjungan/${visit.id}/hari-ini`);
  await page.locator('html[data-kept]').waitFor({ state: 'attached' });
  await page.getByRole('button', { name: 'Keluar' }).click();
  await page.waitForURL('**/masuk?info=keluar');
  expect(await page.evaluate(() => caches.keys())).toEqual([]);
  await context.setOffline(true);
  await expect(page.goto(`/kunjungan/${visit.id}/hari-ini`)).rejects.toThrow();
}, 60_000);
