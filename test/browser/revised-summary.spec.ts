import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Buffer } from 'node:buffer';
import sharp from 'sharp';
import request from 'supertest';
import { talk, tour, welcome } from '../support/agendas.js';
import { pageOf } from '../support/participant-links.js';
import { signedIn } from '../support/people.js';
import { confirmed, type Header, type ShownVisit } from '../support/visits.js';
import { axe, overflow, picture, startBrowserApp, type BrowserApp, type Look } from './support/browser.js';

/**
 * Ten days after a summary that went out by itself, an officer completes attendance, photos and letters on a phone and sends
 * the revision; a participant without account reads it.
 */
const emails = { guest: 'petugas@tamu.test', host: 'petugas@tuan.test', sari: 'sari@contoh.test' };
/** The visit ends on Thursday; two working days later its summary goes out by itself. */
const SUMMARISED = new Date('2025-11-03T06:00:00Z');
const TEN_DAYS_LATER = new Date('2025-11-13T02:00:00Z');

let app: BrowserApp;
let guest: Header;
let visit: ShownVisit;

beforeAll(async () => {
  app = await startBrowserApp();
  guest = await signedIn(app, { email: emails.guest, role: 'officer', unit: 'bapas-purwokerto' });
  const host = await signedIn(app, { email: emails.host, role: 'officer', unit: 'rutan-banjarnegara' });
  visit = await confirmed(app, guest, host, {
    topics: ['Ketahanan pangan', 'Kehumasan'],
    programs: ['akselerasi-2'],
    place: 'Aula utama',
    learningQuestions: ['Bagaimana panen dicatat?'],
    participants: [
      { name: 'Sari', email: emails.sari, side: 'guest', role: 'leader' },
      { name: 'Budi', side: 'guest', role: 'member' },
      { name: 'Tono', side: 'host', role: 'speaker' },
    ],
  });
  const agenda = `/api/visits/${visit.id}/agenda`;
  const items = [welcome, talk, tour];
  await request(app.server).put(agenda).set(host).send({ version: 0, items }).expect(200);
  await request(app.server).post(`${agenda}/publish`).set(host).send({ version: 1 }).expect(200);
  app.clock.set(new Date('2025-10-30T03:30:00Z'));
  await request(app.server)
    .post(`/api/visits/${visit.id}/entries`)
    .set(guest)
    .send({ text: 'Bibit disemai sendiri.' })
    .expect(201);
  app.clock.set(SUMMARISED);
  await app.settle();
  app.clock.set(TEN_DAYS_LATER);
  await app.settle();
}, 90_000);
afterAll(() => app.close());

async function mailTo(email: string, revision: number): Promise<{ text: string; html: string } | undefined> {
  await app.settle();
  const [mail] = await app.database.query<{ text: string; html: string }>(
    'SELECT body_text AS text, body_html AS html FROM mail WHERE key = $1',
    [`summary:${visit.id}:${revision}:${email}`],
  );
  return mail;
}

const garden = async () => ({
  name: 'kebun.jpg',
  mimeType: 'image/jpeg',
  buffer: Buffer.from(
    await sharp({ create: { width: 800, height: 600, channels: 3, background: '#3a7' } })
      .jpeg()
      .toBuffer(),
  ),
});

test('the summary that went out by itself tells what was known, and nothing that nobody chose', async () => {
  const mail = await mailTo(emails.sari, 1);
  for (const words of [
    'dikirim otomatis',
    'Topik: Ketahanan pangan',
    'Tempat: Aula utama',
    'Peninjauan kebun',
  ]) {
    expect(mail?.text).toContain(words);
  }
  expect(mail?.text).not.toContain('Bibit');
});

test('an officer completes attendance, photos and letters on a phone', async () => {
  const { page, troubles } = await app.signedIn(emails.guest, { width: 'phone' });
  await page.goto(`/kunjungan/${visit.id}`);
  await page.getByText('Ringkasan otomatis belum memuat 1 catatan hari kunjungan.').waitFor();
  await page.getByRole('link', { name: 'Lengkapi catatan' }).click();
  await page.getByRole('button', { name: 'Sari: hadir', exact: true }).click();
  await page.locator('#kiriman:empty').waitFor({ state: 'attached', timeout: 20_000 });
  for (const words of ['Kebun sayur', 'Panen bersama']) {
    await page.locator('#photo').setInputFiles(await garden());
    await page.getByLabel('Keterangan foto').fill(words);
    if (words === 'Kebun sayur') await page.getByRole('checkbox').check();
    await page.getByRole('button', { name: 'Simpan foto' }).click();
    await page.locator('#entri').getByText(words).waitFor();
  }
  await page.goto(`/kunjungan/${visit.id}/ubah`);
  await page.locator('[name="assignmentLetterNumber"]').fill('ST-7');
  await page.getByRole('button', { name: 'Simpan perubahan' }).click();
  await page.getByText('Perubahan sudah disimpan.').waitFor();
  await page
    .getByText('Sejak ringkasan terbit tercatat: 1 data surat, 1 kehadiran, 2 foto.', { exact: false })
    .waitFor();
  expect(await overflow(page)).toBe(0);
  expect(await axe(page)).toEqual([]);
  await app.settle();
  expect(await mailTo(emails.sari, 2)).toBeUndefined();
  expect(troubles).toEqual([]);
}, 120_000);

test('and sends the revision, without script, losing nothing', async () => {
  const { page, troubles } = await app.signedIn(emails.guest, { width: 'phone', script: false });
  await page.goto(`/kunjungan/${visit.id}`);
  await page.getByRole('link', { name: 'Tinjau dan kirim revisi' }).click();
  await page.getByText('Revisi yang Anda terbitkan memuatnya', { exact: false }).waitFor();
  expect(await overflow(page)).toBe(0);
  await page.getByLabel('Hasil').fill('Kebun tiga hektare ditinjau.');
  await page.getByLabel('Jawaban: Bagaimana panen dicatat?').fill('Ditimbang tiap pagi.');
  await page.getByRole('checkbox', { name: /Kebun sayur/ }).check();
  // Clearing the other photo keeps what was typed and ticked, and takes it in.
  await page.getByRole('button', { name: /Tidak memuat wajah/ }).click();
  await page.getByText('Izin foto tercatat').waitFor();
  expect(await page.getByLabel('Hasil').inputValue()).toBe('Kebun tiga hektare ditinjau.');
  for (const words of [/Kebun sayur/, /Panen bersama/]) {
    expect(await page.getByRole('checkbox', { name: words }).isChecked()).toBe(true);
  }
  const note = page.getByRole('checkbox', { name: /Bibit disemai/ });
  expect(await note.isChecked()).toBe(false);
  await note.check();
  await page.getByRole('button', { name: 'Simpan dan terbitkan revisi' }).click();
  await page.getByText('Ringkasan, revisi 2').waitFor();
  expect(await page.getByText('Sejak ringkasan terbit tercatat').count()).toBe(0);
  expect(await overflow(page)).toBe(0);

  const mail = await mailTo(emails.sari, 2);
  for (const words of [
    'menggantikan yang sebelumnya',
    'Surat tugas: ST-7',
    '- Tamu, Bapas Kelas II Purwokerto: 1 dari 2 hadir, 1 belum dicatat',
    'Bagaimana panen dicatat? – Ditimbang tiap pagi.',
    '- Bibit disemai sendiri.',
    'Foto (2):\n- Kebun sayur\n- Panen bersama',
  ]) {
    expect(mail?.text).toContain(words);
  }
  expect(mail?.html).not.toContain('/masuk');

  await page.getByRole('link', { name: 'Ringkasan', exact: true }).click();
  await page.getByRole('link', { name: 'Ringkasan pertama' }).click();
  await page.getByText('Dikirim otomatis dengan hal-hal yang tercatat.').waitFor();
  expect(
    await page.getByText('Tamu, Bapas Kelas II Purwokerto: 0 dari 2 hadir, 2 belum dicatat').count(),
  ).toBe(1);
  for (const later of ['Kebun tiga hektare', 'ST-7', 'Bibit disemai', 'Kebun sayur']) {
    expect(await page.getByText(later).count()).toBe(0);
  }
  await page.getByRole('link', { name: 'Revisi 2 menggantikannya' }).click();
  await page.getByText('Kebun tiga hektare ditinjau.').waitFor();
  expect(troubles).toEqual([]);
}, 120_000);

test('a participant reads it with its photos on the own page, never meeting a sign-in', async () => {
  const { page, troubles } = await app.visitor({ width: 'phone' });
  await page.goto(await pageOf(app, emails.sari));
  await page.getByText('Kebun tiga hektare ditinjau.').waitFor();
  const photo = page.getByRole('img', { name: 'Kebun sayur' });
  await photo.scrollIntoViewIfNeeded();
  await page.waitForLoadState('networkidle');
  expect(await photo.evaluate((image) => (image as unknown as { naturalWidth: number }).naturalWidth)).toBe(
    320,
  );
  expect(await overflow(page)).toBe(0);
  expect(await axe(page)).toEqual([]);
  expect(troubles).toEqual([]);
  await photo.click();
  await page.waitForURL(/\/jawab\/[\w-]+\/foto\//);
}, 60_000);

test.each<[Look, 'phone' | 'desk']>([
  ['light', 'phone'],
  ['dark', 'phone'],
  ['light', 'desk'],
  ['dark', 'desk'],
])(
  'its pages are legible, %s, on a %s',
  async (look, width) => {
    const { page } = await app.signedIn(emails.guest, { look, width });
    for (const [rest, name] of [
      ['/ringkasan', 'form'],
      ['/ringkasan/revisi/2', 'revision'],
      ['', 'visit'],
    ]) {
      await page.goto(`/kunjungan/${visit.id}${rest}`);
      await page.waitForLoadState('networkidle');
      expect(await overflow(page)).toBe(0);
      expect(await axe(page)).toEqual([]);
      await picture(page, `summary-${name}-${width}-${look}`);
    }
  },
  120_000,
);
