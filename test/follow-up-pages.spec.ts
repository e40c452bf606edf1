import { afterAll, beforeAll, expect, test } from '@jest/globals';
import request from 'supertest';
import { startApp, type TestApp } from './support/app.js';
import { hostile } from './support/hostile.js';
import { publishedNote } from './support/notes.js';
import { usualPeople, type UsualPeople } from './support/people.js';
import { confirmed, type Header } from './support/visits.js';

let app: TestApp;
let people: UsualPeople;
let visitId: string;

beforeAll(async () => {
  app = await startApp();
  people = await usualPeople(app);
  visitId = (await confirmed(app, people.guest, people.host)).id;
});
afterAll(() => app.close());

const get = (path: string, by: Header) =>
  request(app.server).get(path).set('accept', 'text/html').set(by).redirects(0);
const send = (path: string, by: Header, body: object) =>
  request(app.server).post(path).set('accept', 'text/html').set(by).type('form').send(body).redirects(0);

const promise = { what: 'Demplot', unit: 'bapas-purwokerto', person: 'Sari', dueOn: '2025-12-31' };

/** Writes a promise down by its form and returns its path. */
async function promised(body: object = {}): Promise<string> {
  const answer = await send('/tindak-lanjut/baru', people.host, {
    ...promise,
    kunjungan: visitId,
    ...body,
  }).expect(303);
  return answer.headers['location'] ?? '';
}

test('a promise is written down from a visit and carried on by the responsible unit to its evidence', async () => {
  await get(`/tindak-lanjut/baru?kunjungan=${visitId}`, people.host).expect(200);
  const path = await promised({ what: 'Demplot <b>sayur</b>' });
  const open = await get(path, people.guest).expect(200);
  expect(open.text).toContain('Demplot &lt;b>sayur');
  expect(open.text).toMatch(/Mulai kerjakan.*Tandai selesai.*Tidak diteruskan/s);
  await send(`${path}/langkah`, people.guest, { version: 1, state: 'in-progress' }).expect(303);
  const without = await send(`${path}/langkah`, people.guest, { version: 2, state: 'done', evidence: ' ' });
  expect([without.status, without.text.includes('Bukti belum diisi')]).toEqual([422, true]);
  await send(`${path}/langkah`, people.guest, { version: 2, state: 'done', evidence: 'Foto 12' }).expect(303);
  const done = await get(path, people.guest).expect(200);
  expect(done.text).toMatch(/Foto 12.*Kerjakan lagi/s);
  expect(done.text).not.toContain('Tandai selesai');
});

test('what was typed is kept when somebody else was faster', async () => {
  const path = await promised({ what: 'Kolam' });
  await send(`${path}/langkah`, people.guest, { version: 1, state: 'dropped', reason: 'Tidak ada air' });
  const late = await send(`${path}/langkah`, people.guest, {
    version: 1,
    state: 'done',
    evidence: 'Laporan panjang',
  }).expect(409);
  expect(late.text).toMatch(/Sudah berubah.*belum tersimpan.*Laporan panjang/s);
  const wrong = { ...promise, what: '', person: 'Budi', dueOn: '2026-01-31', version: 2 };
  const change = await send(`${path}/ubah`, people.guest, wrong).expect(422);
  expect(change.text).toContain('value="Budi"');
});

test('the board groups by state, marks what is late, and leaves finished things out where asked', async () => {
  await promised({ what: 'Sudah lewat', dueOn: '2025-10-17' });
  await promised({ what: 'Masih lama', dueOn: '2026-03-01' });
  const gone = await promised({ what: 'Batal' });
  await send(`${gone}/langkah`, people.guest, { version: 1, state: 'dropped', reason: 'x' }).expect(303);
  const board = async (query: string) => (await get(`/tindak-lanjut${query}`, people.guest).expect(200)).text;
  const all = await board('');
  expect(all).toMatch(/Belum dimulai.*Sudah lewat.*terlambat 3 hari.*Masih lama.*Sedang dikerjakan/s);
  expect(all).toMatch(/Tidak diteruskan <span.*Batal/s);
  expect(await board('?keadaan=belum')).not.toContain('Batal');
  expect(await board('?terlambat=ya')).not.toContain('Masih lama');
  expect(await board('?keadaan=dropped&upt=')).toContain('Batal');
  expect(await board('?upt=rutan-banjarnegara')).toContain('Tidak ada tindak lanjut yang cocok');
  expect((await get('/tindak-lanjut', people.kanwil).expect(200)).text).toContain('Masih lama');
  expect((await get('/tindak-lanjut', people.stranger).expect(200)).text).not.toContain('Masih lama');
});

test('only the responsible unit finds forms, and others are refused', async () => {
  const path = await promised({ what: 'Hanya Bapas' });
  for (const by of [people.host, people.kanwil]) {
    expect((await get(path, by).expect(200)).text).not.toContain('/langkah');
    await send(`${path}/langkah`, by, { version: 1, state: 'in-progress' }).expect(403);
    await send(`${path}/ubah`, by, { ...promise, version: 1 }).expect(403);
  }
  await get(path, people.stranger).expect(404);
  await send(`${path}/langkah`, people.stranger, { version: 1, state: 'in-progress' }).expect(404);
  await get(`/tindak-lanjut/baru?kunjungan=${visitId}`, people.kanwil).expect(403);
  await get('/tindak-lanjut/baru', people.guest).expect(404);
  await send('/tindak-lanjut/baru', people.kanwil, { ...promise, kunjungan: visitId }).expect(403);
});

test('what is due soon waits on the start page of the responsible unit', async () => {
  await promised({ what: 'Segera', dueOn: '2025-11-03' });
  await promised({ what: 'Nanti', dueOn: '2025-11-04' });
  const start = await get('/', people.guest).expect(200);
  expect(start.text).toContain('Tindak lanjuti: Segera');
  expect(start.text).not.toContain('Nanti');
  expect((await get('/', people.host).expect(200)).text).not.toContain('Segera');
});

test('what is done is confirmed by the other unit, talked about, and stands in the lineage', async () => {
  const path = await promised({ what: 'Ditiru' });
  const later = { version: 1, dueOn: '2026-01-15', reason: '' };
  const refused = await send(`${path}/tunda`, people.guest, later).expect(422);
  expect(refused.text).toMatch(/Alasan penundaan belum diisi.*value="15 Januari 2026"/s);
  await send(`${path}/tunda`, people.guest, { ...later, reason: 'Hujan' }).expect(303);
  expect((await get(path, people.host).expect(200)).text).toMatch(/menunda dari .* ke .*Hujan/s);
  await send(`${path}/langkah`, people.guest, { version: 2, state: 'done', evidence: 'Foto' }).expect(303);
  expect((await get('/', people.host).expect(200)).text).toContain('Konfirmasi replikasi: Ditiru');
  expect((await get('/', people.guest).expect(200)).text).not.toContain('Konfirmasi replikasi: Ditiru');
  const body = { unit: 'rutan-banjarnegara', title: 'Kebun <b>', context: 'a', whatWasDone: 'b' };
  const told = { ...body, result: 'c', howToCopy: 'd' };
  const note = await publishedNote(app, people.host, people.kanwil, told);
  const replication = { version: 3, note, since: '2025-10-01', result: 'Panen <i>' };
  await send(`${path}/replikasi`, people.guest, replication).expect(403);
  const without = await send(`${path}/replikasi`, people.host, { ...replication, result: '' }).expect(422);
  expect(without.text).toContain('value="1 Oktober 2025"');
  await send(`${path}/replikasi`, people.host, replication).expect(303);
  await send(`${path}/tanggapan`, people.kanwil, { body: 'Bagus sekali' }).expect(303);
  expect((await get(path, people.guest).expect(200)).text).toMatch(/Panen &lt;i>.*Bagus sekali/s);
  const lineage = await get(`/praktik-baik/${note}/silsilah`, people.stranger).expect(200);
  expect(lineage.text).toMatch(
    /Ditiru oleh.*Bapas Kelas II Purwokerto.*Dari.*Banjarnegara.*1 Oktober 2025.*Panen &lt;i>.*Dikonfirmasi oleh/s,
  );
  expect(lineage.text).not.toMatch(/ style=|Buka tindak lanjut/);
  expect((await get(`/praktik-baik/${note}`, people.guest).expect(200)).text).toContain(`${note}/silsilah`);
  await send(`${path}/replikasi/tarik`, people.kanwil, { version: 4, reason: 'Keliru' }).expect(303);
  expect((await get(`/praktik-baik/${note}/silsilah`, people.guest)).text).toContain('Belum ada UPT');
});

test('documents of evidence are sent, listed, read and removed by forms; what is not kept is refused beside its field', async () => {
  const path = await promised({ what: 'Berbukti' });
  const pdf = Buffer.from('%PDF-1.7 laporan');
  const upload = (by: Header, name: string, content: Buffer) =>
    request(app.server)
      .post(`${path}/berkas`)
      .set('accept', 'text/html')
      .set(by)
      .attach('file', content, { filename: name })
      .redirects(0);
  expect((await get(path, people.guest)).text).toMatch(/paling besar 20 MB/);
  expect((await get(path, people.host)).text).not.toContain('Berkas bukti');
  await upload(people.guest, 'Laporan panen.pdf', pdf).expect(303);
  const { text } = await get(path, people.host).expect(200);
  expect(text).toContain('Laporan panen.pdf');
  expect(text).not.toContain('Simpan berkas');
  const href = /href="(\/tindak-lanjut\/[^"]+\/berkas\/[^"]+)"/.exec(text)?.[1] ?? '';
  const file = await get(href, people.kanwil).expect(200);
  expect(file.headers['content-disposition']).toContain('attachment');
  await get(href, people.stranger).expect(404);

  const picture = await upload(people.guest, 'foto.jpg', Buffer.from('tidak')).expect(415);
  expect(picture.text).toMatch(/id="file-fault"[^>]*>Mohon kirim berkas PDF/);
  const large = await upload(people.guest, 'besar.pdf', Buffer.concat([pdf, Buffer.alloc(20 * 1024 * 1024)]));
  expect([large.status, large.text.includes('file-fault')]).toEqual([413, true]);
  expect((await upload(people.guest, 'lagi.pdf', pdf).expect(409)).text).toContain('sudah tersimpan');
  await upload(people.host, 'x.pdf', Buffer.from('%PDF-1.7 lain')).expect(403);

  await send(`${href}/hapus`, people.host, {}).expect(403);
  await send(`${href}/hapus`, people.guest, {}).expect(303);
  await get(href, people.guest).expect(404);
});

test('the account of the owner and the practice can be chosen, changed and left out', async () => {
  const note = await publishedNote(app, people.host, people.kanwil, {
    unit: 'rutan-banjarnegara',
    title: 'Kolam terpal',
    context: 'a',
    whatWasDone: 'b',
    result: 'c',
    howToCopy: 'd',
  });
  const blank = (await get(`/tindak-lanjut/baru?kunjungan=${visitId}`, people.guest).expect(200)).text;
  expect(blank).toContain('Kolam terpal · ');
  const option = (unit: string) =>
    new RegExp(`<option value="([^"]+)"[^>]*>[^<]+ · ${unit}`).exec(blank)?.[1] ?? '';
  const [own, other] = [option('Bapas Kelas II Purwokerto'), option('Rutan Kelas IIB Banjarnegara')];
  const given = { ...promise, kunjungan: visitId, note };
  const refused = await send('/tindak-lanjut/baru', people.guest, { ...given, personId: other }).expect(422);
  expect(refused.text).toMatch(
    new RegExp(`Akun UPT lain.*value="${other}" selected.*value="${note}" selected`, 's'),
  );
  const path = await promised({ personId: own, note });
  const shown = (await get(path, people.guest).expect(200)).text;
  expect(shown).toMatch(
    new RegExp(`Praktik yang ditiru.*Kolam terpal.*value="${own}" selected.*value="${note}" selected`, 's'),
  );
  const { unit: _, ...content } = promise;
  await send(`${path}/ubah`, people.guest, { ...content, version: 1, personId: own, note: '' }).expect(303);
  const changed = (await get(path, people.guest)).text;
  expect(changed).toContain(`value="${own}" selected`);
  expect(changed).not.toContain('Praktik yang ditiru');
});

test('whatever stands in a field, it is no server error', async () => {
  const path = await promised({ what: 'Keras' });
  const targets: [string, object][] = [
    ['/tindak-lanjut/baru', { ...promise, kunjungan: visitId }],
    [`${path}/langkah`, { version: '1', state: 'done', evidence: 'x', reason: 'y' }],
    [`${path}/ubah`, { ...promise, version: '1', reason: 'x', personId: '', note: '' }],
  ];
  const failures: string[] = [];
  for (const [name, value] of hostile) {
    for (const [to, whole] of targets) {
      for (const field of Object.keys(whole)) {
        const answer = await request(app.server)
          .post(to)
          .set({ ...people.guest, accept: 'text/html', 'content-type': 'application/json' })
          .send(JSON.stringify({ ...whole, [field]: value }));
        if (answer.status >= 500) failures.push(`${to} ${field} = ${name}`);
      }
    }
  }
  for (const query of ['cursor=x', 'upt=a&upt=b', 'keadaan=%00', 'terlambat=maybe', 'kunjungan=x']) {
    for (const to of ['/tindak-lanjut', '/tindak-lanjut/baru']) {
      const { status } = await get(`${to}?${query}`, people.guest);
      if (status >= 500) failures.push(`${to}?${query}`);
    }
  }
  expect(failures).toEqual([]);
}, 60_000);
