import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import request from 'supertest';
import { startApp, type TestApp } from './support/app.js';
import { api } from './support/api-client.js';
import { BOOKING, filledBooking as filled } from './support/booking.js';
import { signedIn, usualPeople, type UsualPeople } from './support/people.js';
import type { Header } from './support/visits.js';

let app: TestApp;
let people: UsualPeople;

beforeAll(async () => {
  app = await startApp();
  people = await usualPeople(app);
});
afterAll(() => app.close());

const NIP = '198001012005011001';
const LETTER = `DAFTAR PESERTA\nNo.\tNama\tNIP\tPangkat/Gol.\tJabatan\tHP\n1\tBudi Santoso, SH, MH\t'${NIP}\tPenata (III/c)\tKasubsi Registrasi\t81234567890`;

const send = (fields: object, by: Header = people.guest) =>
  request(app.server).post(BOOKING).set('accept', 'text/html').set(by).type('form').send(fields);
const stored = (title: string) =>
  app.database.query<Record<string, string | null>>(
    `SELECT p.name, p.nip, p.rank, p.position, p.office, p.phone, p.email, v.id AS visit
     FROM visit_participant p JOIN visit v ON v.id = p.visit_id WHERE v.title = $1 ORDER BY p.created_at, p.name`,
    [title],
  );
/** What each column was shown as. */
const shownColumns = (text: string): (string | undefined)[] =>
  [...text.matchAll(/<select[^>]*name="kolomTempel"[^>]*>(.*?)<\/select>/gs)].map(
    ([, options = '']) => /<option (?:[^>]* )?selected[^>]*>([^<]*)/.exec(options)?.[1],
  );

describe('A pasted party', () => {
  test('is stored only once its columns were shown, and nothing typed is lost meanwhile', async () => {
    const { dilihatTempel: _, kolomTempel: __, ...form } = filled({ tempel: LETTER, luar: '' });
    const { text } = await send(form).expect(422);
    expect(text).toContain('Periksa dahulu kolom yang dikenali di bawah');
    expect(shownColumns(text)).toEqual([
      '(tidak dipakai)',
      'Nama',
      'NIP',
      'Pangkat/golongan',
      'Jabatan',
      'Telepon',
    ]);
    expect(text).toContain('“DAFTAR PESERTA” dilewati');
    expect(text).toContain(form.title);
    expect(text).toContain('Kasubsi Registrasi');
    expect(await stored(form.title)).toEqual([]);
    const mark = /name="dilihatTempel" value="([^"]+)"|value="([^"]+)" name="dilihatTempel"/.exec(text);
    const kinds = ['none', 'name', 'nip', 'rank', 'position', 'phone'];
    await send({ ...form, dilihatTempel: mark?.[1] ?? mark?.[2], kolomTempel: kinds }).expect(303);
    expect(await stored(form.title)).toMatchObject([
      {
        name: 'Budi Santoso, SH, MH',
        nip: NIP,
        rank: 'Penata (III/c)',
        position: 'Kasubsi Registrasi',
        office: 'Bapas Kelas II Purwokerto',
        phone: '+6281234567890',
      },
    ]);
  });

  test('is stored as its columns were corrected', async () => {
    const form = filled({ tempel: 'Registrasi;Budi Santoso', luar: '' });
    expect(form.kolomTempel).toEqual(['position', 'name']);
    const other = filled({ tempel: 'Melati;Budi Santoso', luar: '' });
    await send({ ...other, kolomTempel: ['office', 'name'] }).expect(303);
    expect(await stored(other.title)).toMatchObject([{ name: 'Budi Santoso', office: 'Melati' }]);
  });

  test('whose text changed since is shown anew', async () => {
    const form = filled({ luar: '' });
    const { text } = await send({ ...form, tempel: 'Nama;UPT\nAni;Rutan Cilacap' }).expect(422);
    expect(shownColumns(text)).toEqual(['Nama', 'UPT atau instansi']);
    expect(await stored(form.title)).toEqual([]);
  });

  test('shows no NIP whole, neither on the page nor in the API', async () => {
    const form = filled({ tempel: LETTER, luar: '' });
    const preview = await send({ ...form, langkah: 'periksa' }).expect(200);
    expect(preview.text).toContain('NIP ***************001');
    expect(preview.text.replace(/<textarea[\s\S]*?<\/textarea>/g, '')).not.toContain(NIP);
    await send(form).expect(303);
    const id = (await stored(form.title))[0]?.['visit'] as string;
    const nipFor = async (by: Header) => {
      const { body } = await api(app).get('/api/visits/{id}', { as: by, path: { id } }).expect(200);
      return body.participants[0]?.nip;
    };
    expect(await nipFor(people.guest)).toBe('***************001');
    expect(await nipFor(people.host)).toBeNull();
  });
});

test('NIP, rank and position of one participant are kept, and a NIP left empty stays', async () => {
  const form = filled({ tempel: 'Nama\nBudi', luar: '' });
  await send(form).expect(303);
  const visit = (await stored(form.title))[0]?.['visit'] as string;
  const post = (path: string, fields: object) =>
    request(app.server)
      .post(`/kunjungan/${visit}/peserta${path}`)
      .set('accept', 'text/html')
      .set(people.guest)
      .type('form')
      .send(fields);
  const ani = { name: 'Ani', side: 'guest', role: 'member', position: 'Staf', rank: 'II/d' };
  await post('', { ...ani, nip: '12345' }).expect(422);
  await post('', { ...ani, nip: '19850101 201001 2 002' }).expect(303);
  const row = async () => (await stored(form.title)).find(({ name }) => name?.startsWith('Ani'));
  expect(await row()).toMatchObject({
    nip: '198501012010012002',
    rank: 'Pengatur Tingkat I (II/d)',
    position: 'Staf',
  });
  const [found] = await app.database.query<{ id: string }>(
    `SELECT id FROM visit_participant WHERE visit_id = $1 AND name = 'Ani'`,
    [visit],
  );
  await post(`/${found?.id}`, { name: 'Ani W.', position: 'Kasi', rank: '', nip: '' }).expect(303);
  expect(await row()).toMatchObject({ nip: '198501012010012002', rank: null, position: 'Kasi' });
});

test('the attendance sheet, an official paper, shows the whole NIP by a press to those who know the contact', async () => {
  const form = filled({ tempel: LETTER, luar: '' });
  await send(form).expect(303);
  const visit = (await stored(form.title))[0]?.['visit'] as string;
  const path = `/kunjungan/${visit}/daftar-hadir`;
  const sheet = async (by: Header, way: 'get' | 'post' = 'post') => {
    const { text } = await request(app.server)[way](path).set('accept', 'text/html').set(by).expect(200);
    return text;
  };
  expect(await sheet(people.guest, 'get')).toContain('NIP ***************001');
  expect(await sheet(people.guest, 'get')).not.toContain(NIP);
  expect(await sheet(people.guest)).toContain(`NIP ${NIP}`);
  expect(await sheet(people.host)).not.toContain(NIP);
  const other = await signedIn(app, {
    email: 'petugas@purbalingga.test',
    unit: 'rutan-purbalingga',
    role: 'officer',
  });
  await request(app.server)
    .get(`/kunjungan/${visit}/daftar-hadir`)
    .set('accept', 'text/html')
    .set(other)
    .expect(404);
});
