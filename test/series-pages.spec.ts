import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import request from 'supertest';
import { startApp, type TestApp } from './support/app.js';
import { BOOKING, filledBooking } from './support/booking.js';
import { usualPeople, type UsualPeople } from './support/people.js';
import { madeSeries, takeOn } from './support/series.js';
import type { Header } from './support/visits.js';

let app: TestApp;
let people: UsualPeople;

beforeAll(async () => {
  app = await startApp();
  people = await usualPeople(app);
}, 60_000);
afterAll(() => app.close());

describe('Pages of a series', () => {
  const page = (path: string, as: Header = people.guest) =>
    request(app.server).get(path).set(as).set('accept', 'text/html').expect(200);

  test('a visit says which date of its series it is, in lists and in calendars, too', async () => {
    const series = await madeSeries(app, people.guest);
    await takeOn(app, people.host, series, 'accept');
    const second = series.dates[1]?.visit;
    const shown = await page(`/kunjungan/${second}`);
    expect(shown.text).toContain('Pertemuan 2 dari 5');
    const list = await page('/kunjungan?tab=semua');
    expect(list.text).toContain(`Rangkaian ${series.title}, pertemuan 2 dari 5`);
    const ics = await request(app.server)
      .get(`/api/visits/${second}/invite.ics`)
      .set(people.guest)
      .expect(200);
    const unfolded = ics.text.replaceAll('\r\n ', '');
    expect(unfolded).toContain(`Bagian dari: Rangkaian ${series.title}\\, pertemuan 2 dari 5`);
  });

  test('the booking form repeats a coordination meeting, with the dates before it is sent', async () => {
    const form = filledBooking({
      kind: 'coordination',
      waktu: '2025-11-04T13:00',
      lama: '120',
      ulang: 'bulan-1',
      ulangSampai: '31 Maret 2026',
    });
    const send = (langkah: string) =>
      request(app.server)
        .post(BOOKING)
        .set(people.guest)
        .set('accept', 'text/html')
        .type('form')
        .send({ ...form, langkah });
    const looked = await send('periksa').expect(200);
    expect(looked.text).toContain('Setiap Selasa pertama, 4 November 2025 sampai 31 Maret 2026');
    const sent = await send('kirim').expect(303);
    expect(sent.headers['location']).toMatch(/^\/rangkaian\/[\w-]+\?info=diajukan$/);
    const shown = await page(sent.headers['location'] ?? '', people.host);
    expect(shown.text).toContain('Terima yang dicentang');
    const wrong = await request(app.server)
      .post(BOOKING)
      .set(people.guest)
      .set('accept', 'text/html')
      .type('form')
      .send({ ...filledBooking({ ...form, kunci: 'lain', ulangSampai: '' }) })
      .expect(422);
    expect(wrong.text).toContain('Isi sampai kapan pertemuan ini berulang.');
  });
});
