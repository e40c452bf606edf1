import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { api } from '../support/api-client.js';
import { signedIn as account } from '../support/people.js';
import { axe, overflow, startBrowserApp, type BrowserApp } from './support/browser.js';

const guest = 'petugas@tamu.test';
let app: BrowserApp;

beforeAll(async () => {
  app = await startBrowserApp();
  await account(app, { email: guest, role: 'officer', unit: 'bapas-purwokerto' });
}, 60_000);
afterAll(() => app.close());

test('a trip to two Lapas is planned on one page, one of them declines, and the other goes on', async () => {
  const [one, two] = await app.database.query<{ code: string; name: string }>(
    `SELECT code, name FROM unit WHERE type = 'lapas' AND regional_office = 'jawa-tengah' ORDER BY code LIMIT 2`,
  );
  if (!one || !two) throw new Error('no Lapas');
  await account(app, { email: 'petugas@satu.test', role: 'officer', unit: one.code });
  const { page, troubles } = await app.signedIn(guest, { width: 'phone' });
  await page.goto('/perjalanan');
  await page.getByRole('link', { name: 'Rencanakan perjalanan' }).first().click();
  expect(await axe(page)).toEqual([]);
  expect(await overflow(page)).toBe(0);
  await page.getByLabel('Judul').fill('Belajar WBK');
  await page.getByLabel('Maksud dan tujuan').fill('Melihat layanan terpadu.');
  await page.locator('#host-1').fill(one.name);
  await page.locator('#host-2').fill(two.name);
  for (const number of [1, 2]) {
    await page.locator(`#day-${number}`).fill('4 November 2025');
    await page.locator(`#from-${number}`).fill('09:00');
    await page.locator(`#to-${number}`).fill('11:00');
  }
  await page.getByLabel('Rombongan').fill('Sari Dewi\tKepala\tsari@contoh.test');
  await page.getByRole('button', { name: 'Periksa jarak, waktu, dan daftar' }).click();
  await page.getByRole('rowheader', { name: 'Sari Dewi' }).waitFor();
  await page.getByRole('button', { name: 'Ajukan ke semua tuan rumah' }).click();
  await page.getByRole('heading', { name: 'Singgah bertumpuk' }).waitFor();
  await page.locator('#day-2').fill('5 November 2025');
  await page.getByRole('button', { name: 'Ajukan ke semua tuan rumah' }).click();
  await page.waitForURL('**/perjalanan/*?info=diajukan');
  expect(await axe(page)).toEqual([]);
  expect(await overflow(page)).toBe(0);
  const path = new URL(page.url()).pathname;

  const host = await app.signedIn('petugas@satu.test');
  await host.page.goto(path);
  await host.page.getByRole('list').getByRole('link', { name: one.name }).click();
  await host.page.getByText('Perjalanan Belajar WBK, singgah 1 dari 2').waitFor();
  await host.page.locator('#langkah-decline summary').click();
  await host.page.locator('#decline-reason').fill('Ada pemeriksaan.');
  await host.page.locator('#langkah-decline button[type=submit]').click();
  await host.page.getByText('Ditolak').first().waitFor();

  await page.goto(path);
  await page.getByText('Ditolak').waitFor();
  expect(await page.getByText('Diajukan').count()).toBeGreaterThan(0);
  await page.getByText('Perjalanan Bapas Kelas II Purwokerto, 1 singgah').waitFor();
  expect([...troubles, ...host.troubles]).toEqual([]);
}, 60_000);

test('a third host is added to a trip later, after what does not fit was refused with all that was typed', async () => {
  const hosts = await app.database.query<{ code: string; name: string }>(
    `SELECT code, name FROM unit WHERE type = 'rutan' AND regional_office = 'jawa-tengah' ORDER BY code LIMIT 3`,
  );
  const [one, two, three] = hosts;
  if (!one || !two || !three) throw new Error('no Rutan');
  const by = await app.signIn(guest, 'kata-sandi-uji-coba');
  const leg = ({ code: hostUnit }: { code: string }, day: string) => ({
    hostUnit,
    startsAt: `${day}T09:00:00+07:00`,
    endsAt: `${day}T11:00:00+07:00`,
  });
  const { body } = await api(app)
    .post('/api/trips', {
      as: by,
      body: {
        kind: 'study-visit',
        title: 'Melihat tiga Rutan',
        legs: [leg(one, '2025-11-11'), leg(two, '2025-11-12')],
        party: [{ name: 'Sari Dewi', email: 'sari@contoh.test' }],
      },
    })
    .expect(201);
  const { page, troubles } = await app.signedIn(guest, { width: 'phone' });
  await page.goto(`/perjalanan/${body.id}`);
  const card = page.locator('.card', { has: page.getByRole('heading', { name: 'Tambah singgah' }) });
  await card.getByLabel('UPT tuan rumah').fill(three.name);
  await card.getByLabel(/^Hari(?! dengan)/).fill('12 nov 2025');
  await card.getByLabel(/^Mulai/).fill('10.00');
  await card.getByLabel(/^Selesai/).fill('12.00');
  await card.getByRole('button', { name: 'Tambah singgah' }).click();
  await page.getByRole('heading', { name: 'Singgah bertumpuk' }).waitFor();
  expect(await card.getByLabel('UPT tuan rumah').inputValue()).toBe(three.name);
  await page.waitForLoadState('networkidle');
  expect(await axe(page)).toEqual([]);
  await card.getByLabel(/^Hari(?! dengan)/).fill('13 nov 2025');
  await card.getByRole('button', { name: 'Tambah singgah' }).click();
  await page.getByText('Perjalanan Bapas Kelas II Purwokerto, 3 singgah').waitFor();
  const legs = page.locator('.trip-legs li');
  expect(await legs.count()).toBe(3);
  expect(await legs.last().textContent()).toContain(three.name);
  expect(await legs.last().textContent()).toContain('kira-kira');
  expect(await overflow(page)).toBe(0);
  await page.waitForLoadState('networkidle');
  expect(await axe(page)).toEqual([]);

  // The new host gets the whole party.
  await legs.last().getByRole('link', { name: three.name }).click();
  await page.getByText('Sari Dewi').first().waitFor();
  await page.getByText('singgah 3 dari 3').waitFor();
  expect(troubles).toEqual([]);
}, 60_000);
