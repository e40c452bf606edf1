import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import readExcelFile from 'read-excel-file/node';
import request from 'supertest';
import { signedIn as account } from '../support/people.js';
import { confirmed, step, type Header, type ShownVisit } from '../support/visits.js';
import { startBrowserApp, type BrowserApp, type Person } from './support/browser.js';

/**
 * What was learned goes on: the host writes a note after the reference visit, an officer of another region finds it by
 * a misspelt question, visits, does it at home, and the Kanwil sees it and takes the figures away.
 */
let app: BrowserApp;
let api: { host: Header; bali: Header };
let visit: ShownVisit;
let notePath: string;
let promisePath: string;
const persons: Person[] = [];

const emails = {
  guest: 'petugas@tamu.test',
  host: 'petugas@tuan.test',
  head: 'kepala@tuan.test',
  kanwil: 'kanwil@jateng.test',
  bali: 'petugas@bali.test',
};
const TITLE = 'Kebun sayur di lahan tidur';

async function at(email: string, width: 'desk' | 'phone' = 'desk'): Promise<Page> {
  const person = await app.signedIn(email, { width });
  persons.push(person);
  return person.page;
}

async function search(page: Page, words: string): Promise<void> {
  const form = page.getByRole('search', { name: 'Cari praktik baik' });
  await form.getByRole('searchbox').fill(words);
  await form.getByRole('searchbox').press('Enter');
  await page.waitForURL((url) => url.search !== '');
}

const button = (page: Page, name: string | RegExp) => page.getByRole('main').getByRole('button', { name });

beforeAll(async () => {
  app = await startBrowserApp();
  const guest = await account(app, { email: emails.guest, role: 'officer', unit: 'bapas-purwokerto' });
  const host = await account(app, { email: emails.host, role: 'officer', unit: 'rutan-banjarnegara' });
  await account(app, { email: emails.head, role: 'unit-head', unit: 'rutan-banjarnegara' });
  await account(app, { email: emails.kanwil, role: 'regional', regionalOffice: 'jawa-tengah' });
  const bali = await account(app, { email: emails.bali, role: 'officer', unit: 'lapas-kerobokan' });
  api = { host, bali };
  visit = await confirmed(app, guest, host, { programs: ['akselerasi-2'] });
  app.clock.set(new Date('2025-10-30T06:00:00Z'));
  const held = await step(app, host, visit, 'complete');
  const path = `/api/visits/${visit.id}/summary`;
  const texts = { outcomes: 'Lahan tidur menjadi kebun sayur asimilasi.', decisions: '', notes: '' };
  await request(app.server)
    .put(path)
    .set(guest)
    .send({ version: 0, ...texts })
    .expect(200);
  await request(app.server).post(`${path}/publish`).set(guest).send({ version: 1 }).expect(200);
  expect(held.state).toBe('held');
}, 90_000);
afterAll(() => app.close());

test('the host begins a note from the summary and proposes it', async () => {
  const page = await at(emails.host);
  await page.goto(`/praktik-baik/dari-kunjungan/${visit.id}`);
  await page.getByText('Lahan tidur menjadi kebun sayur asimilasi.').first().waitFor();
  await button(page, 'Lanjut menulis').click();
  await page.getByLabel('Judul').fill(TITLE);
  for (const field of ['context', 'whatWasDone', 'result', 'howToCopy', 'resources', 'pitfalls']) {
    const text = page.locator(`textarea[name="${field}"]`);
    if ((await text.inputValue()) === '') await text.fill('Dua belas petak, panen **setiap bulan**.');
  }
  await button(page, /^Ajukan untuk diterbitkan/)
    .first()
    .click();
  await page.waitForURL(/\/praktik-baik\/[0-9a-f-]{36}/);
  notePath = new URL(page.url()).pathname;
});

test('the head of the unit finds it waiting, and publishes it from a phone', async () => {
  const page = await at(emails.head, 'phone');
  await page.goto('/');
  await page.getByRole('main').locator(`a[href^="${notePath}"]`).first().click();
  await button(page, /^Terbitkan/)
    .first()
    .click();
  await page.waitForURL((url) => url.search !== '');
  const [note] = await app.database.query<{ state: string }>('SELECT state FROM note WHERE title = $1', [
    TITLE,
  ]);
  expect(note?.state).toBe('published');
});

test('an officer of another region finds it in spite of a misspelling, and says that they use it', async () => {
  const page = await at(emails.bali);
  await page.goto('/praktik-baik');
  await search(page, 'kebun asimlasi');
  const found = page.getByRole('main').getByRole('link', { name: new RegExp(TITLE) });
  await found.first().click();
  await page.waitForURL(`**${notePath}*`);
  await button(page, 'Kami memakai ini').click();
  await page.getByText('Dipakai 1 UPT').waitFor();
  await page.goto('/praktik-baik');
  await search(page, 'memelihara sapi');
  expect(await found.count()).toBe(0);
});

test('they visit, promise, do it, and the host confirms it as a replication', async () => {
  const theirs = await confirmed(app, api.bali, api.host, {
    guestUnit: 'lapas-kerobokan',
    programs: ['akselerasi-2'],
    startsAt: '2025-11-20T09:00:00+07:00',
    endsAt: '2025-11-20T12:00:00+07:00',
  });
  const answer = await request(app.server)
    .post('/api/follow-ups')
    .set(api.bali)
    .send({
      visit: theirs.id,
      what: 'Membuka kebun',
      unit: 'lapas-kerobokan',
      person: 'Wayan',
      dueOn: '2025-12-20',
    })
    .expect(201);
  promisePath = `/tindak-lanjut/${(answer.body as { id: string }).id}`;
  const guest = await at(emails.bali);
  await guest.goto(promisePath);
  await guest.getByLabel('Bukti pelaksanaan').fill('Laporan panen pertama, 14 kg kangkung.');
  await button(guest, /^(?:Tandai selesai|Selesai)/)
    .first()
    .click();
  await guest.getByText('Menunggu UPT mitra atau Kanwil').waitFor();
  const host = await at(emails.host, 'phone');
  await host.goto(promisePath);
  await host.getByLabel('Praktik baik').selectOption({ label: `${TITLE} · Rutan Kelas IIB Banjarnegara` });
  await host.getByLabel('Dipraktikkan sejak').fill('2025-10-30');
  await host.getByLabel('Hasilnya').fill('Panen pertama 14 kg.');
  await button(host, 'Konfirmasi sebagai replikasi').click();
  await host.getByText('Panen pertama 14 kg.').first().waitFor();
});

test('the Kanwil sees it counted, opens what was counted, and takes the same sums away', async () => {
  const page = await at(emails.kanwil);
  await page.goto('/sinergi?dari=2025-10&sampai=2025-12');
  const tile = (name: string) => page.locator('.sinergi-tile', { hasText: name }).locator('.sinergi-number');
  expect(await tile('Praktik direplikasi').textContent()).toBe('1');
  const visits = Number(await tile('Semua').textContent());
  expect(visits).toBe(2);
  await page.goto('/sinergi/laporan?dari=2025-10&sampai=2025-12');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Unduh Excel (XLSX)' }).click(),
  ]);
  const sheets = await readExcelFile(await readFile(await download.path()));
  const sheet = (name: string) => sheets.find((each) => each.sheet === name)?.data ?? [];
  const months = sheet('Kunjungan menurut bulan').slice(1);
  expect(months.reduce((sum, [, count]) => sum + Number(count), 0)).toBe(visits);
  expect(sheet('Hasil kunjungan')).toContainEqual(['Praktik direplikasi', 1, 0]);
  expect(sheet('Praktik yang direplikasi').slice(1)).toEqual([[TITLE, 'Rutan Kelas IIB Banjarnegara', 1]]);
  expect(persons.flatMap(({ troubles }) => troubles)).toEqual([]);
});
