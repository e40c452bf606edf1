import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import request from 'supertest';
import { startApp, type TestApp } from './support/app.js';
import { hostile } from './support/hostile.js';
import { signedIn, usualPeople, type UsualPeople } from './support/people.js';
import type { Header } from './support/visits.js';
import { api } from './support/api-client.js';

let app: TestApp;
let people: UsualPeople;
let head: Header;
let administrator: Header;

beforeAll(async () => {
  app = await startApp();
  people = await usualPeople(app);
  head = await signedIn(app, { email: 'kepala@tuan.test', role: 'unit-head', unit: 'rutan-banjarnegara' });
  administrator = await signedIn(app, { email: 'admin@pusat.test', role: 'administrator' });
});
afterAll(() => app.close());

const get = (path: string, by: Header) =>
  request(app.server).get(path).set('accept', 'text/html').set(by).redirects(0);
const send = (path: string, by: Header, body: object = {}) =>
  request(app.server).post(path).set('accept', 'text/html').set(by).type('form').send(body).redirects(0);

const INVITE = '/pengelolaan/orang/undang';

/** Invites somebody by the form and returns the path of the account's page. */
async function invited(by: Header, body: object): Promise<string> {
  const answer = await send(INVITE, by, { name: 'Orang Baru', ...body }).expect(303);
  return (answer.headers['location'] ?? '').replace(/\?.*/, '');
}

async function idOf(email: string): Promise<string> {
  const [row] = await app.database.query<{ id: string }>('SELECT id FROM person WHERE email = $1', [email]);
  return row?.id ?? '';
}

describe('People', () => {
  test('are not looked after by officers, nor by units and regions other than their own', async () => {
    const ofHost = `/pengelolaan/orang/${await idOf('petugas@tuan.test')}`;
    const ofGuest = `/pengelolaan/orang/${await idOf('petugas@tamu.test')}`;
    for (const path of ['/pengelolaan', INVITE, ofHost]) await get(path, people.host).expect(403);
    for (const path of [INVITE, ofHost, `${ofHost}/tangguhkan`, `${ofHost}/tautan`]) {
      await send(path, people.host).expect(403);
    }
    await get(ofGuest, head).expect(404);
    await send(`${ofGuest}/tangguhkan`, head).expect(403);
    await get(ofHost, head).expect(200);
    const list = await get('/pengelolaan', head).expect(200);
    expect(list.text).toContain('petugas@tuan.test');
    expect(list.text).not.toContain('petugas@tamu.test');
    const other = await signedIn(app, {
      email: 'kanwil@jatim.test',
      role: 'regional',
      regionalOffice: 'jawa-timur',
    });
    await get(ofHost, other).expect(404);
    await send(`${ofHost}/tangguhkan`, other).expect(403);
  });

  test('are invited, and given only the roles and places that the actor may give', async () => {
    const form = await get(INVITE, head).expect(200);
    expect(form.text).not.toMatch(/name="(role|unit)"/);
    const path = await invited(head, { email: 'baru@tuan.test', position: 'Penjaga' });
    const page = await get(`${path}?info=diundang`, head).expect(200);
    expect(page.text).toMatch(/Petugas · Rutan.*Diundang.*Undangan terkirim.*Kirim ulang undangan/s);
    const asHead = { name: 'A', email: 'a@tuan.test', role: 'unit-head' };
    await send(INVITE, head, asHead).expect(403);
    await send(INVITE, head, { name: 'A', email: 'a@tuan.test', unit: 'bapas-purwokerto' }).expect(403);
    const regional = { name: 'Budi', email: 'b@kanwil.test', role: 'regional', unit: '' };
    await send(INVITE, people.kanwil, { ...regional, regionalOffice: 'jawa-tengah' }).expect(403);
    await invited(people.kanwil, { email: 'kepala@tamu.test', role: 'unit-head', unit: 'bapas-purwokerto' });
    await invited(administrator, {
      email: 'kanwil@bali.test',
      role: 'regional',
      unit: '',
      regionalOffice: 'bali',
    });
  });

  test('keep what was typed when they are refused, with the fault beside its field', async () => {
    const body = {
      name: 'Sari <Dewi>',
      email: 'petugas@tuan.test',
      role: 'officer',
      unit: 'rutan-purbalingga',
    };
    const taken = await send(INVITE, administrator, body).expect(409);
    expect(taken.text).toMatch(/id="email-fault">Alamat surel sudah dipakai/);
    expect(taken.text).toContain('Sari &lt;Dewi>');
    expect(taken.text).toMatch(/value="rutan-purbalingga" selected/);
    const nowhere = await send(INVITE, administrator, { ...body, email: 'x@x.test', unit: '' }).expect(422);
    expect(nowhere.text).toMatch(/id="unit-fault">Pilih UPT/);
    const wrong = await send(INVITE, administrator, { ...body, email: 'salah', phone: '12' }).expect(422);
    expect(wrong.text).toMatch(/id="email-fault".*id="phone-fault"/s);
  });

  test('are changed, suspended with the consequence, restored and mailed a link again', async () => {
    const path = await invited(administrator, {
      email: 'pindah@x.test',
      role: 'officer',
      unit: 'rutan-purbalingga',
    });
    const post = { role: 'unit-head', unit: 'rutan-banjarnegara', regionalOffice: '' };
    await send(path, administrator, { version: '1', name: 'Nama Lain', ...post }).expect(303);
    const changed = await get(path, administrator).expect(200);
    expect(changed.text).toMatch(/<h1>Nama Lain<\/h1>.*Kepala UPT · Rutan Kelas IIB Banjarnegara/s);
    expect(changed.text).toMatch(/langsung keluar dari semua perangkat/);
    await send(`${path}/tautan`, administrator).expect(303);
    await send(`${path}/tangguhkan`, administrator).expect(303);
    await send(`${path}/tautan`, administrator).expect(409);
    const suspended = await get(path, administrator).expect(200);
    expect(suspended.text).toContain('Pulihkan akun');
    await send(`${path}/pulihkan`, administrator).expect(303);
    expect((await get(path, administrator)).text).toContain('Tangguhkan akun');
    expect(
      await app.database.query(`SELECT 1 FROM mail WHERE recipient_email = 'pindah@x.test'`),
    ).toHaveLength(2);
  });

  test('cannot change their own role or lock themselves out', async () => {
    const path = `/pengelolaan/orang/${await idOf('admin@pusat.test')}`;
    await send(`${path}/tangguhkan`, administrator).expect(409);
    const moved = { version: '1', name: 'Saya', role: 'regional', regionalOffice: 'bali' };
    await send(path, administrator, moved).expect(409);
    expect((await get(path, administrator)).text).not.toContain('Tangguhkan akun');
  });

  test('are found by the search over everything, where one sees them', async () => {
    expect((await get('/cari?q=petugas%40tuan', head)).text).toContain('/pengelolaan/orang/');
    expect((await get('/cari?q=petugas%40tamu', head)).text).not.toContain('petugas@tamu.test</span>');
    expect((await get('/cari?q=kepala%40tuan', people.host)).text).toContain('mailto:kepala@tuan.test');
  });
});

describe('The own account', () => {
  test('is changed, and keeps what was typed on refusal', async () => {
    const own = { version: '1', name: 'Ani', position: '' };
    await send('/akun', people.guest, { ...own, phone: '0812 3456 7890' }).expect(303);
    const page = await get('/akun?info=tersimpan', people.guest).expect(200);
    expect(page.text).toMatch(/Perubahan tersimpan.*value="Ani".*\+6281234567890/s);
    const refused = await send('/akun', people.guest, { version: '2', name: 'Ani Baru', phone: '12' }).expect(
      422,
    );
    expect(refused.text).toMatch(/value="Ani Baru".*id="phone-fault"/s);
  });

  test('mails a link for a new password', async () => {
    await send('/akun/sandi', people.guest).expect(303);
    await app.settle();
    const mails = await app.database.query(`SELECT 1 FROM mail WHERE recipient_email = 'petugas@tamu.test'`);
    expect(mails).toHaveLength(1);
  });

  test('has tokens whose secret is shown once, that work until they are revoked', async () => {
    const made = await send('/akun/token', people.guest, { name: 'Laporan' }).expect(201);
    const token = /id="rahasia" value="([^"]+)"/.exec(made.text)?.[1] ?? '';
    const by = { authorization: `Bearer ${token}` };
    await api(app).get('/api/me', { as: by }).expect(200);
    const page = await get('/akun', people.guest).expect(200);
    expect(page.text).toContain('Laporan');
    expect(page.text).not.toContain(token);
    const [path = ''] = /\/akun\/token\/[^"]+\/cabut/.exec(page.text) ?? [];
    await send(path, people.host).expect(404);
    await send(path, people.guest).expect(303);
    await api(app).get('/api/me', { as: by }).expect(401);
    const refused = await send('/akun/token', people.guest, { name: '' }).expect(422);
    expect(refused.text).toContain('id="token-name-fault"');
  });
});

test('whatever is sent, no page fails', async () => {
  const person = `/pengelolaan/orang/${await idOf('petugas@lain.test')}`;
  const bodies: [path: string, body: Record<string, unknown>][] = [
    [
      INVITE,
      { name: 'A', email: 'a@b.test', role: 'officer', unit: 'rutan-purbalingga', phone: '', position: '' },
    ],
    [person, { name: 'A', role: 'officer', unit: 'rutan-purbalingga', regionalOffice: '', phone: '' }],
    ['/akun', { version: '1', name: 'A', phone: '', position: '' }],
    ['/akun/token', { name: 'A' }],
    ['/pengelolaan/libur', { daftar: '2030-01-01 A' }],
    ['/pengelolaan/libur/periksa', { daftar: '2030-01-01 A' }],
    ['/pengelolaan/program', { framework: 'A', title: 'B', number: '1', from: '2026-01-01' }],
    ['/pengelolaan/kanwil/bali', { version: 1, name: 'A', shortName: 'B', email: '', approvesInside: 'ya' }],
  ];
  for (const [path, body] of bodies) {
    for (const field of Object.keys(body)) {
      for (const [name, value] of hostile) {
        const answer = await request(app.server)
          .post(path)
          .set('accept', 'text/html')
          .set(administrator)
          .send({ ...body, [field]: value });
        expect([path, field, name, answer.status < 500]).toEqual([path, field, name, true]);
      }
    }
  }
  for (const query of ['cari=%00', 'upt=%27', 'cursor=x', 'limit=-1', 'cari=a&cari=b', 'info=__proto__']) {
    const answer = await get(`/pengelolaan?${query}`, administrator);
    expect([query, answer.status < 500]).toEqual([query, true]);
  }
  for (const path of [
    'libur/0000-00-00/hapus',
    'libur/%00/hapus',
    'program/%00',
    'program/%00/akhiri',
    'kanwil/%00',
  ]) {
    const answer = await send(`/pengelolaan/${path}`, administrator, { title: 'A' });
    expect([path, answer.status < 500]).toEqual([path, true]);
  }
  await get('/pengelolaan/orang/x', administrator).expect(({ status }) => expect(status).toBeLessThan(500));
}, 120_000);

describe('Holidays', () => {
  const LIST = '2031-01-01 Tahun Baru 2031\n24 Desember 2031; Natal; cuti bersama';
  const countOf = async (year: number) =>
    (await app.database.query('SELECT 1 FROM holiday WHERE extract(year FROM date) = $1', [year])).length;

  test('are pasted, looked through, saved at once and deleted', async () => {
    const preview = await send('/pengelolaan/libur/periksa', administrator, { daftar: LIST }).expect(200);
    expect(preview.text).toMatch(/Yang akan disimpan.*Tahun Baru 2031.*Baru.*Simpan 2 hari/s);
    expect(await countOf(2031)).toBe(0);
    await send('/pengelolaan/libur', administrator, { daftar: LIST }).expect(303);
    const page = await get('/pengelolaan/libur?tahun=2031', administrator).expect(200);
    expect(page.text).toMatch(/Tahun Baru 2031.*Rabu, 1 Januari 2031 · Libur nasional.*Cuti bersama/s);
    const again = await send('/pengelolaan/libur/periksa', administrator, { daftar: '2031-01-01 Lain' });
    expect(again.text).toMatch(/Berubah.*semula Tahun Baru 2031/s);
    await send('/pengelolaan/libur/2031-01-01/hapus', administrator).expect(303);
    expect(await countOf(2031)).toBe(1);
    await send('/pengelolaan/libur/2031-01-01/hapus', administrator).expect(404);
  });

  test('are put back when they were deleted by mistake', async () => {
    await send('/pengelolaan/libur', administrator, { daftar: '2033-05-01 Hari Buruh' }).expect(303);
    const gone = await send('/pengelolaan/libur/2033-05-01/hapus', administrator).expect(303);
    expect(await countOf(2033)).toBe(0);
    const cookie = String(gone.headers['set-cookie']?.[0]).replace(/;.*/s, '');
    const page = await get(gone.headers['location'] ?? '', administrator)
      .set('cookie', cookie)
      .expect(200);
    expect(page.text).toMatch(
      /action="\/pengelolaan\/libur\/urungkan".*Urungkan.*Hari Buruh, Minggu, 1 Mei 2033/s,
    );
    expect((await get('/pengelolaan/libur', administrator).set('cookie', cookie)).text).not.toContain(
      'Urungkan',
    );
    await send('/pengelolaan/libur/urungkan', administrator)
      .set('cookie', cookie)
      .expect(303)
      .expect('location', '/pengelolaan/libur?tahun=2033&info=dikembalikan');
    expect(await countOf(2033)).toBe(1);
    await send('/pengelolaan/libur/urungkan', administrator).expect(404);
    const made = 'sambang_libur_dihapus=2033-05-02|bukan|x';
    await send('/pengelolaan/libur/urungkan', administrator).set('cookie', made).expect(404);
  });

  test('are not saved while a line cannot be read, and the list is kept', async () => {
    const daftar = '2032-01-01 Tahun Baru\nbesok libur <b>';
    for (const path of ['/pengelolaan/libur', '/pengelolaan/libur/periksa']) {
      const refused = await send(path, administrator, { daftar }).expect(422);
      expect(refused.text).toMatch(/Baris 2: Tidak diawali tanggal.*besok libur &lt;b>/s);
      expect(refused.text).not.toContain('Simpan 1 hari');
    }
    expect(await countOf(2032)).toBe(0);
    await send('/pengelolaan/libur/periksa', administrator, { daftar: ' ' }).expect(422);
  });
});

describe('Programs', () => {
  test('are added, renamed, and offered no longer and again', async () => {
    const sent = { framework: 'Uji', title: 'Kebun Bersama', number: '', from: '2026-01-01' };
    await send('/pengelolaan/program', administrator, sent).expect(303);
    const page = await get('/pengelolaan/program', administrator).expect(200);
    const [path = ''] = /\/pengelolaan\/program\/kebun-bersama-\w+/.exec(page.text) ?? [];
    await send(path, administrator, { title: 'Kebun <Baru>' }).expect(303);
    await send(`${path}/akhiri`, administrator).expect(303);
    const ended = await get('/pengelolaan/program', administrator).expect(200);
    expect(ended.text).toMatch(/Kebun &lt;Baru>.*Tidak ditawarkan lagi sejak Senin, 20 Oktober 2025/s);
    const booking = await get('/kunjungan/baru', people.guest).expect(200);
    expect(booking.text).not.toContain('Kebun &lt;Baru>');
    await send(`${path}/pakai`, administrator).expect(303);
    expect((await get('/kunjungan/baru', people.guest)).text).toContain('Kebun &lt;Baru>');
    await send('/pengelolaan/program/tidak-ada/akhiri', administrator).expect(404);
  });

  test('keep what was typed when they are refused', async () => {
    const sent = { framework: 'Uji', title: '', number: '0', from: '2026-02-30' };
    const refused = await send('/pengelolaan/program', administrator, sent).expect(422);
    expect(refused.text).toMatch(/value="Uji".*id="title-fault".*id="number-fault".*id="from-fault"/s);
  });
});

describe('A regional office', () => {
  const PATH = '/pengelolaan/kanwil/jawa-tengah';
  const settings = { name: 'Kanwil Jateng', shortName: 'Jateng', email: '', approvesAcross: 'ya' };

  test('is set by its own people and administrators', async () => {
    await get(PATH, head).expect(403);
    await get('/pengelolaan/kanwil/bali', people.kanwil).expect(403);
    await get('/pengelolaan/kanwil', people.kanwil).expect(403);
    await get('/pengelolaan/kanwil', administrator).expect(200);
    await send(PATH, people.kanwil, { ...settings, version: 1 }).expect(303);
    const page = await get(PATH, people.kanwil).expect(200);
    expect(page.text).toMatch(/value="Jateng".*name="approvesAcross"/s);
    const late = await send(PATH, administrator, { ...settings, shortName: 'Lain', version: 1 }).expect(409);
    expect(late.text).toContain('value="Lain"');
    const wrong = await send(PATH, administrator, { ...settings, email: 'x', version: 2 }).expect(422);
    expect(wrong.text).toContain('id="email-fault"');
  });
});

test('reference data are only the administrator’s', async () => {
  for (const path of ['/pengelolaan/libur', '/pengelolaan/program']) {
    for (const by of [people.guest, head, people.kanwil]) {
      await get(path, by).expect(403);
      await send(path, by, { daftar: '2029-01-01 A' }).expect(403);
    }
  }
});
