import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { SummaryBench } from './support/told-summary.js';
import type { Header } from './support/visits.js';

let bench: SummaryBench;
let guest: Header;
let host: Header;
let kanwil: Header;

beforeAll(async () => {
  bench = await SummaryBench.open();
  ({ guest, host, kanwil } = bench.people);
});
afterAll(() => bench.app.close());

test('A summary that goes out by itself tells what is known, and of the day only what somebody chose', async () => {
  bench.app.clock.set(new Date('2025-10-30T06:00:00Z'));
  const chosen = await bench.keep(guest, 'Sudah dipilih.');
  await bench.keep(guest, 'Belum dipilih.');
  await bench.photograph(host, 'Belum dipilih juga', 'ya');
  expect((await bench.put(guest, { entries: [chosen] })).status).toBe(200);
  bench.app.clock.set(new Date('2025-11-03T06:00:00Z'));
  const sent = await bench.mails(1);
  const text = sent.get('dosen@contoh.test')?.text;
  for (const words of [
    'dikirim otomatis',
    'Topik: Ketahanan pangan',
    'Undangan dan mitra: 0 dari 1',
    'Sudah dipilih.',
  ]) {
    expect(text).toContain(words);
  }
  expect(text).not.toContain('Belum dipilih');
  expect(text).not.toContain('Foto (');
  for (const by of [guest, host]) {
    expect(await bench.page(by)).toContain(
      'Ringkasan otomatis belum memuat 1 catatan dan 1 foto hari kunjungan.',
    );
  }
  expect(await bench.page(kanwil)).not.toContain('belum memuat');
});

test('It is revised without a word where something new is known, and not where nothing is', async () => {
  expect((await bench.put(guest, { entries: [] })).status).toBe(200);
  expect((await bench.publish(guest)).status).toBe(200);
  expect((await bench.publish(guest)).body).toMatchObject({ revision: 2 });
  await bench.enterLetter(guest, { assignmentLetterNumber: 'ST-7' });
  expect((await bench.publish(guest)).status).toBe(200);
  const sent = await bench.mails(3);
  expect(sent.get('dosen@contoh.test')?.text).toContain('Surat tugas: ST-7');
  expect(await bench.page(guest)).not.toContain('belum memuat');
});
