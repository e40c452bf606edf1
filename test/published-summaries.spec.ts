import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import request from 'supertest';
import { api } from './support/api-client.js';
import { pageOf } from './support/participant-links.js';
import { facts, SummaryBench } from './support/told-summary.js';
import type { Header } from './support/visits.js';

/** A summary that is out: its mail, its pages, its revisions, and what is removed of it. */
const NOTE = 'Bibit disemai sendiri. Hubungi Pak Tono, 0812 3456 7890.';
const TOLD = 'Bibit disemai sendiri. Hubungi Pak Tono, [telepon disembunyikan].';

let bench: SummaryBench;
let guest: Header;
let host: Header;
let kanwil: Header;
let stranger: Header;
let note: string;
let photo: string;
let uncleared: string;

beforeAll(async () => {
  bench = await SummaryBench.open();
  ({ guest, host, kanwil, stranger } = bench.people);
  await bench.hold();
  note = await bench.keep(guest, NOTE);
  photo = await bench.photograph(host, 'Kebun sayur', 'ya');
  uncleared = await bench.photograph(guest, 'Belum dinilai');
});
afterAll(() => bench.app.close());

test('is mailed with all of it, photos by their words alone', async () => {
  expect((await bench.put(guest, { outcomes: 'Kebun luas.', entries: [note, photo] })).status).toBe(200);
  expect((await bench.publish(guest)).status).toBe(200);
  const sent = await bench.mails(1);
  const officer = sent.get('petugas@tuan.test');
  for (const line of [
    'Tempat: Aula utama',
    'Topik: Ketahanan pangan, Kehumasan',
    'Surat permohonan: WP.13-120, Senin, 6 Oktober 2025',
    '- Tamu, Bapas Kelas II Purwokerto: 1 dari 2 hadir',
    '- Tamu, Rutan Kelas IIB Kebumen: 0 dari 1 hadir, 1 belum dicatat',
    '- Tuan rumah, Rutan Kelas IIB Banjarnegara: 1 dari 1 hadir',
    '- Undangan dan mitra: 0 dari 1 hadir, 1 belum dicatat',
    '- 09.00–09.30 WIB: Penerimaan tamu – Bu Ani',
    '- 10.30–12.00 WIB: Peninjauan kebun – Kebun',
    `- ${TOLD} – Petugas petugas@tamu.test`,
    'Foto (1):\n- Kebun sayur',
  ]) {
    expect(officer?.text).toContain(line);
  }
  expect(officer?.html).toContain('Peninjauan kebun – Kebun');
  expect(officer?.html).not.toContain('<img');
  const outsider = sent.get('dosen@contoh.test');
  expect(outsider?.text).toContain('Foto (1):\n- Kebun sayur');
  expect(outsider?.text).toContain('/jawab/');
  for (const body of [outsider?.text, outsider?.html]) {
    expect(body).not.toContain('/kunjungan/');
    expect(body).not.toContain('/api/');
    expect(body).not.toContain('0812');
  }
});

test('tells it on the page of the visit, its own, and in the API, also to those who only read', async () => {
  const reader = await bench.page(kanwil, '/ringkasan');
  const beside = await bench.page(kanwil);
  expect(beside).toContain('1 catatan dan 1 foto');
  expect(beside).toContain('Tamu, Bapas Kelas II Purwokerto: 1 dari 2 hadir');
  for (const shown of [reader, await bench.page(kanwil, '/ringkasan/revisi/1')]) {
    expect(shown).toContain(TOLD);
    expect(shown).toContain(`/kunjungan/${bench.visit.id}/entri/${photo}/kecil`);
    expect(shown).toContain('Tamu, Bapas Kelas II Purwokerto: 1 dari 2 hadir');
  }
  expect(reader).toContain('10.30–12.00 WIB: Peninjauan kebun');
  expect((await bench.summary(kanwil)).published).toMatchObject({
    ...facts,
    dayNotes: [{ text: TOLD }],
    photos: [{ url: `http://sambang.test/api/visits/${bench.visit.id}/entries/${photo}/photo` }],
  });
});

test('is read by a participant without account, photos too, and nothing else of the day', async () => {
  const own = await pageOf(bench.app, 'dosen@contoh.test');
  const shown = (await request(bench.app.server).get(own).set('accept', 'text/html').expect(200)).text;
  for (const words of [TOLD, 'Kebun sayur', 'Undangan dan mitra: 0 dari 1 hadir', 'WP.13-120']) {
    expect(shown).toContain(words);
  }
  expect(shown).not.toContain('Belum dinilai');
  expect(shown).not.toMatch(/(?:src|href)="\/kunjungan\//);
  for (const size of ['', '/kecil']) {
    const seen = await request(bench.app.server).get(`${own}/foto/${photo}${size}`).expect(200);
    expect(seen.headers).toMatchObject({ 'content-type': 'image/webp', 'cache-control': 'no-store' });
    for (const id of [uncleared, note, randomUUID()]) {
      await request(bench.app.server).get(`${own}/foto/${id}${size}`).expect(404);
    }
    await request(bench.app.server)
      .get(`/jawab/${'x'.repeat(43)}/foto/${photo}${size}`)
      .expect(404);
  }
});

test('stays as it was beside its next revision, and is found by both', async () => {
  await bench.enterLetter(host, { replyLetterNumber: 'B-12' });
  bench.app.clock.advance(60_000);
  const late = await bench.keep(host, 'Modul dikirim kemudian.');
  expect(await bench.page(host)).toContain('Sejak ringkasan terbit tercatat: 1 catatan, 1 data surat.');
  expect((await bench.put(host, { outcomes: 'Kebun dan kolam.', entries: [note, photo, late] })).status).toBe(
    200,
  );
  expect((await bench.publish(host)).status).toBe(200);
  const read = (revision: number | string, by = kanwil) =>
    request(bench.app.server)
      .get(bench.at(`/summary/revisions/${revision}`))
      .set(by);
  const first = (await read(1).expect(200)).body as object;
  expect(first).toMatchObject({ ...facts, revision: 1, outcomes: 'Kebun luas.', dayNotes: [{ id: note }] });
  expect((await read(2).expect(200)).body).toMatchObject({
    letters: [{ number: 'WP.13-120' }, { number: 'B-12' }],
    dayNotes: [{ id: note }, { id: late }],
  });
  for (const none of [0, 3, -1, 'x', '99999999999', '1e3']) await read(none).expect(404);
  await read(1, stranger).expect(404);
  const { body } = await api(bench.app)
    .get('/api/visits/{id}/summary/revisions', { as: guest, path: { id: bench.visit.id } })
    .expect(200);
  expect(body.items).toMatchObject([
    { revision: 1, automatic: false, publishedBy: 'Petugas petugas@tamu.test' },
    { revision: 2, automatic: false, publishedBy: 'Petugas petugas@tuan.test' },
  ]);
  const old = await bench.page(guest, '/ringkasan/revisi/1');
  expect(old).toContain('Kebun luas.');
  expect(old).toContain('Revisi 2 menggantikannya');
  expect(old).not.toContain('Modul dikirim');
  for (const none of ['0', '3', 'x']) {
    await bench.get(`/kunjungan/${bench.visit.id}/ringkasan/revisi/${none}`).expect(404);
  }
  await bench.get(`/kunjungan/${bench.visit.id}/ringkasan/revisi/1`, stranger).expect(404);
});

test('loses what is removed, everywhere and in every revision', async () => {
  const own = await pageOf(bench.app, 'dosen@contoh.test');
  await request(bench.app.server)
    .delete(bench.at(`/entries/${photo}`))
    .set(host)
    .expect(204);
  await request(bench.app.server)
    .delete(bench.at(`/entries/${note}`))
    .set(guest)
    .expect(204);
  await request(bench.app.server).get(`${own}/foto/${photo}`).expect(404);
  const shown = (await request(bench.app.server).get(own).set('accept', 'text/html').expect(200)).text;
  for (const each of [shown, await bench.page(kanwil), await bench.page(kanwil, '/ringkasan/revisi/1')]) {
    expect(each).not.toContain('Bibit disemai');
    expect(each).not.toContain('Kebun sayur');
  }
  expect(shown).toContain('2 catatan atau foto yang pernah dimuat sudah dihapus');
  // What was removed stops nobody from writing on, and the next revision is without it.
  expect((await bench.put(guest, { decisions: 'Demplot dibuat.' })).status).toBe(200);
  expect((await bench.publish(guest)).status).toBe(200);
  expect((await bench.mails(3)).get('dosen@contoh.test')?.text).not.toContain('Bibit');
});

test('that was published before it told so much stays readable', async () => {
  await bench.app.database.query(
    `UPDATE summary_revision SET content = content - '{topics,programs,place,letters,agenda,sides,entries,answers,learning}'::text[]
     WHERE visit_id = $1`,
    [bench.visit.id],
  );
  const own = await pageOf(bench.app, 'dosen@contoh.test');
  await request(bench.app.server).get(own).set('accept', 'text/html').expect(200);
  for (const rest of ['', '/ringkasan', '/ringkasan/revisi/1', '/ringkasan/surat'])
    await bench.page(guest, rest);
  expect((await bench.summary(kanwil)).published).toMatchObject({
    topics: [],
    agenda: [],
    sides: [],
    photos: [],
  });
});
