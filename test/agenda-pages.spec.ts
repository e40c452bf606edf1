import { afterAll, beforeAll, expect, test } from '@jest/globals';
import request from 'supertest';
import { startApp, type TestApp } from './support/app.js';
import { formsOf } from './support/page-forms.js';
import { PASSWORD, usualPeople } from './support/people.js';
import { confirmed, requested, type Header, type ShownVisit } from './support/visits.js';
import { api } from './support/api-client.js';

let app: TestApp;
let guest: Header;
let host: Header;
let stranger: Header;
let kanwil: Header;

const sari = { name: 'Sari', email: 'sari@contoh.test', side: 'guest', role: 'leader' };

beforeAll(async () => {
  app = await startApp();
  ({ guest, host, stranger, kanwil } = await usualPeople(app));
});
afterAll(() => app.close());

const page = (path: string, by: Header) => request(app.server).get(path).set('accept', 'text/html').set(by);

const send = (visit: ShownVisit, fields: object, by = guest, below = '') =>
  request(app.server)
    .post(`/kunjungan/${visit.id}/acara${below}`)
    .set('accept', 'text/html')
    .set(by)
    .type('form')
    .send(fields);

type Row = Partial<
  Record<'id' | 'was' | 'from' | 'minutes' | 'title' | 'place' | 'persons' | 'speaker', string>
>;

/** The editor's fields as a browser sends them. */
function fieldsOf(rows: readonly Row[], version: number, aksi?: string): object {
  const all = rows.map((row) => ({
    ...{
      id: '',
      was: '',
      day: '2025-10-30',
      from: '09:00',
      minutes: '30',
      title: 'Sesi',
      kind: 'discussion',
    },
    ...{ place: '', persons: '', speaker: '', note: '' },
    ...row,
  }));
  const names = Object.keys(all[0] ?? {}) as (keyof (typeof all)[number])[];
  return {
    version,
    ...(aksi && { aksi }),
    ...Object.fromEntries(names.map((name) => [name, all.map((row) => row[name])])),
  };
}

const was = (from: string, to: string): string =>
  [from, to].map((clock) => new Date(`2025-10-30T${clock}:00+07:00`).toISOString()).join('/');

/** What the fields of a page say, in order. */
const values = (html: string, name: string): string[] =>
  [...html.matchAll(new RegExp(`<input[^>]*\\bname="${name}"[^>]*>`, 'g'))].map(
    ([tag]) => /\bvalue="([^"]*)"/.exec(tag)?.[1] ?? '',
  );

interface StoredAgenda {
  state: string;
  version: number;
  items: { id: string; title: string; startsAt: string; endsAt: string; persons: string[] }[];
}
const stored = async (visit: ShownVisit): Promise<StoredAgenda> =>
  (
    await api(app)
      .get('/api/visits/{id}/agenda', { as: guest, path: { id: visit.id } })
      .expect(200)
  ).body;

test('an agenda starts from a template, and rows are added, moved and removed without storing', async () => {
  const visit = await requested(app, guest);
  const empty = await page(`/kunjungan/${visit.id}/acara`, guest).expect(200);
  expect(empty.text).toContain('Belum ada sesi');
  await send(visit, { template: 'half-day', version: 0 }, guest, '/templat').expect(303);
  const { text } = await page(`/kunjungan/${visit.id}/acara?info=templat`, guest).expect(200);
  expect(values(text, 'title')).toHaveLength(8);
  expect(values(text, 'from')[0]).toBe('09.00');

  const rows = [
    { title: 'Paparan', from: '09:00', minutes: '60', was: was('09:00', '10:00') },
    { title: 'Diskusi', from: '10:00', minutes: '30', was: was('10:00', '10:30') },
  ];
  const moved = await send(visit, fieldsOf(rows, 1, 'naik:1')).expect(200);
  expect(values(moved.text, 'title')).toEqual(['Diskusi', 'Paparan']);
  expect(values(moved.text, 'from')).toEqual(['09.00', '09.30']);
  expect(moved.text).toContain('data-said="Sesi “Diskusi” kini urutan ke-1 dari 2, pukul 09.00–09.30 WIB."');
  const dragged = await send(visit, fieldsOf(rows.toReversed(), 1, 'tarik:1:0')).expect(200);
  expect(values(dragged.text, 'from')).toEqual(['09.00', '09.30']);
  const added = await send(visit, fieldsOf(rows, 1, 'tambah')).expect(200);
  expect(values(added.text, 'from')).toEqual(['09.00', '10.00', '10.30']);
  const removed = await send(visit, fieldsOf(rows, 1, 'hapus:0')).expect(200);
  expect(values(removed.text, 'title')).toEqual(['Diskusi']);
  expect((await stored(visit)).items).toHaveLength(8);
});

test('what is saved lets later sessions follow a longer one, and takes a participant in charge', async () => {
  const visit = await requested(app, guest, { participants: [sari] });
  const rows = [
    {
      title: 'Paparan',
      minutes: '75',
      was: was('09:00', '10:00'),
      persons: 'Dr. Ani, M.H.',
      speaker: 'Sari',
    },
    { title: 'Diskusi', from: '10:00', was: was('10:00', '10:30') },
  ];
  await send(visit, fieldsOf(rows, 0, 'simpan')).expect(303);
  const { items, state } = await stored(visit);
  expect(state).toBe('draft');
  expect(items.map(({ startsAt, endsAt }) => [startsAt.slice(11, 16), endsAt.slice(11, 16)])).toEqual([
    ['09:00', '10:15'],
    ['10:15', '10:45'],
  ]);
  expect(items[0]?.persons).toEqual(['Dr. Ani, M.H.', 'Sari']);
  const ids = items.map(({ id }) => id);
  const again = [
    { id: ids[0] ?? '', title: 'Paparan' },
    { id: ids[1] ?? '', title: 'Diskusi', from: '10:00' },
  ];
  await send(visit, fieldsOf(again, 1)).expect(303);
  expect((await stored(visit)).items.map(({ id }) => id)).toEqual(ids);
});

test('conflicts stand beside their rows while one works, and keep the agenda from being stored', async () => {
  const visit = await requested(app, guest);
  const rows = [
    { title: 'Paparan', minutes: '60', persons: 'Ani' },
    { title: 'Tur', from: '09:30', persons: 'ani', place: 'Kebun' },
    { title: 'Diskusi', from: '09:30' },
    { title: 'Foto', from: '12:30' },
    { title: '', from: '', minutes: 'lama' },
  ];
  const live = await send(visit, fieldsOf(rows, 0, 'hitung')).expect(200);
  const row = (index: number): string => live.text.split('class="agenda-row"')[index + 1] ?? '';
  expect(row(0)).not.toContain('agenda-fault"');
  expect(row(1)).toContain('ani pada saat yang sama juga bertugas di sesi ke-1 (“Paparan”)');
  expect(row(2)).toContain('Bertumpukan dengan sesi ke-1 (“Paparan”) di tempat yang sama');
  expect(row(3)).toContain('Harus di dalam waktu kunjungan');
  const refused = await send(visit, fieldsOf(rows, 0, 'simpan')).expect(422);
  expect(refused.text).toContain('role="alert"');
  expect(values(refused.text, 'minutes')).toEqual(['60', '30', '30', '30', 'lama']);
  expect((await stored(visit)).version).toBe(0);
});

test('what was typed survives that somebody else stored meanwhile, and can take its place', async () => {
  const visit = await requested(app, guest);
  await send(visit, fieldsOf([{ title: 'Semula' }], 0)).expect(303);
  const [{ id } = { id: '' }] = (await stored(visit)).items;
  await send(visit, fieldsOf([{ title: 'Dari tuan rumah' }], 1), host).expect(303);
  const mine = [{ id, title: 'Dari tamu' }];
  const refused = await send(visit, fieldsOf(mine, 1, 'simpan')).expect(409);
  expect(values(refused.text, 'title')).toEqual(['Dari tamu']);
  expect(refused.text).toMatch(
    /Isian Anda.*Acara: Dari tamu|Yang tersimpan sekarang.*Acara: Dari tuan rumah/s,
  );
  expect(refused.text).toContain('name="version" value="2"');
  await send(visit, fieldsOf(mine, 2, 'simpan')).expect(303);
  expect((await stored(visit)).items.map(({ title }) => title)).toEqual(['Dari tamu']);
});

test('publishing stores, shows it to readers and on paper, and mails the participants', async () => {
  const visit = await confirmed(app, guest, host, { participants: [sari] });
  await send(visit, fieldsOf([{ title: 'Tur <kebun>' }], 0)).expect(303);
  const before = await page(`/kunjungan/${visit.id}/acara`, kanwil).expect(200);
  expect(before.text).toContain('Belum ada susunan acara');
  const draft = await page(`/kunjungan/${visit.id}/acara/cetak`, guest).expect(200);
  expect(draft.text).toContain('Rancangan, belum diterbitkan');
  expect((await page(`/kunjungan/${visit.id}/acara`, guest)).text).toContain(
    '1 peserta menerima susunan acara',
  );
  await send(visit, fieldsOf([{ title: 'Tur <kebun>' }], 1, 'terbit')).expect(303);
  expect((await stored(visit)).state).toBe('published');
  const read = await page(`/kunjungan/${visit.id}/acara`, kanwil).expect(200);
  expect(read.text).toContain('Tur &lt;kebun>');
  expect(read.text).not.toContain('id="susunan"');
  const paper = await page(`/kunjungan/${visit.id}/acara/cetak`, kanwil).expect(200);
  expect(paper.text).toMatch(/Susunan Acara.*Kamis, 30 Oktober 2025.*09\.00–09\.30 WIB.*Tur/s);
  expect(paper.text).not.toContain('Rancangan');
  const visitPage = await page(`/kunjungan/${visit.id}`, kanwil).expect(200);
  expect(visitPage.text).toContain(`href="/kunjungan/${visit.id}/acara"`);
});

test('readers may not write, strangers find nothing', async () => {
  const visit = await requested(app, guest);
  await send(visit, fieldsOf([{}], 0), kanwil).expect(403);
  await send(visit, { template: 'half-day', version: 0 }, kanwil, '/templat').expect(403);
  for (const below of ['', '/cetak'])
    await page(`/kunjungan/${visit.id}/acara${below}`, stranger).expect(404);
  await send(visit, fieldsOf([{}], 0), stranger).expect(404);
  expect((await page(`/kunjungan/${visit.id}/acara`, kanwil).expect(200)).text).not.toContain('name="aksi"');
});

test('nothing that is sent breaks the page', async () => {
  const visit = await requested(app, guest);
  const long = 'x'.repeat(5000);
  const sent: object[] = [
    {},
    { aksi: 'naik:9' },
    { aksi: 'tarik:0:99', title: 'a' },
    { aksi: 'tarik', title: ['a', 'b'] },
    { aksi: 'hapus:-1', title: 'a', version: 'x' },
    { aksi: ['a', 'b'], title: 'a' },
    { aksi: 'simpan', version: '1e400', title: 'a' },
    { ...fieldsOf([{ title: long, from: '24:00', minutes: '9999', was: 'a/b', id: 'x' }], 0, 'simpan') },
    { ...fieldsOf([{ title: 'a\u0000', was: was('10:00', '09:00') }], 0, 'tambah') },
    { ...fieldsOf([{ was: '-271821-04-20T00:00:00.000Z/+275760-09-13T00:00:00.000Z' }], 0, 'hitung') },
    {
      ...fieldsOf(
        Array.from({ length: 120 }, () => ({})),
        0,
        'simpan',
      ),
    },
    { ...fieldsOf([{}], 0, 'hitung'), day: '9999-12-31' },
    { ...fieldsOf([{}], 0, 'simpan'), day: '0000-01-01' },
  ];
  for (const fields of sent) {
    const { status } = await send(visit, fields);
    expect([JSON.stringify(fields).slice(0, 200), status < 500]).toEqual([expect.anything(), true]);
  }
  const { status } = await send(visit, { template: ['x'], version: '-1' }, guest, '/templat');
  expect(status).toBe(422);
});

test('an agenda of a hundred sessions survives a session that ended, to its last field', async () => {
  const visit = await requested(app, guest);
  const rows = Array.from({ length: 100 }, (_, index) => ({
    title: `Sesi ${index}`,
    place: `Ruang ${index}`,
    persons: `Ibu ${index}`,
  }));
  const sent = fieldsOf(rows, 1, 'simpan');
  const refused = await send(visit, sent, {} as Header).expect(401);
  const [kept] = formsOf(refused.text, '/masuk').filter(({ action }) => action === '/masuk');
  const resumed = await request(app.server)
    .post('/masuk')
    .set('accept', 'text/html')
    .type('form')
    .send({ ...Object.fromEntries(kept?.hidden ?? []), email: 'petugas@tamu.test', password: PASSWORD })
    .expect(200);
  const [form] = formsOf(resumed.text, '').filter(({ action }) => action.endsWith('/acara'));
  const pairs = form?.hidden.filter(([name]) => !name.startsWith('form-')) ?? [];
  const list = (value: unknown): string[] => (Array.isArray(value) ? value : [value]).map(String);
  const expected = Object.entries(sent).flatMap(([name, value]) => list(value).map((each) => [name, each]));
  expect(pairs.toSorted()).toEqual(expected.toSorted());
});
