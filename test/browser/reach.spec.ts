import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { usualPeople, type UsualPeople } from '../support/people.js';
import { confirmed, step, type ShownVisit } from '../support/visits.js';
import { api } from '../support/api-client.js';
import { axe, overflow, picture, startBrowserApp, type BrowserApp } from './support/browser.js';

const email = 'petugas@tamu.test';
let app: BrowserApp;
let people: UsualPeople;
let visit: ShownVisit;

beforeAll(async () => {
  app = await startBrowserApp();
  people = await usualPeople(app);
  const participants = [
    { name: 'Budi Santoso', phone: '0812 3456 7890', side: 'guest', role: 'leader' },
    { name: 'Ani', email: 'ani@contoh.test', side: 'guest', role: 'member' },
  ];
  visit = await confirmed(app, people.guest, people.host, { participants });
  await app.settle();
}, 60_000);
afterAll(() => app.close());

test('on a telephone without script, somebody without mail is reached, and again when the visit is off', async () => {
  const { page, context } = await app.signedIn(email, { script: false, width: 'phone' });
  await page.goto(`/kunjungan/${visit.id}`);
  const list = page.locator('#terjangkau');
  await list.getByText('Belum terjangkau (2)').waitFor();
  expect(await list.getByText('tanpa surel').count()).toBe(1);
  expect(await list.getByText('belum menjawab undangan').count()).toBe(1);
  expect(await list.getByLabel('Telepon Budi Santoso').getAttribute('href')).toBe('tel:+6281234567890');
  expect(await overflow(page)).toBe(0);

  await list.getByLabel('WhatsApp ke Budi Santoso').click();
  await page.getByRole('heading', { name: 'Pesan untuk Budi Santoso' }).waitFor();
  const href = (await page.getByRole('link', { name: 'Buka di WhatsApp' }).getAttribute('href')) ?? '';
  expect(href).toMatch(/^https:\/\/wa\.me\/6281234567890\?text=/);
  const text = new URL(href).searchParams.get('text') ?? '';
  const link = new URL(/https?:\S+\/jawab\/\S+/.exec(text)?.[0] ?? '');
  expect(await overflow(page)).toBe(0);
  await picture(page, 'reach-message-360');

  const own = await app.visitor({ script: false, width: 'phone' });
  await own.page.goto(link.pathname);
  await own.page.getByText('Budi Santoso').first().waitFor();

  await page.getByRole('button', { name: 'Sudah dihubungi: Budi Santoso' }).click();
  await list.getByText('Belum terjangkau (1)').waitFor();
  await list.getByText('Sudah dihubungi (1)').click();
  await list.getByText(/^Dihubungi Petugas petugas@tamu\.test/).waitFor();
  await picture(page, 'reach-list-360');

  const { body } = await api(app)
    .get('/api/visits/{id}', { as: people.host, path: { id: visit.id } })
    .expect(200);
  await step(app, people.host, body, 'cancel', { reason: 'Apel mendadak.' });
  await page.goto(`/kunjungan/${visit.id}`);
  await list.getByText('Kunjungan batal').waitFor();
  const first = await page.locator('.visit-columns > div').first().locator('> *').first().getAttribute('id');
  expect(first).toBe('terjangkau');
  await list.getByRole('button', { name: 'Sudah dihubungi: Budi Santoso' }).click();
  await list.getByText('Belum terjangkau (1)').waitFor();
  await context.close();
}, 120_000);

test('with script the same pages have nothing that stands in the way', async () => {
  const other = await confirmed(app, people.guest, people.host, {
    startsAt: '2025-11-05T09:00:00+07:00',
    endsAt: '2025-11-05T11:00:00+07:00',
    participants: [{ name: 'Candra', phone: '0812 3456 7891', side: 'guest', role: 'leader' }],
  });
  const { page, troubles } = await app.signedIn(email, { width: 'phone' });
  await page.goto(`/kunjungan/${other.id}`);
  expect(await axe(page)).toEqual([]);
  await page.getByLabel('WhatsApp ke Candra').click();
  await page.getByRole('heading', { name: 'Pesan untuk Candra' }).waitFor();
  expect(await axe(page)).toEqual([]);
  expect(await overflow(page)).toBe(0);
  expect(troubles).toEqual([]);
}, 60_000);
