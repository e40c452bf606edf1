import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { usualPeople, type UsualPeople } from '../support/people.js';
import { confirmed } from '../support/visits.js';
import { api } from '../support/api-client.js';
import { axe, overflow, signIn, startBrowserApp, type BrowserApp } from './support/browser.js';

let app: BrowserApp;
let people: UsualPeople;

beforeAll(async () => {
  app = await startBrowserApp();
  people = await usualPeople(app);
}, 60_000);
afterAll(() => app.close());

async function lastMailTo(email: string): Promise<string> {
  await app.settle();
  const [mail] = await app.database.query<{ text: string }>(
    'SELECT body_text AS text FROM mail WHERE recipient_email = $1 ORDER BY position DESC LIMIT 1',
    [email],
  );
  return mail?.text ?? '';
}

test('the address of an account is changed by a link to the new one, on a phone without script', async () => {
  const { page } = await app.signedIn('petugas@tamu.test');
  await page.goto('/akun');
  await page.getByLabel('Alamat surel baru').fill('ratna@kemenimipas.test');
  await page.getByRole('button', { name: 'Kirim tautan ke alamat baru' }).click();
  await page.waitForURL('**/akun?info=surel');
  const link = /\bhttp\S+\/alamat\/[\w-]+/.exec(await lastMailTo('ratna@kemenimipas.test'))?.[0] ?? '';

  const phone = await app.visitor({ width: 'phone', look: 'dark', script: false });
  await phone.page.goto(link);
  expect(await overflow(phone.page)).toBe(0);
  await phone.page.getByRole('button', { name: 'Pakai alamat ini' }).click();
  await phone.page.getByRole('heading', { name: 'Alamat surel sudah diganti' }).waitFor();
  await phone.page.getByRole('main').getByRole('link', { name: 'Masuk' }).click();
  await signIn(phone.page, 'ratna@kemenimipas.test', false);
  await phone.page.goto(link);
  await phone.page.getByRole('heading', { name: 'Tautan tidak berlaku' }).waitFor();
  expect(phone.troubles).toEqual([]);
});

test('a mistyped address of a participant is put right, and the new one gets the invitation', async () => {
  const visit = await confirmed(app, people.guest, people.host);
  await api(app)
    .post('/api/visits/{id}/participants', {
      as: people.guest,
      path: { id: visit.id },
      body: { name: 'Sari Dewi', email: 'sari@kemenkumham.test', side: 'guest', role: 'member' },
    })
    .expect(201);
  await app.settle();
  const { page, troubles } = await app.signedIn('ratna@kemenimipas.test', { width: 'phone' });
  await page.goto(`/kunjungan/${visit.id}/peserta`);
  const row = page.getByRole('listitem').filter({ hasText: 'Sari Dewi' }).last();
  await row.locator('summary').click();
  expect(await axe(page)).toEqual([]);
  await row.getByLabel('Alamat surel').fill('sari@kemenimipas.test');
  await row.getByRole('button', { name: 'Simpan', exact: true }).click();
  await page.waitForURL('**?info=**');
  expect(await lastMailTo('sari@kemenimipas.test')).toContain('Tempat: Rutan Kelas IIB Banjarnegara');
  expect(troubles).toEqual([]);
});
