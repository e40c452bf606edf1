import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import request from 'supertest';
import { facts, SummaryBench } from './support/told-summary.js';
import { create, type Header } from './support/visits.js';

/** A summary that is written: what it tells by itself, and what its writers take in. */
const NOTE = 'Bibit disemai sendiri. Hubungi Pak Tono, 0812 3456 7890.';
const TOLD = 'Bibit disemai sendiri. Hubungi Pak Tono, [telepon disembunyikan].';

let bench: SummaryBench;
let guest: Header;
let host: Header;
let kanwil: Header;
let note: string;
let photo: string;
let uncleared: string;

beforeAll(async () => {
  bench = await SummaryBench.open();
  ({ guest, host, kanwil } = bench.people);
  await bench.hold();
  note = await bench.keep(guest, NOTE);
  photo = await bench.photograph(host, 'Kebun sayur', 'ya');
  uncleared = await bench.photograph(guest, 'Belum dinilai');
});
afterAll(() => bench.app.close());

test('tells what is known elsewhere by itself, to both sides alike', async () => {
  for (const by of [guest, host]) {
    const { draft } = await bench.summary(by);
    expect(draft).toMatchObject({ ...facts, dayNotes: [], photos: [] });
    expect(draft?.programs).toEqual([expect.stringMatching(/^2\. /)]);
  }
  expect((await bench.summary(kanwil)).draft).toBeNull();
});

test('takes in notes and cleared photos of its own visit, each once', async () => {
  const other = await create(bench.app, guest, {
    startsAt: '2025-12-04T09:00:00+07:00',
    endsAt: '2025-12-04T12:00:00+07:00',
  });
  expect(other.id).not.toBe(bench.visit.id);
  for (const entries of [[uncleared], [randomUUID()], [other.id], [note, note], ['x'], 'x']) {
    expect([entries, (await bench.put(guest, { entries })).status]).toEqual([entries, 422]);
  }
  const refused = await bench.put(guest, { entries: [note, uncleared] });
  expect(refused.body).toMatchObject({ code: 'summary-entry-missing', errors: [{ field: 'entries' }] });
  expect((await bench.put(host, { entries: [note, photo] })).status).toBe(200);
  const { draft, version } = await bench.summary(guest);
  expect(draft).toMatchObject({
    dayNotes: [{ id: note, text: TOLD, authorName: 'Petugas petugas@tamu.test' }],
    photos: [{ id: photo, text: 'Kebun sayur', width: 40, height: 20 }],
  });
  await bench.put(guest, { entries: [photo, note] });
  expect((await bench.summary(guest)).version).toBe(version);
  await bench.put(guest, { outcomes: 'Kebun dilihat.' });
  expect((await bench.summary(guest)).draft?.photos).toHaveLength(1);
});

test('holds no photo without its clearance, in the database either', async () => {
  const insert = (entry: string) =>
    bench.app.database.query('INSERT INTO summary_entry (visit_id, entry_id) VALUES ($1, $2)', [
      bench.visit.id,
      entry,
    ]);
  await expect(insert(uncleared)).rejects.toThrow('clearance');
  const here = bench.app.database.transaction(async () => {
    await bench.app.database.query(`UPDATE unit SET type = 'lpka' WHERE code = 'rutan-banjarnegara'`);
    await bench.app.database.query('DELETE FROM summary_entry WHERE entry_id = $1', [photo]);
    await insert(photo);
  });
  await expect(here).rejects.toThrow('clearance');
});

test('is offered what to take in by ticks, and clears a photo without losing what was typed', async () => {
  const form = await bench.page(guest, '/ringkasan');
  expect(form).toMatch(new RegExp(`name="entries"[^>]*value="${note}"[^>]*checked`));
  expect(form).not.toContain(`value="${uncleared}"`);
  expect(form).toContain(`value="izin:${uncleared}"`);
  expect(await bench.page(host, '/ringkasan')).not.toContain(uncleared);
  for (const words of ['WP.13-120', 'Ketahanan pangan, Kehumasan', 'Aula utama', 'Peninjauan kebun']) {
    expect(form).toContain(words);
  }
  const { version } = await bench.summary(guest);
  const send = (fields: object) =>
    request(bench.app.server)
      .post(`/kunjungan/${bench.visit.id}/ringkasan`)
      .set(guest)
      .set('accept', 'text/html')
      .type('form')
      .send({ version, outcomes: 'Kebun luas.', decisions: '', notes: '', links: '', ...fields });
  const refused = await send({ aksi: 'simpan', entries: ['', uncleared] }).expect(422);
  expect(refused.text).toContain('id="entries-fault"');
  expect(refused.text).toContain('Kebun luas.');
  await send({ aksi: `izin:${uncleared}`, entries: ['', photo] })
    .expect(303)
    .expect('location', `/kunjungan/${bench.visit.id}/ringkasan?info=izin#catatan-dan-foto`);
  const { draft } = await bench.summary(guest);
  expect(draft?.outcomes).toBe('Kebun luas.');
  expect(draft?.photos.map(({ id }) => id)).toEqual([photo, uncleared]);
  expect(draft?.dayNotes).toEqual([]);
});

test('takes in all of it by one button, and none when nothing is ticked', async () => {
  const send = async (fields: object) =>
    request(bench.app.server)
      .post(`/kunjungan/${bench.visit.id}/ringkasan`)
      .set(host)
      .type('form')
      .send({
        version: (await bench.summary(host)).version,
        ...{ outcomes: 'Kebun luas.', decisions: '', notes: '', links: '', entries: '' },
        ...fields,
      })
      .expect(303);
  await send({ aksi: 'simpan' });
  expect((await bench.summary(host)).draft).toMatchObject({ dayNotes: [], photos: [] });
  await send({ aksi: 'semua' });
  const { draft } = await bench.summary(host);
  expect([draft?.dayNotes.length, draft?.photos.length]).toEqual([1, 2]);
});
