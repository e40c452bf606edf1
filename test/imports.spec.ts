import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import readExcelFile from 'read-excel-file/node';
import request from 'supertest';
import { contentOf, importTables } from '../src/imports/domain/import-tables.js';
import { startApp, type TestApp } from './support/app.js';
import { csv, importing, past, person, xlsx } from './support/imports.js';
import { signedIn, usualPeople } from './support/people.js';
import type { Header } from './support/visits.js';

let app: TestApp;
let guest: Header;
let host: Header;
let kanwil: Header;
let head: Header;
let administrator: Header;
let on: ReturnType<typeof importing>;

beforeAll(async () => {
  app = await startApp();
  on = importing(app);
  ({ guest, host, kanwil } = await usualPeople(app));
  head = await signedIn(app, { email: 'kepala@tamu.test', role: 'unit-head', unit: 'bapas-purwokerto' });
  administrator = await signedIn(app, { email: 'admin@pusat.test', role: 'administrator' });
}, 60_000);
afterAll(() => app.close());
beforeEach(async () => {
  await app.settle();
  await app.database.query('DELETE FROM mail');
});

describe('Outside partners in files', () => {
  const plan = (more: object = {}) => ({
    ...{ Tanggal: '12 November 2025', Mulai: '09.00', Selesai: '11.00', 'UPT tamu': 'bapas-purwokerto' },
    ...{ 'UPT tuan rumah': 'rutan-banjarnegara', Judul: 'Bersama mitra', Status: 'draf', ...more },
  });

  test('come along to drafts, plans and visits that were, and are told in words where they cannot', async () => {
    const partners = { 'Mitra luar': 'Universitas Jenderal Soedirman; Radio Serayu' };
    const rows = [plan(partners), plan({ ...partners, Tanggal: '13 November 2025', Status: 'disepakati' })];
    const made = await on.brought(guest, 'plans', await xlsx(rows));
    expect(await on.run(guest, made.id)).toMatchObject({ rows: { made: 2 } });
    const told = await on.brought(
      guest,
      'history',
      csv([past(2400, { 'Mitra luar': 'unsoed; Radio Serayu' })]),
      'r.csv',
    );
    expect(await on.run(guest, told.id)).toMatchObject({ rows: { made: 1 } });
    expect(
      await on.count(`visit_guest WHERE organisation = 'partner-radio-serayu' AND answer = 'joined'`),
    ).toBe(3);
    const faulty = await on.brought(guest, 'history', csv([past(2401, { 'Mitra luar': '12345' })]), 'f.csv');
    expect((await on.rowsOf(guest, faulty.id, 'faulty')).items[0]?.says).toContain(
      'Mitra luar: tulis namanya',
    );
  });

  test('a file of before there were such columns is known again', async () => {
    const old = await on.brought(guest, 'history', csv([past(2410)]), 'lama.csv');
    expect(await on.run(guest, old.id)).toMatchObject({ rows: { made: 1 } });
    const again = await on.brought(guest, 'history', csv([past(2410, { 'Mitra luar': '' })]), 'baru.csv');
    expect(again.rows).toMatchObject({ known: 1, ready: 0 });
    const parts = contentOf('history', { cells: { judul: 'Kebun' } }).split('\u001f');
    expect(parts).toHaveLength(importTables.history.columns.length);
  });
});

describe('People', () => {
  test('are invited with rank and NIP, which stays masked; nothing is written before the confirmation', async () => {
    const before = await on.count('person');
    const made = await on.brought(head, 'people', await xlsx([person(1), person(2, { Peran: 'kepala' })]));
    expect(made).toMatchObject({ state: 'read', rows: { ready: 1, faulty: 1 } });
    expect((await on.rowsOf(head, made.id, 'faulty')).items).toMatchObject([
      { number: 3, says: expect.stringContaining('Anda tidak dapat mengundang') },
    ]);
    expect(await on.count('person')).toBe(before);
    expect(await on.run(head, made.id)).toMatchObject({ state: 'done', rows: { made: 1, faulty: 1 } });
    const [row] = await app.database.query(
      `SELECT name, unit, role, nip, rank, position, phone FROM person WHERE email = 'impor1@contoh.test'`,
    );
    expect(row).toEqual({
      ...{ name: 'Petugas 1', unit: 'bapas-purwokerto', role: 'officer', nip: '198501012010011001' },
      ...{ rank: 'Penata Muda (III/a)', position: 'Pembimbing Kemasyarakatan', phone: '+6281234567890' },
    });
    const shown = await request(app.server).get('/api/people').set(head).expect(200);
    const { items } = shown.body as { items: { email: string; nip: string; rank: string }[] };
    expect(items.find(({ email }) => email === 'impor1@contoh.test')).toMatchObject({
      ...{ nip: '***************001', rank: 'Penata Muda (III/a)' },
    });
    expect(await on.count(`mail WHERE recipient_email = 'impor1@contoh.test'`)).toBe(1);
  });

  test('each fault is told in words', async () => {
    const faulty = [
      person(11, { Surel: 'bukan surel' }),
      person(12, { UPT: 'Bapas Purwokrto' }),
      person(13, { NIP: '123' }),
      person(14, { Telepon: 'abc' }),
      person(15, { Peran: 'raja' }),
      person(16, { Nama: '' }),
      person(17, { Surel: 'petugas@tuan.test' }),
      person(18, { Peran: 'kanwil', UPT: 'Jawa Tengah' }),
    ];
    const { id, rows } = await on.brought(administrator, 'people', csv(faulty), 'orang.csv');
    expect(rows).toMatchObject({ faulty: 7, ready: 1 });
    const says = (await on.rowsOf(administrator, id, 'faulty')).items.map((row) => row.says);
    const words = [
      'bukan alamat surel',
      'Mungkin maksudnya',
      '18 angka',
      'bukan nomor',
      'Peran',
      'Nama',
      'sudah punya',
    ];
    for (const [index, word] of words.entries()) expect(says[index]).toContain(word);
  });

  test('officers bring no people, and nobody sees what another brought', async () => {
    await on.send(guest, 'people', csv([person(21)])).expect(403);
    const { id } = await on.brought(head, 'people', csv([person(21)]), 'a.csv');
    for (const by of [guest, administrator]) {
      await request(app.server).get(`/api/imports/${id}`).set(by).expect(404);
      await request(app.server).post(`/api/imports/${id}/confirm`).set(by).expect(404);
      await request(app.server).get(`/api/imports/${id}/refused?format=csv`).set(by).expect(404);
    }
    await request(app.server).post(`/api/imports/${id}/confirm`).set(head).expect(200);
    await request(app.server).post(`/api/imports/${id}/confirm`).set(head).expect(409);
  });
});

describe('Plans', () => {
  const plan = (more: Record<string, string>) => {
    const { Hasil: _, ...rest } = past(1, { Tanggal: '6 November 2025', Status: 'disepakati', ...more });
    return rest;
  };

  test('become drafts of the own unit or visits that are confirmed; what is full is refused with what is free', async () => {
    const rows = [
      plan({ Status: 'draf', Judul: 'Draf' }),
      plan({ Judul: 'Sepakat' }),
      plan({ Judul: 'Penuh' }),
      plan({ Tanggal: '6 Oktober 2025' }),
    ];
    const { id, rows: counts } = await on.brought(guest, 'plans', await xlsx(rows));
    expect(counts).toMatchObject({ ready: 3, faulty: 1 });
    expect((await on.run(guest, id)).rows).toMatchObject({ made: 2, refused: 1, faulty: 1 });
    const states = await app.database.query(
      `SELECT title, state, recorded_by AS by FROM visit WHERE title IN ('Draf', 'Sepakat', 'Penuh') ORDER BY title`,
    );
    expect(states).toEqual([
      { title: 'Draf', state: 'draft', by: null },
      { title: 'Sepakat', state: 'confirmed', by: 'guest' },
    ]);
    expect((await on.rowsOf(guest, id, 'refused')).items[0]?.says).toContain('Yang masih luang');
    const draft = await on.brought(kanwil, 'plans', csv([plan({ Status: 'draf', Judul: 'Lain' })]), 'a.csv');
    expect(draft.rows).toMatchObject({ faulty: 1 });
  });
});

describe('History', () => {
  const ROWS = 2000;
  const FAULTY = 50;

  test('2,000 rows with 50 faulty ones take less than 20 s of CPU, and the same file twice makes nothing twice', async () => {
    const rows = Array.from({ length: ROWS }, (_, n) =>
      past(n, n < FAULTY ? { 'UPT tuan rumah': `Rutan Banjarnegra ${n}` } : {}),
    );
    const file = await xlsx(rows);
    const visits = await on.count('visit');
    const [started, usage] = [Date.now(), process.cpuUsage()];
    const made = await on.brought(kanwil, 'history', file);
    expect(made.rows).toMatchObject({ ready: ROWS - FAULTY, faulty: FAULTY });
    const done = await on.run(kanwil, made.id);
    const wall = Date.now() - started;
    const cpu = process.cpuUsage(usage);
    console.log(
      `import of ${ROWS} rows: ${wall} ms, of the process ${(cpu.user + cpu.system) / 1000} ms of CPU`,
    );
    expect(done).toMatchObject({ state: 'done', rows: { made: ROWS - FAULTY, faulty: FAULTY, refused: 0 } });
    expect(await on.count('visit')).toBe(visits + ROWS - FAULTY);
    expect((cpu.user + cpu.system) / 1e6).toBeLessThan(20);
    const told = await app.database.query<{ to: string; subject: string }>(
      `SELECT recipient_email AS to, subject FROM mail WHERE key LIKE 'import:%' ORDER BY 1`,
    );
    expect(told.map(({ to }) => to)).toEqual(
      expect.arrayContaining(['petugas@tamu.test', 'petugas@tuan.test', 'petugas@lain.test']),
    );

    const again = await on.brought(kanwil, 'history', file);
    expect(again.rows).toMatchObject({ ready: 0, known: ROWS - FAULTY, faulty: FAULTY });
    // Other columns' order, case and blanks are the same content still.
    const shuffled = rows.slice(FAULTY, FAULTY + 20).map((row) => {
      const turned = Object.fromEntries(Object.entries(row).reverse());
      return { ...turned, Judul: ` ${row.Judul.toUpperCase()} ` };
    });
    expect((await on.brought(kanwil, 'history', csv(shuffled), 'b.csv')).rows).toMatchObject({
      known: 20,
      ready: 0,
    });
    expect((await on.run(kanwil, again.id)).rows.made).toBe(0);
    expect(await on.count('visit')).toBe(visits + ROWS - FAULTY);

    const refused = await request(app.server)
      .get(`/api/imports/${made.id}/refused?format=xlsx`)
      .set(kanwil)
      .buffer()
      .parse((answer, done) => {
        const parts: Buffer[] = [];
        answer.on('data', (part: Buffer) => parts.push(part));
        answer.on('end', () => done(null, Buffer.concat(parts)));
      })
      .expect(200);
    const [sheet] = await readExcelFile(refused.body as Buffer);
    expect(sheet?.data).toHaveLength(FAULTY + 1);
    expect(sheet?.data[0]?.at(-1)).toBe('Alasan');
    expect(sheet?.data[1]?.at(-1)).toContain('tidak ada dalam daftar');
  }, 300_000);

  test('two imports of one content at the same time make it once', async () => {
    const file = csv([past(2101, { Judul: 'Sekali saja' })]);
    const [one, two] = [
      await on.brought(guest, 'history', file, 'a.csv'),
      await on.brought(host, 'history', file, 'a.csv'),
    ];
    await request(app.server).post(`/api/imports/${one.id}/confirm`).set(guest).expect(200);
    await request(app.server).post(`/api/imports/${two.id}/confirm`).set(host).expect(200);
    await app.settle();
    expect(await on.count(`visit WHERE title = 'Sekali saja'`)).toBe(1);
    const made = [(await on.read(guest, one.id)).rows, (await on.read(host, two.id)).rows];
    expect(made.map((rows) => rows.made).sort()).toEqual([0, 1]);
    expect(made.map((rows) => rows.known).sort()).toEqual([0, 1]);
  });
});

describe('On the page', () => {
  test('a file is looked through, made, and its progress told without script', async () => {
    const page = (path: string) => request(app.server).get(path).set(head);
    expect((await page('/impor').expect(200)).text).toContain('Periksa berkas');
    await request(app.server).get('/impor').set(administrator).expect(200);
    const { id } = await on.brought(head, 'people', csv([person(41), person(42, { NIP: 'x' })]), 'orang.csv');
    const preview = await page(`/impor/${id}`).expect(200);
    expect(preview.text).toContain('Mengundang Petugas 41 sebagai petugas di Bapas Kelas II Purwokerto.');
    expect(preview.text).toContain('Jalankan impor');
    expect(preview.headers['refresh']).toBeUndefined();
    await request(app.server).post(`/api/imports/${id}/confirm`).set(head).expect(200);
    const going = await page(`/impor/${id}`).expect(200);
    expect(going.headers['refresh']).toBe('2');
    expect(going.text).toContain('Sedang dijalankan: 0 dari 1 baris');
    await app.settle();
    const done = await page(`/impor/${id}?lihat=made`).expect(200);
    expect(done.headers['refresh']).toBeUndefined();
    expect(done.text).toContain('1 orang diundang');
    for (const format of ['xlsx', 'csv-excel', 'csv']) {
      await page(`/impor/contoh/people?format=${format}`).expect(200);
      await page(`/impor/${id}/ditolak?format=${format}`).expect(200);
    }
  });

  test('each template is read as it is, but for its date that may have passed', async () => {
    for (const kind of ['people', 'plans', 'history'] as const) {
      const template = await request(app.server)
        .get(`/impor/contoh/${kind}?format=csv-excel`)
        .set(kind === 'people' ? administrator : kanwil)
        .expect(200);
      const by = kind === 'people' ? administrator : kanwil;
      const { rows } = await on.brought(by, kind, Buffer.from(template.text), 'contoh.csv');
      expect([kind, rows.ready + rows.faulty]).toEqual([kind, 1]);
    }
  });
});
