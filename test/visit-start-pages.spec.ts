import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import request from 'supertest';
import { startApp, type TestApp } from './support/app.js';
import { usualPeople } from './support/people.js';
import { confirmed, create, requested, step, type Header } from './support/visits.js';

let app: TestApp;
let guest: Header;
let host: Header;
let kanwil: Header;
let stranger: Header;

const at = (day: string) => ({
  startsAt: `2025-${day}T09:00:00+07:00`,
  endsAt: `2025-${day}T11:00:00+07:00`,
});

beforeAll(async () => {
  app = await startApp();
  ({ guest, host, kanwil, stranger } = await usualPeople(app));
  await create(app, guest, { title: 'Masih draf', ...at('10-28') });
  await requested(app, guest, { title: 'Belum dijawab', ...at('10-29') });
  await confirmed(app, guest, host, { title: 'Sudah pasti', ...at('10-30') });
  const moving = await confirmed(app, guest, host, { title: 'Akan pindah', ...at('11-04') });
  await step(app, host, moving, 'reschedule', { reason: 'Banjir', ...at('11-05') });
});
afterAll(() => app.close());

const page = async (path: string, by: Header): Promise<string> =>
  (await request(app.server).get(path).set('accept', 'text/html').set(by).expect(200)).text;

/** The part of the start page between two of its headings. */
const between = (text: string, from: string, to: string): string =>
  text.slice(text.indexOf(from), text.includes(to) ? text.indexOf(to) : undefined);

describe('the start page', () => {
  test('names what waits for each side, and for nobody else', async () => {
    const ofGuest = between(await page('/', guest), 'Menunggu Anda', 'Kunjungan berikutnya');
    expect(ofGuest).toMatch(/Ajukan draf kunjungan ke Rutan[^<]*<[^]*Masih draf/);
    expect(ofGuest).toMatch(/Jawab usulan jadwal baru Rutan[^]*Akan pindah · Rabu, 5 November 2025/);
    expect(ofGuest).not.toContain('Belum dijawab');
    const ofHost = between(await page('/', host), 'Menunggu Anda', 'Kunjungan berikutnya');
    expect(ofHost).toMatch(/Jawab permintaan Bapas[^]*Belum dijawab/);
    expect(ofHost).not.toMatch(/Masih draf|Akan pindah/);
    for (const by of [stranger, kanwil]) {
      const text = between(await page('/', by), 'Menunggu Anda', 'Kunjungan berikutnya');
      expect(text).not.toMatch(/Masih draf|Belum dijawab|Akan pindah/);
    }
  });

  test('names approvals to the office that has yet to give them', async () => {
    await app.database.query(`UPDATE regional_office SET approves_inside = true WHERE code = 'jawa-tengah'`);
    const visit = await requested(app, guest, { title: 'Perlu persetujuan', ...at('11-06') });
    expect(await page('/', kanwil)).toMatch(/Setujui kunjungan Bapas[^]*Perlu persetujuan/);
    await step(app, kanwil, visit, 'approve');
    expect(between(await page('/', kanwil), 'Menunggu Anda', 'Kunjungan berikutnya')).not.toContain(
      'Perlu persetujuan',
    );
    await app.database.query(`UPDATE regional_office SET approves_inside = false WHERE code = 'jawa-tengah'`);
  });

  test('shows the next visits, soonest first and how far off, and what is new in the region', async () => {
    const next = between(await page('/', guest), 'Kunjungan berikutnya', 'Baru di wilayah Anda');
    expect(next).toMatch(/Sudah pasti[^]*10 hari lagi[^]*Akan pindah[^]*15 hari lagi/);
    expect(next).not.toMatch(/Masih draf|Belum dijawab/);
    const news = (text: string) => text.slice(text.indexOf('Baru di wilayah Anda'));
    expect(news(await page('/', kanwil))).toMatch(/Sudah pasti[^]*Dikonfirmasi/);
    expect(await page('/', stranger)).not.toContain('Baru di wilayah Anda');
  });
});

test('visits are found by the search over everything, by those who may see them', async () => {
  expect(await page('/cari?q=pasti', guest)).toContain('Sudah pasti');
  expect(await page('/cari?q=pasti', stranger)).not.toContain('Sudah pasti');
  expect(await page('/cari?q=draf', host)).not.toContain('Masih draf');
});

test('the list shows what comes next first, drafts and the past each on their own', async () => {
  const titles = (text: string): string[] =>
    [...text.matchAll(/visit-row-title">([^<]+)</g)].map(([, title = '']) => title);
  expect(titles(await page('/kunjungan', guest))).toEqual([
    'Belum dijawab',
    'Sudah pasti',
    'Akan pindah',
    'Perlu persetujuan',
  ]);
  expect(titles(await page('/kunjungan?tab=draf', guest))).toEqual(['Masih draf']);
  expect(titles(await page('/kunjungan?tab=selesai', guest))).toEqual([]);
  expect(titles(await page('/kunjungan?tab=semua&from=2025-11-01&to=2025-11-04', guest))).toEqual([
    'Akan pindah',
  ]);
  const first = await page('/kunjungan?limit=2', guest);
  const onward = /href="([^"]+)" rel="next"/.exec(first)?.[1]?.replaceAll('&amp;', '&') ?? '';
  expect([...titles(first), ...titles(await page(`${onward}&limit=2`, guest))]).toEqual([
    'Belum dijawab',
    'Sudah pasti',
    'Akan pindah',
    'Perlu persetujuan',
  ]);
  expect(await page('/kunjungan?tab=selesai', kanwil)).toContain('Ajukan kunjungan');
});

test('what was mailed about a visit stands on its page, for those who may see it', async () => {
  const visit = await requested(app, guest, { title: 'Dengan surel', ...at('11-07') });
  await app.settle();
  const text = await page(`/kunjungan/${visit.id}`, host);
  expect(text).toMatch(/Surel kunjungan ini[^]*Permintaan kunjungan: Dengan surel/);
  expect(text).not.toContain('/surat?visit=');
});
