import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { JobRegistry } from '../src/platform/jobs/job-registry.js';
import {
  SARI,
  TONO,
  party,
  wib,
  session,
  welcome,
  talk,
  tour,
  problem,
  type ShownItem,
  AgendaBench,
} from './support/agendas.js';
import type { TestApp } from './support/app.js';
import { confirmed, requested, step, type Header } from './support/visits.js';
import { api } from './support/api-client.js';

let bench: AgendaBench;
let app: TestApp;
let guest: Header;
let host: Header;

beforeAll(async () => {
  bench = await AgendaBench.open();
  ({ app, guest, host } = bench);
});
afterAll(() => bench.close());

describe('Publishing', () => {
  test('mails each participant the whole agenda, then only what changed', async () => {
    const { visit, agenda } = await bench.withPublished();
    expect(agenda).toMatchObject({ state: 'published', revision: 1, allowedActions: ['edit'] });
    const first = await bench.mails(visit);
    expect(first.map(({ email, key }) => [email, key])).toEqual(
      [SARI, TONO].map(({ email }) => [email, `agenda:${visit.id}:1:${email}`]),
    );
    expect(first[0]?.subject).toBe('Susunan acara: Ketahanan pangan dan kehumasan');
    const own = /http:\/\/sambang\.test\/jawab\/[\w-]{43}/.exec(first[0]?.text ?? '')?.[0];
    expect(first[0]?.text).toBe(
      [
        'Yth. Sari,',
        'Berikut susunan acara kunjungan Bapas Kelas II Purwokerto ke Rutan Kelas IIB Banjarnegara.',
        `Kunjungan: Ketahanan pangan dan kehumasan (${visit.reference})\n` +
          'Waktu: Kamis, 30 Oktober 2025, pukul 09.00–12.00 WIB',
        'Sesi:\n' +
          '- 09.00–09.30 WIB: Penerimaan tamu\n  Penanggung jawab: Bu Ani\n' +
          '- 09.30–10.30 WIB: Paparan ketahanan pangan\n  Tempat: Aula\n' +
          '- 10.30–12.00 WIB: Peninjauan kebun\n  Tempat: Kebun',
        `Buka halaman kunjungan Anda:\n${own}`,
        'Salam hormat,\nSambang\n',
      ].join('\n\n'),
    );

    const [, second, third] = agenda.items as [ShownItem, ShownItem, ShownItem];
    await bench.saved(visit, [
      { ...welcome, id: agenda.items[0]?.id, kind: 'remarks', note: 'Hanya untuk panitia' },
      { ...talk, id: second.id, startsAt: wib('09:45'), endsAt: wib('10:15') },
      { ...tour, id: third.id, place: 'Kolam', persons: ['Pak Budi'], endsAt: wib('11:30') },
      session('11:30', '11:55', 'Foto bersama', { kind: 'photo' }),
    ]);
    await bench.publish(guest, visit).expect(200);
    await app.settle();
    const changes = (await bench.mails(visit)).slice(2);
    expect(changes.map(({ key }) => key)).toEqual([
      `agenda:${visit.id}:2:${SARI.email}`,
      `agenda:${visit.id}:2:${TONO.email}`,
    ]);
    expect(changes[0]?.subject).toBe('Perubahan susunan acara: Ketahanan pangan dan kehumasan');
    expect(changes[0]?.text).toContain(
      [
        'Sesi yang waktunya berubah:\n- 09.45–10.15 WIB: Paparan ketahanan pangan\n  Semula: 09.30–10.30 WIB',
        'Sesi yang isinya berubah:\n- 10.30–11.30 WIB: Peninjauan kebun\n  Semula: 10.30–12.00 WIB\n' +
          '  Tempat: Kolam (semula Kebun)\n  Penanggung jawab: Pak Budi (semula belum ditentukan)',
        'Sesi baru:\n- 11.30–11.55 WIB: Foto bersama',
        'Lihat susunan acara lengkap:',
      ].join('\n\n'),
    );
    expect(changes[0]?.text).not.toContain('Penerimaan tamu');
    expect(changes[0]?.text).not.toContain('Hanya untuk panitia');
  });

  test('of nothing new mails nothing', async () => {
    const { visit, agenda } = await bench.withPublished();
    const again = await bench.publish(host, visit).expect(200);
    expect(again.body).toMatchObject({ revision: 1, version: agenda.version });
    const [first, ...others] = [welcome, talk, tour].map((item, i) => ({ ...item, id: agenda.items[i]?.id }));
    await bench.saved(visit, [{ ...first, note: 'Catatan panitia' }, ...others]);
    const renoted = await bench.publish(host, visit).expect(200);
    expect(renoted.body).toMatchObject({ revision: 2 });
    await app.settle();
    expect(await bench.mails(visit)).toHaveLength(2);
  });

  test('an agenda without sessions cannot be published', async () => {
    const visit = await requested(app, guest);
    expect(problem(await bench.publish(guest, visit).expect(409)).code).toBe('agenda-empty');
    await bench.publish(guest, visit, { version: 'x' }).expect(422);
    await bench.publish(guest, visit, { more: 1 }).expect(422);
  });

  test('mails once a person and revision, however often and late the job runs', async () => {
    const { visit, agenda } = await bench.withPublished();
    const job = app.app
      .get(JobRegistry)
      .all()
      .find(({ name }) => name === 'agendas.mail-agenda');
    const run = () => job?.handler.handle({ visitId: visit.id, revision: 1 });
    await Promise.all([run(), run(), run()]);
    expect(await bench.mails(visit)).toHaveLength(2);

    await bench.saved(visit, [{ ...welcome, id: agenda.items[0]?.id, title: 'Sambutan' }]);
    await bench.publish(host, visit).expect(200);
    await bench.saved(visit, [{ ...welcome, id: agenda.items[0]?.id, title: 'Pembukaan' }]);
    await bench.publish(host, visit).expect(200);
    await Promise.all([run(), run()]);
    await app.settle();
    const keys = (await bench.mails(visit)).map(({ key }) => key);
    expect(keys.slice(2)).toEqual([SARI, TONO].map(({ email }) => `agenda:${visit.id}:3:${email}`));
  });

  test('before the visit is confirmed it mails nobody; confirming makes up for it', async () => {
    const visit = await requested(app, guest, { participants: party });
    await bench.saved(visit, [welcome]);
    await bench.publish(guest, visit).expect(200);
    await app.settle();
    expect(await bench.mails(visit)).toEqual([]);
    await step(app, host, await bench.visit(visit), 'accept');
    await app.settle();
    expect((await bench.mails(visit)).map(({ email }) => email)).toEqual([SARI.email, TONO.email]);
  });

  test('who comes later gets the whole agenda, and the others nothing', async () => {
    const { visit } = await bench.withPublished();
    const late = { name: 'Ita', email: 'ita@tamu.test', side: 'guest', role: 'observer' } as const;
    await api(app)
      .post('/api/visits/{id}/participants', { as: guest, path: { id: visit.id }, body: late })
      .expect(201);
    await app.settle();
    const mails = (await bench.mails(visit)).slice(2);
    expect(mails.map(({ email, subject }) => [email, subject])).toEqual([
      [late.email, 'Susunan acara: Ketahanan pangan dan kehumasan'],
    ]);
  });

  test('words of people stay words in the mail', async () => {
    const visit = await confirmed(app, guest, host, { participants: [SARI] });
    await bench.saved(visit, [{ ...welcome, title: '<script>alert(1)</script>', place: '"><img src=x>' }]);
    await bench.publish(guest, visit).expect(200);
    await app.settle();
    const [mail] = await bench.mails(visit);
    expect(mail?.text).toContain('<script>alert(1)</script>');
    expect(mail?.html).not.toContain('<script>');
    expect(mail?.html).not.toContain('<img');
  });
});
