import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import sharp from 'sharp';
import request from 'supertest';
import { JobQueue } from '../src/platform/jobs/job-queue.js';
import { api } from './support/api-client.js';
import { tripBody } from './support/example-bodies.js';
import { LetterScene, NIP, type Letter } from './support/letter-scene.js';
import type { Header } from './support/visits.js';

let scene: LetterScene;

beforeAll(async () => {
  scene = await LetterScene.start();
});
beforeEach(() => scene.newVisit());
afterAll(() => scene.app.close());

const pdf = (text: string): Buffer => Buffer.from(`%PDF-1.7 ${text}`);

/** A photo of a paper: a colour, and what a phone writes beside it. */
const photo = (colour: string, { orientation = 1, width = 60, height = 80 } = {}): Promise<Buffer> =>
  sharp({ create: { width, height, channels: 3, background: colour } })
    .withMetadata({ orientation })
    .withExifMerge({ IFD0: { Make: 'Ponsel' }, IFD3: { GPSLatitude: '7/1 23/1 0/1' } })
    .jpeg()
    .toBuffer();

const put = (as: Header, { id, version }: Pick<Letter, 'id' | 'version'>, ...files: [string, Buffer][]) => {
  const call = api(scene.app).put('/api/letters/{id}/signed-copy', { as, path: { id }, query: { version } });
  for (const [name, content] of files) void call.attach('file', content, name);
  return call;
};
const open = (as: Header, { id }: Pick<Letter, 'id'>) =>
  request(scene.app.server).get(`/api/letters/${id}/signed-copy`).set(as).buffer();
const remove = (as: Header, { id, version }: Pick<Letter, 'id' | 'version'>) =>
  api(scene.app).delete('/api/letters/{id}/signed-copy', { as, path: { id }, query: { version } });
const refused = async (letter: Letter, ...files: [string, Buffer][]): Promise<[number, string]> => {
  const answer = await put(scene.people.guest, letter, ...files);
  return [answer.status, (answer.body as unknown as { code: string }).code];
};

/** Sizes of the pages in points, and the colour in the middle of each picture. */
async function pagesOf(content: Buffer): Promise<[number, number][]> {
  const document = await getDocument({ data: new Uint8Array(content), verbosity: 0 }).promise;
  const pages = await Promise.all(
    Array.from({ length: document.numPages }, async (_, index) => document.getPage(index + 1)),
  );
  return pages.map(({ view: [, , width = 0, height = 0] }) => [Math.round(width), Math.round(height)]);
}

/** JPEG pictures that stand in a PDF, in their order. */
function picturesIn(content: Buffer): Buffer[] {
  const pictures: Buffer[] = [];
  for (let from = 0; ;) {
    const begin = content.indexOf(Buffer.from([0xff, 0xd8, 0xff]), from);
    if (begin < 0) return pictures;
    const end = content.indexOf(Buffer.from('\nendstream'), begin);
    pictures.push(content.subarray(begin, end));
    from = end;
  }
}

const colourOf = async (picture: Buffer): Promise<string> => {
  const { dominant } = await sharp(picture).stats();
  const { r, g, b } = dominant;
  return r > 128 ? 'red' : g > 100 ? 'green' : b > 128 ? 'blue' : 'dark';
};

describe('the signed copy of a letter', () => {
  test('is kept on its line, read by whoever reads the letter, and told by the history', async () => {
    const { guest, host, kanwil, stranger } = scene.people;
    const letter = await scene.added(guest);
    const kept = (await put(guest, letter, ['scan.pdf', pdf('signed')]).expect(200)).body;
    expect(kept).toMatchObject({
      version: 2,
      signedCopy: { name: 'scan.pdf', mediaType: 'application/pdf', size: 15 },
    });
    for (const by of [guest, kanwil])
      expect((await open(by, letter).expect(200)).body).toEqual(pdf('signed'));
    for (const by of [host, stranger]) await open(by, letter).expect(404);
    await scene.send(guest, kept).expect(200);
    expect((await open(host, letter).expect(200)).headers['content-disposition']).toContain('attachment');
    const page = await scene.page(host, '/surat');
    expect(page.text).toContain(`/surat/${letter.id}/salinan"`);
    expect(page.text).not.toContain('Unggah salinan');
    expect((await scene.page(guest)).text).toContain('mengunggah salinan surat yang bertanda tangan');
  });

  test('is uploaded, replaced and removed by its own office alone, also after it was sent', async () => {
    const { guest, host, kanwil } = scene.people;
    const sent = (await scene.send(guest, await scene.added(guest)).expect(200)).body;
    for (const by of [host, kanwil]) await put(by, sent, ['a.pdf', pdf('a')]).expect(403);
    const first = (await put(guest, sent, ['a.pdf', pdf('first')]).expect(200)).body;
    await put(guest, sent, ['a.pdf', pdf('other')]).expect(409);
    const second = (await put(guest, first, ['b.pdf', pdf('second')]).expect(200)).body;
    expect((await open(guest, sent).expect(200)).body).toEqual(pdf('second'));
    await scene.app.app.get(JobQueue).workAll();
    const stored = await scene.app.database.query('SELECT 1 FROM stored_file WHERE sha256 = $1', [
      createHash('sha256').update(pdf('first')).digest('hex'),
    ]);
    expect(stored).toEqual([]);
    const again = (await put(guest, second, ['b.pdf', pdf('second')]).expect(200)).body;
    expect(again.version).toBe(second.version);
    await remove(host, second).expect(403);
    await remove(guest, second).expect(204);
    await open(guest, sent).expect(404);
    await remove(guest, { ...second, version: second.version + 1 }).expect(404);
  });

  test('of photos is one PDF in their order, upright, each on a page, without what the camera wrote', async () => {
    const letter = await scene.added(scene.people.guest);
    const photos: [string, Buffer][] = [
      ['1.jpg', await photo('red')],
      ['2.jpg', await photo('green', { orientation: 6, width: 80, height: 60 })],
      ['3.jpg', await photo('blue', { width: 80, height: 60 })],
    ];
    const kept = (await put(scene.people.guest, letter, ...photos).expect(200)).body;
    expect(kept.signedCopy).toMatchObject({ mediaType: 'application/pdf' });
    expect(kept.signedCopy?.name).toMatch(/^Surat tugas – .*\.pdf$/);
    const content = (await open(scene.people.guest, letter).expect(200)).body as Buffer;
    expect(await pagesOf(content)).toEqual([
      [595, 842],
      [595, 842],
      [842, 595],
    ]);
    const pictures = picturesIn(content);
    expect(await Promise.all(pictures.map(colourOf))).toEqual(['red', 'green', 'blue']);
    for (const picture of pictures) {
      const { exif, width = 0 } = await sharp(picture).metadata();
      expect([exif, width]).toEqual([undefined, expect.any(Number)]);
    }
    expect(content.includes('Ponsel')).toBe(false);
    // The same photos are the same copy.
    const again = (await put(scene.people.guest, kept, ...photos).expect(200)).body;
    expect(again.version).toBe(kept.version);
  });

  test('is made small: large photos fit a page at 200 dots an inch', async () => {
    const letter = await scene.added(scene.people.guest);
    await put(scene.people.guest, letter, [
      'a.png',
      await sharp(await photo('red', { width: 4000, height: 3000 }))
        .png()
        .toBuffer(),
    ]).expect(200);
    const [picture = Buffer.alloc(0)] = picturesIn(
      (await open(scene.people.guest, letter).expect(200)).body as Buffer,
    );
    const { width, height } = await sharp(picture).metadata();
    expect([width, height]).toEqual([2339, 1754]);
  });

  test('is refused with words of what is wrong, and nothing of it stays', async () => {
    const letter = await scene.added(scene.people.guest);
    const one: [string, Buffer] = ['1.jpg', await photo('red')];
    expect(await refused(letter)).toEqual([415, 'unsupported-media-type']);
    expect(await refused(letter, ['a.html', Buffer.from('<html>')])).toEqual([415, 'copy-unknown']);
    expect(await refused(letter, ['a.xlsx', Buffer.from('PK\u0003\u0004')])).toEqual([415, 'copy-unknown']);
    expect(await refused(letter, one, ['a.pdf', pdf('a')])).toEqual([422, 'copy-mixed']);
    expect(await refused(letter, ['a.pdf', pdf('a')], ['b.pdf', pdf('b')])).toEqual([422, 'copy-mixed']);
    const broken = (await photo('red')).subarray(0, 300);
    expect(await refused(letter, one, ['2.jpg', broken])).toEqual([422, 'copy-photo-unreadable']);
    expect(await refused(letter, ...Array.from({ length: 21 }, () => one))).toEqual([413, 'body-too-large']);
    const stored = await scene.app.database.query('SELECT 1 FROM letter_copy WHERE letter_id = $1', [
      letter.id,
    ]);
    expect(stored).toEqual([]);
  });

  test('stands before one of the visit’s files, which its line may name instead', async () => {
    const { guest, host } = scene.people;
    const letter = await scene.added(guest);
    const file = await api(scene.app)
      .post('/api/visits/{id}/files', { as: guest, path: { id: scene.visit.id } })
      .attach('file', pdf('among the visit’s'), 'surat.pdf')
      .expect(201);
    const { id: signedFile } = file.body as { id: string };
    const named = (await scene.change(guest, letter, { version: 1, signedFile }).expect(200)).body;
    expect((await open(guest, letter).expect(200)).body).toEqual(pdf('among the visit’s'));
    const kept = (await put(guest, named, ['a.pdf', pdf('own')]).expect(200)).body;
    expect(kept.signedFile).toBeNull();
    const change = await scene.change(guest, letter, { version: kept.version, signedFile }).expect(409);
    expect(change.body).toMatchObject({ code: 'copy-kept' });
    await open(host, letter).expect(404);
  });

  test('goes with a line that is removed', async () => {
    const letter = await scene.added(scene.people.guest);
    const kept = (await put(scene.people.guest, letter, ['a.pdf', pdf('removed with its line')]).expect(200))
      .body;
    await scene.remove(scene.people.guest, kept).expect(204);
    await scene.app.app.get(JobQueue).workAll();
    const stored = await scene.app.database.query('SELECT 1 FROM stored_file WHERE sha256 = $1', [
      createHash('sha256').update(pdf('removed with its line')).digest('hex'),
    ]);
    expect(stored).toEqual([]);
  });

  test('is kept for a letter of a whole trip, too', async () => {
    const { guest, host } = scene.people;
    const legs = tripBody.legs.map((leg, at) => ({
      ...leg,
      startsAt: `2025-12-1${at + 6}T09:00:00+07:00`,
      endsAt: `2025-12-1${at + 6}T11:00:00+07:00`,
    }));
    const party = [{ name: 'Sari', nip: NIP }];
    const trip = (
      await request(scene.app.server)
        .post('/api/trips')
        .set(guest)
        .send({ ...tripBody, legs, party, draft: false })
        .expect(201)
    ).body as { id: string };
    const letter = (
      await api(scene.app)
        .post('/api/trips/{id}/letters', {
          ...{ as: guest, path: { id: trip.id } },
          body: { kind: 'surat-tugas', direction: 'out', subject: 'Perjalanan' },
        })
        .expect(201)
    ).body;
    const kept = (await put(guest, letter, ['tugas.pdf', pdf('of a trip')]).expect(200)).body;
    await open(host, letter).expect(404);
    await scene.send(guest, kept).expect(200);
    expect((await open(host, letter).expect(200)).body).toEqual(pdf('of a trip'));
    const page = await request(scene.app.server)
      .get(`/perjalanan/${trip.id}/surat/${letter.id}/salinan`)
      .set(guest)
      .expect(200);
    expect(page.body).toEqual(pdf('of a trip'));
  });
});

describe('the page of the register', () => {
  const form = (path: string) =>
    request(scene.app.server)
      .post(`/kunjungan/${scene.visit.id}/surat/${path}`)
      .set(scene.people.guest)
      .set('accept', 'text/html');

  test('takes a file or photos, without script, and says beside the field what is wrong', async () => {
    const letter = await scene.added(scene.people.guest);
    const { text } = await scene.page(scene.people.guest, '/surat');
    expect(text).toMatch(/<input[^>]*name="file"[^>]*multiple/);
    expect(text.match(/capture="environment"/g)).toHaveLength(6);
    expect(text).not.toMatch(/<input[^>]*multiple[^>]*capture|<input[^>]*capture[^>]*multiple/);
    const none = await form(`${letter.id}/salinan`)
      .field('version', '1')
      .attach('file', Buffer.alloc(0), { filename: '' })
      .expect(422);
    expect(none.text).toMatch(/id="[^"]+-salinan-fault"[^>]*>Mohon pilih salinannya/);
    const answer = await form(`${letter.id}/salinan`)
      .field('version', '1')
      .attach('file', await photo('red'), '1.jpg')
      .attach('file', await photo('blue'), '2.jpg')
      .expect(303);
    expect(answer.headers['location']).toBe(`/kunjungan/${scene.visit.id}/surat?info=salinan`);
    const after = await scene.page(scene.people.guest, '/surat');
    expect(after.text).toContain('Ganti salinan bertanda tangan');
    await form(`${letter.id}/salinan`).field('version', '1').attach('file', pdf('late'), 'a.pdf').expect(409);
    await form(`${letter.id}/salinan/hapus`).type('form').send({ version: '2' }).expect(303);
    await open(scene.people.guest, letter).expect(404);
  });
});
