import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import sharp from 'sharp';
import request from 'supertest';
import { startApp, type TestApp } from './support/app.js';
import { publishedNote } from './support/notes.js';
import { signedIn, usualPeople, type UsualPeople } from './support/people.js';
import { confirmed, type Header } from './support/visits.js';
import { api } from './support/api-client.js';

const UNIT = 'rutan-banjarnegara';
const texts = {
  title: 'Kebun bertingkat',
  context: 'Lahan sempit',
  whatWasDone: 'Menanam **bertingkat**',
  howToCopy: '1. Mulai dari satu demplot\n2. Catat panennya',
  result: 'Panen 120 kg',
};

let app: TestApp;
let people: UsualPeople;
let head: Header;
let id: string;

beforeAll(async () => {
  app = await startApp();
  people = await usualPeople(app);
  head = await signedIn(app, { email: 'kepala@tuan.test', role: 'unit-head', unit: UNIT });
  id = await publishedNote(app, people.host, people.kanwil, { unit: UNIT, ...texts });
});
afterAll(() => app.close());

const call = (method: 'get' | 'post' | 'put' | 'delete', path: string, by: Header) =>
  request(app.server)[method](`/api/notes/${id}${path}`).set(by);
const page = (path: string, by: Header) =>
  request(app.server).get(path).set('accept', 'text/html').set(by).redirects(0);
const form = (path: string, by: Header, body: object) =>
  request(app.server).post(path).set('accept', 'text/html').set(by).type('form').send(body).redirects(0);
const photo = (width = 2400, height = 1200): Promise<Buffer> =>
  sharp({ create: { width, height, channels: 3, background: '#3a7' } })
    .withExif({
      IFD0: { Make: 'Kamera Rahasia' },
      IFD3: { GPSLatitudeRef: 'S', GPSLatitude: '7/1 23/1 0/1' },
    })
    .jpeg()
    .toBuffer();
const itemsOf = <Item>(answer: { body: unknown }): Item[] => (answer.body as { items: Item[] }).items;

describe('pictures', () => {
  test('are made small, lose what the camera wrote, and are shown to others once cleared', async () => {
    const sent = await photo();
    expect((await sharp(sent).metadata()).exif).toBeDefined();
    const added = await call('post', '/pictures', people.host)
      .field('caption', 'Rak sayuran')
      .attach('file', sent, 'a.jpg')
      .expect(201);
    const picture = (added.body as { id: string }).id;
    const seen = await call('get', `/pictures/${picture}`, people.host).expect(200);
    const { width, exif, format } = await sharp(seen.body as Buffer).metadata();
    expect({ width, exif, format }).toEqual({ width: 1600, exif: undefined, format: 'webp' });
    for (const by of [people.guest, people.kanwil]) {
      await call('get', `/pictures/${picture}`, by).expect(404);
      expect(itemsOf(await call('get', '/pictures', by).expect(200))).toEqual([]);
      expect((await page(`/praktik-baik/${id}`, by).expect(200)).text).not.toContain('Rak sayuran');
    }
    await call('post', `/pictures/${picture}/clearance`, people.guest).expect(403);
    await call('post', `/pictures/${picture}/clearance`, people.host).expect(204);
    await page(`/praktik-baik/${id}/gambar/${picture}/kecil`, people.guest).expect(200);
    expect((await page(`/praktik-baik/${id}`, people.guest).expect(200)).text).toContain('alt="Rak sayuran"');
    await call('delete', `/pictures/${picture}`, people.guest).expect(403);
    await call('delete', `/pictures/${picture}`, people.host).expect(204);
    await call('get', `/pictures/${picture}`, people.host).expect(404);
  });

  test('that are none, have no caption or come from others are refused beside their field', async () => {
    const send = (by: Header, caption: string, content: Buffer) =>
      request(app.server)
        .post(`/praktik-baik/${id}/gambar`)
        .set('accept', 'text/html')
        .set(by)
        .field('caption', caption)
        .field('cleared', 'ya')
        .attach('file', content, 'a.jpg')
        .redirects(0);
    const bad = await send(people.host, 'Rak', Buffer.from('bukan gambar')).expect(422);
    expect(bad.text).toMatch(/id="gambar-file-fault">Berkas ini bukan gambar/);
    expect(bad.text).toMatch(/name="caption"[^>]*value="Rak"|value="Rak"[^>]*name="caption"/);
    const bare = await send(people.host, ' ', await photo(10, 10)).expect(422);
    expect(bare.text).toContain('id="caption-fault"');
    await send(people.guest, 'Rak', await photo(10, 10)).expect(403);
    const large = await send(people.host, 'Rak', Buffer.alloc(11 * 1024 * 1024)).expect(422);
    expect(large.text).toContain('paling besar 10 MB');
    await send(people.host, 'Rak', await photo(10, 10)).expect(303);
  });
});

test('files are kept once, read by readers as downloads, and only of known kinds', async () => {
  const pdf = Buffer.from('%PDF-1.7 isi');
  const send = (by: Header, name: string, content = pdf) =>
    call('post', '/files', by).attach('file', content, name);
  const added = await send(people.host, 'panduan.pdf').expect(201);
  await send(people.host, 'panduan.pdf').expect(409);
  await send(people.host, 'program.exe').expect(422);
  await send(people.guest, 'panduan.pdf').expect(403);
  const file = (added.body as { id: string }).id;
  const got = await call('get', `/files/${file}`, people.guest).expect(200);
  expect(got.headers['content-disposition']).toContain('attachment');
  await call('delete', `/files/${file}`, people.host).expect(204);
});

describe('questions', () => {
  test('are mailed to those who wrote, answered by the unit, and the answer mailed to the asker', async () => {
    await form(`/praktik-baik/${id}/komentar`, people.guest, { kind: 'question', body: ' ' }).expect(422);
    await form(`/praktik-baik/${id}/komentar`, people.guest, {
      kind: 'question',
      body: 'Berapa biaya <b>raknya</b>?',
    }).expect(303);
    await app.settle();
    const mailed = async (words: string) =>
      (
        await app.database.query<{ email: string }>(
          'SELECT recipient_email AS email FROM mail WHERE subject LIKE $1 ORDER BY 1',
          [`${words}%`],
        )
      ).map(({ email }) => email);
    expect(await mailed('Pertanyaan tentang praktik baik')).toEqual(['petugas@tuan.test']);
    const [asked] = itemsOf<{ id: string }>(await call('get', '/comments', people.kanwil).expect(200));
    const answers = `/praktik-baik/${id}/komentar/${asked?.id}/jawab`;
    await form(answers, people.guest, { answer: 'Saya sendiri' }).expect(403);
    const start = await page('/', people.host).expect(200);
    expect(start.text).toContain('Jawab pertanyaan tentang “Kebun bertingkat”');
    await form(answers, people.host, { answer: '' }).expect(422);
    await form(answers, people.host, { answer: 'Rp2 juta' }).expect(303);
    await app.settle();
    expect(await mailed('Pertanyaan Anda dijawab')).toEqual(['petugas@tamu.test']);
    const { text } = await page(`/praktik-baik/${id}`, people.guest).expect(200);
    expect(text).toMatch(/Berapa biaya &lt;b>raknya.*Rp2 juta/s);
    expect((await page('/', people.host).expect(200)).text).not.toContain('Jawab pertanyaan');
    await call('delete', `/comments/${asked?.id}`, people.stranger).expect(403);
    await call('delete', `/comments/${asked?.id}`, head).expect(204);
  });

  test('are for those who may read the note, and comments have no answer', async () => {
    const unit = await publishedNote(app, people.host, people.kanwil, {
      unit: UNIT,
      ...texts,
      visibility: 'unit',
    });
    await api(app)
      .post('/api/notes/{id}/comments', {
        as: people.guest,
        path: { id: unit },
        body: { kind: 'comment', body: 'x' },
      })
      .expect(404);
    const said = await call('post', '/comments', people.kanwil)
      .send({ kind: 'comment', body: 'Bagus' })
      .expect(201);
    const comment = (said.body as { id: string }).id;
    await call('put', `/comments/${comment}/answer`, people.host).send({ answer: 'x' }).expect(422);
    await call('delete', `/comments/${comment}`, people.kanwil).expect(204);
  });
});

test('another unit says that it uses a note, once, and may take it back', async () => {
  await call('put', '/uses/own', people.host).send({}).expect(422);
  await call('put', '/uses/own', people.kanwil).send({}).expect(403);
  await form(`/praktik-baik/${id}/pakai`, people.guest, { since: 'entah kapan' }).expect(422);
  for (const since of ['2025-10-01', '2025-09-01']) {
    await form(`/praktik-baik/${id}/pakai`, people.guest, { since }).expect(303);
  }
  const uses = itemsOf(await call('get', '/uses', people.stranger).expect(200));
  expect(uses).toEqual([
    { unit: 'bapas-purwokerto', unitName: 'Bapas Kelas II Purwokerto', since: '2025-09-01' },
  ]);
  expect((await page(`/praktik-baik/${id}`, people.stranger).expect(200)).text).toContain('Dipakai 1 UPT');
  await form(`/praktik-baik/${id}/pakai/berhenti`, people.guest, {}).expect(303);
  expect(itemsOf(await call('get', '/uses', people.stranger).expect(200))).toEqual([]);
});

test('revisions show which words came and went, to those who make the note', async () => {
  const { version } = (await call('get', '', people.host).expect(200)).body as { version: number };
  await api(app)
    .patch('/api/notes/{id}', { as: people.host, path: { id }, body: { version, result: 'Panen 150 kg' } })
    .expect(200);
  const { text } = await page(`/praktik-baik/${id}/riwayat`, people.host).expect(200);
  expect(text).toMatch(/<del>.*120.*<\/del>.*<ins>.*150.*<\/ins>/s);
  const first = await page(`/praktik-baik/${id}/riwayat?versi=1`, people.kanwil).expect(200);
  expect(first.text).toMatch(/<ins>.*Panen 120 kg/s);
  await page(`/praktik-baik/${id}/riwayat`, people.guest).expect(403);
  await call('get', '/revisions', people.guest).expect(403);
  expect(itemsOf(await call('get', '/revisions', head).expect(200))).toHaveLength(version + 1);
});

test('whoever opens the form is told who opened it within the last ten minutes', async () => {
  const path = `/praktik-baik/${id}/ubah`;
  expect((await page(path, people.host).expect(200)).text).not.toContain('Sedang disunting');
  app.clock.advance(60_000);
  const { text } = await page(path, head).expect(200);
  expect(text).toMatch(/Sedang disunting oleh Petugas petugas@tuan\.test sejak\s+\d\d\.\d\d WIB\./);
  app.clock.advance(11 * 60_000);
  expect((await page(path, people.host).expect(200)).text).not.toContain('Sedang disunting');
});

test('steps are taken on the page, with a reason beside its field where one is needed', async () => {
  const proposed = await form('/praktik-baik/baru', people.host, {
    ...texts,
    title: 'Langkah',
    state: 'proposed',
  });
  const path = (proposed.headers['location'] ?? '').replace(/\?.*/, '');
  expect((await page('/', people.kanwil).expect(200)).text).toContain('Periksa praktik baik “Langkah”');
  expect((await page('/', head).expect(200)).text).toContain('Periksa praktik baik “Langkah”');
  expect((await page(path, people.host).expect(200)).text).not.toContain('value="publish"');
  const bare = await form(`${path}/langkah`, people.kanwil, { action: 'return', version: 1, reason: '' });
  expect(bare.status).toBe(422);
  expect(bare.text).toContain('id="reason-fault"');
  await form(`${path}/langkah`, people.host, { action: 'publish', version: 1 }).expect(403);
  await form(`${path}/langkah`, people.kanwil, {
    action: 'return',
    version: 1,
    reason: 'Tambah angka',
  }).expect(303);
  expect((await page(path, people.host).expect(200)).text).toMatch(/Tambah angka.*Dikembalikan oleh/s);
  await form(`${path}/langkah`, head, { action: 'publish', version: 2 }).expect(303);
  expect((await page('/', head).expect(200)).text).not.toContain('Periksa praktik baik');
});

test('a note begins with the chosen parts of a visit’s published summary', async () => {
  const visit = await confirmed(app, people.guest, people.host);
  const way = `/praktik-baik/dari-kunjungan/${visit.id}`;
  expect((await page(way, people.host).expect(200)).text).toContain('belum terbit');
  await app.database.query(
    `INSERT INTO summary (visit_id, version, outcomes, decisions, notes, links, revision, changed_at)
     VALUES ($1, 1, '', '', '', '[]', 1, now())`,
    [visit.id],
  );
  await app.database.query(
    `INSERT INTO summary_revision (visit_id, revision, content, published_at)
     VALUES ($1, 1, $2, now())`,
    [visit.id, JSON.stringify({ outcomes: 'Melihat kebun', decisions: 'Satu demplot', notes: '' })],
  );
  const { text } = await page(way, people.host).expect(200);
  expect(text).toMatch(/Melihat kebun.*name="isi.hasil".*name="isi.keputusan"/s);
  expect(text).not.toContain('isi.catatan');
  const filled = `/praktik-baik/baru?kunjungan=${visit.id}&isi.hasil=result&isi.keputusan=`;
  const begun = await page(filled, people.host).expect(200);
  expect(begun.text).toMatch(/name="result"[^>]*>Melihat kebun/);
  expect(begun.text).not.toContain('Satu demplot');
  await page(way, people.stranger).expect(404);
  await page(filled, people.stranger).expect(404);
});

test('the head is reminded once when a note is due for review, and on the start page', async () => {
  await app.database.query(`UPDATE note SET review_due_on = '2025-01-02' WHERE id = $1`, [id]);
  expect((await page('/', head).expect(200)).text).toContain('Tinjau praktik baik “Kebun bertingkat”');
  const { text } = await page(`/praktik-baik/${id}`, head).expect(200);
  expect(text).toContain('Perlu ditinjau');
  expect((await page(`/praktik-baik/${id}`, people.guest).expect(200)).text).not.toContain('Perlu ditinjau');
  for (let run = 0; run < 2; run++) await app.settle();
  const mails = await app.database.query<{ email: string }>(
    `SELECT recipient_email AS email FROM mail WHERE key LIKE 'note-review:%'`,
  );
  expect(mails).toEqual([{ email: 'kepala@tuan.test' }]);
});
