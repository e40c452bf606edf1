import { afterAll, beforeAll, expect, test } from '@jest/globals';
import request from 'supertest';
import { startApp, type TestApp } from './support/app.js';
import { BOOKING, filledBooking as filled } from './support/booking.js';
import { usualPeople, type UsualPeople } from './support/people.js';
import { confirmed, requested, type Header } from './support/visits.js';

let app: TestApp;
let people: UsualPeople;
let guest: Header;

beforeAll(async () => {
  app = await startApp();
  people = await usualPeople(app);
  guest = people.guest;
});
afterAll(() => app.close());

const send = (fields: object) =>
  request(app.server).post(BOOKING).set('accept', 'text/html').set(guest).type('form').send(fields);

test('rules of the host are told before sending', async () => {
  const { text } = await send(
    filled({ langkah: 'periksa', waktu: 'sendiri', tanggal: '2025-11-01', dari: '09:00', sampai: '11:00' }),
  );
  expect(text).toContain('Tuan rumah tidak menerima kunjungan pada waktu ini');
  expect(text).toContain('berada di luar jam kunjungan');
  expect(text).toMatch(/name="tanggal"[^>]*value="1 November 2025"/);
});

test('a time that is taken, own visits and people who are away are told, and do not forbid', async () => {
  const at = { startsAt: '2025-11-12T09:00:00+07:00', endsAt: '2025-11-12T11:00:00+07:00' };
  const budi = { name: 'Budi', email: 'budi@contoh.test', side: 'guest', role: 'leader' };
  const title = 'Yang lain dulu';
  await confirmed(app, guest, people.host, { ...at, title, participants: [budi] });
  const form = filled({ waktu: '2025-11-12T09:00', tempel: 'Budi;;budi@contoh.test' });
  const { text } = await send({ ...form, langkah: 'periksa' }).expect(200);
  expect(text).toContain('Tuan rumah sudah menerima kunjungan lain pada waktu ini');
  expect(text).toContain('UPT Anda punya kunjungan lain: Yang lain dulu, Rabu, 12 November 2025');
  expect(text).toContain('Sudah ikut kunjungan lain pada waktu itu: Budi.');
  await send(form).expect(303);
});

test('a visit that still waits for its answer is called so', async () => {
  const at = { startsAt: '2025-11-13T09:00:00+07:00', endsAt: '2025-11-13T11:00:00+07:00' };
  await requested(app, guest, { ...at, hostUnit: 'rutan-purbalingga' });
  const { text } = await send(filled({ langkah: 'periksa', waktu: '2025-11-13T10:00' })).expect(200);
  expect(text).toContain('kunjungan lain yang masih menunggu jawaban');
});

test('other units’ visits are not named', async () => {
  const at = { startsAt: '2025-11-18T09:00:00+07:00', endsAt: '2025-11-18T11:00:00+07:00' };
  const stranger = { ...at, guestUnit: 'rutan-purbalingga', title: 'Rahasia orang lain' };
  await confirmed(app, people.stranger, people.host, stranger);
  const { text } = await send(filled({ langkah: 'periksa', waktu: '2025-11-18T09:00' })).expect(200);
  expect(text).toContain('Tuan rumah sudah menerima kunjungan lain');
  expect(text).not.toContain('Rahasia orang lain');
});
