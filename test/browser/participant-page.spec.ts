import { afterAll, beforeAll, expect, test } from '@jest/globals';
import request from 'supertest';
import { events } from '../support/feeds.js';
import { usualPeople } from '../support/people.js';
import { confirmed, step, type Header, type ShownVisit } from '../support/visits.js';
import { api } from '../support/api-client.js';
import { axe, overflow, picture, startBrowserApp, type BrowserApp, type Person } from './support/browser.js';

const OLD = 'sari@contoh.test';
const NEW = 'sari.baru@contoh.test';

let app: BrowserApp;
let guest: Header;
let visit: ShownVisit;
let sari: Person;

beforeAll(async () => {
  app = await startBrowserApp();
  const people = await usualPeople(app);
  guest = people.guest;
  visit = await confirmed(app, guest, people.host, {
    purpose: 'Belajar kebun pangan.',
    participants: [{ name: 'Sari', email: OLD, side: 'guest', role: 'leader' }],
  });
  sari = await app.visitor({ width: 'phone' });
}, 60_000);
afterAll(() => app.close());

/** The path of the first link in the newest mail to an address whose subject begins so. */
async function linkIn(email: string, subject: string): Promise<string> {
  await app.settle();
  const [mail] = await app.database.query<{ text: string }>(
    `SELECT body_text AS text FROM mail WHERE recipient_email = $1 AND subject LIKE $2 || '%'
     ORDER BY position DESC LIMIT 1`,
    [email, subject],
  );
  return /https?:\/\/[^/\s]+(\/\S+)/.exec(mail?.text ?? '')?.[1] ?? `no link in a mail “${subject}”`;
}

/** Opens a page as it stands on the phone; it is nobody's sign-in, fits, and is fit for everybody. */
async function open(path: string, name?: string): Promise<void> {
  const answer = await sari.page.goto(path);
  expect([path, answer?.status()]).toEqual([path, 200]);
  await fits();
  if (name) await picture(sari.page, name);
}

async function fits(): Promise<void> {
  expect(await sari.page.getByLabel('Kata sandi').count()).toBe(0);
  expect(await overflow(sari.page)).toBe(0);
  expect(await axe(sari.page)).toEqual([]);
}

async function publishAgenda(title: string): Promise<void> {
  const address = `/api/visits/${visit.id}/agenda`;
  const { body } = await request(app.server).get(address).set(guest).expect(200);
  const items = [
    { startsAt: '2025-10-30T09:00:00+07:00', endsAt: '2025-10-30T10:00:00+07:00', title, kind: 'welcome' },
    {
      startsAt: '2025-10-30T10:00:00+07:00',
      endsAt: '2025-10-30T12:00:00+07:00',
      title: 'Peninjauan kebun',
      kind: 'field-tour',
      place: 'Kebun',
    },
  ];
  const { version } = body as { version: number };
  const saved = await request(app.server).put(address).set(guest).send({ version, items }).expect(200);
  const sent = saved.body as { version: number };
  await request(app.server).post(`${address}/publish`).set(guest).send({ version: sent.version }).expect(200);
}

const feed = async (path: string): Promise<string> => (await request(app.server).get(path).expect(200)).text;

test('somebody without an account is led through a visit on a phone, from the invitation to what came of it', async () => {
  const { page } = sari;
  await open(await linkIn(OLD, 'Undangan'), 'participant-invited');
  await page.getByText('Belajar kebun pangan.').waitFor();
  await page.getByRole('button', { name: 'Hadir', exact: true }).click();
  await page.getByText('Anda menjawab akan hadir.').waitFor();

  await publishAgenda('Penerimaan tamu');
  await open(await linkIn(OLD, 'Susunan acara'));
  await page.getByText('Penerimaan tamu').waitFor();
  await publishAgenda('Sambutan kepala');
  await open(await linkIn(OLD, 'Perubahan susunan acara'), 'participant-agenda');
  await page.getByText('Sambutan kepala').waitFor();

  await page.getByRole('link', { name: 'Pasang di kalender saya' }).click();
  await page.getByLabel('Alamat langganan').waitFor();
  await fits();
  await picture(page, 'participant-calendar');
  const subscribed = new URL(await page.getByLabel('Alamat langganan').inputValue()).pathname;
  expect(events(await feed(subscribed))).toHaveLength(1);
  await page.getByRole('link', { name: 'Halaman kunjungan' }).click();

  await page.getByText('Ada orang lain yang menggantikan').click();
  await page.getByLabel('Nama pengganti').fill('Budi');
  await page.getByLabel('Alamat surel pengganti').fill('budi@contoh.test');
  await page.getByRole('button', { name: 'Usulkan pengganti' }).click();
  await page.getByText('sudah kami sampaikan').waitFor();
  expect(events(await feed(subscribed))).toHaveLength(0);
  await page.getByRole('button', { name: 'Hadir', exact: true }).click();
  await page.getByText('Anda menjawab akan hadir.').waitFor();
  expect(events(await feed(subscribed))).toHaveLength(1);

  app.clock.set(new Date('2025-10-30T09:10:00+07:00'));
  await page.reload();
  await page.getByText('Sekarang', { exact: true }).waitFor();
  await page.getByText('Berikutnya', { exact: true }).waitFor();
  await fits();
  await picture(page, 'participant-day');

  app.clock.set(new Date('2025-10-30T12:05:00+07:00'));
  const now = await api(app).get('/api/visits/{id}', { as: guest, path: { id: visit.id } });
  const participantId = (now.body as ShownVisit).participants[0]?.id;
  await api(app)
    .patch('/api/visits/{id}/participants/{participantId}', {
      as: guest,
      path: { id: visit.id, participantId },
      body: { attendance: 'present' },
    })
    .expect(200);
  const seen = await api(app).get('/api/visits/{id}', { as: guest, path: { id: visit.id } });
  await step(app, guest, seen.body as ShownVisit, 'complete');
  await open(await linkIn(OLD, 'Mohon masukan'));
  await page.getByLabel('Sangat bermanfaat').first().check();
  await page.getByLabel('Sangat baik').first().check();
  await page.getByLabel(/layak ditiru/).fill('Kebun pangan');
  await page.getByRole('button', { name: 'Kirim masukan' }).click();
  await page.getByRole('heading', { name: 'Terima kasih' }).waitFor();

  const summary = `/api/visits/${visit.id}/summary`;
  const texts = { version: 0, outcomes: 'Kebun ditinjau.', decisions: '', notes: '', links: [] };
  const saved = await request(app.server).put(summary).set(guest).send(texts).expect(200);
  const { version } = saved.body as { version: number };
  await request(app.server).post(`${summary}/publish`).set(guest).send({ version }).expect(200);
  await open(await linkIn(OLD, 'Ringkasan'), 'participant-after');
  await page.getByText('Kebun ditinjau.').waitFor();
  await page.getByText('Anda tercatat hadir.').waitFor();
  await page.getByText('Masukan Anda sudah tersimpan.').waitFor();

  await page.getByText('Betulkan sendiri').click();
  await page.getByLabel('Alamat surel').fill(NEW);
  await page.getByRole('button', { name: 'Simpan' }).click();
  await page.getByText('mengirim surel ke alamat baru').waitFor();
  await open(await linkIn(NEW, 'Mohon pastikan'));
  await page.getByRole('button', { name: 'Pakai alamat ini' }).click();
  await page.getByText('Alamat surel Anda sudah diganti.').waitFor();
  await fits();
  expect(await page.getByLabel('Alamat surel').inputValue()).toBe(NEW);
  expect(events(await feed(subscribed))).toHaveLength(1);
  expect(sari.troubles).toEqual([]);
}, 240_000);
