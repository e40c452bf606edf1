import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import sharp from 'sharp';
import request from 'supertest';
import { startApp, type TestApp } from './support/app.js';
import { usualPeople } from './support/people.js';
import { colourful, difference, photographed, holders, visitedNow } from './support/photos.js';
import { type Header, type ShownVisit } from './support/visits.js';

const BOX = { x: 25, y: 25, width: 25, height: 50 };
/** Of a photo of 800 × 600. */
const INSIDE = { left: 200, top: 150, width: 200, height: 300 };
const OUTSIDE = { left: 420, top: 0, width: 380, height: 600 };
const half = ({ left, top, width, height }: typeof INSIDE, scale: number) => ({
  left: Math.ceil(left * scale),
  top: Math.ceil(top * scale),
  width: Math.floor(width * scale) - 1,
  height: Math.floor(height * scale) - 1,
});

let app: TestApp;
let guest: Header;
let host: Header;
let kanwil: Header;
let stranger: Header;

beforeAll(async () => {
  app = await startApp();
  ({ guest, host, stranger, kanwil } = await usualPeople(app));
});
afterAll(() => app.close());

const visited = () => visitedNow(app, guest, host);

interface Kept {
  content: Buffer;
  photo: Buffer;
  thumbnail: Buffer;
  sha256: string;
  cleared: boolean;
  blurs: number;
}
async function kept(id: string): Promise<Kept> {
  const [row] = await app.database.query<Kept>(
    `SELECT o.content, o.sha256, e.photo, e.thumbnail, e.cleared, e.blurs
     FROM visit_entry e JOIN visit_photo_original o ON o.entry_id = e.id WHERE e.id = $1`,
    [id],
  );
  if (!row) throw new Error('no photo');
  return row;
}
const blur = (visit: ShownVisit, id: string, by: Header, body: object) =>
  request(app.server).post(`/api/visits/${visit.id}/entries/${id}/blur`).set(by).send(body);
const page = (visit: ShownVisit, id: string, rest = '') =>
  `/kunjungan/${visit.id}/foto/${id}/samarkan${rest}`;
const open = (path: string, by: Header) => request(app.server).get(path).set(by).set('accept', 'text/html');
const send = (path: string, by: Header, fields: object) =>
  request(app.server).post(path).set(by).set('accept', 'text/html').type('form').send(fields);
const historyOf = (visit: ShownVisit) =>
  app.database.query<{ action: string; changes: { field: string }[] }>(
    `SELECT action, changes FROM visit_history WHERE visit_id = $1 AND action = 'blur-photo'`,
    [visit.id],
  );

/** How far apart the greys are inside the box. */
async function contrast(picture: Buffer): Promise<number> {
  const cut = await sharp(picture).extract(INSIDE).greyscale().png().toBuffer();
  return (await sharp(cut).stats()).channels[0]?.stdev ?? 0;
}

describe('A blurred photo', () => {
  test('is unrecognisable inside the box in every size, as it was outside, and nothing else is kept', async () => {
    const visit = await visited();
    const id = await photographed(app, {
      visit: visit.id,
      by: guest,
      content: await colourful(),
      text: 'Kebun',
    });
    const before = await kept(id);
    for (const bytes of [before.content, before.photo, before.thumbnail])
      expect(await holders(app, bytes)).toHaveLength(1);
    await blur(visit, id, guest, { version: 0, boxes: [BOX] }).expect(204);
    const after = await kept(id);
    for (const size of ['content', 'photo'] as const) {
      expect(await difference(before[size], after[size], INSIDE)).toBeGreaterThan(40);
      expect(await difference(before[size], after[size], OUTSIDE)).toBeLessThan(12);
    }
    const small = 320 / 800;
    expect(await difference(before.thumbnail, after.thumbnail, half(INSIDE, small))).toBeGreaterThan(15);
    expect(await difference(before.thumbnail, after.thumbnail, half(OUTSIDE, small))).toBeLessThan(12);
    for (const bytes of [before.content, before.photo, before.thumbnail])
      expect(await holders(app, bytes)).toEqual([]);
    // What is left of the box is a few averages: hardly more than the colours of four by six cells.
    const [was, is] = await Promise.all([before, after].map(({ content }) => contrast(content)));
    expect(is).toBeLessThan((was ?? 0) / 4);
    expect(after.sha256).not.toBe(before.sha256);
    expect((await sharp(after.content).metadata()).exif).toBeUndefined();
  });

  test('has to be cleared anew, and the history tells', async () => {
    const visit = await visited();
    const id = await photographed(app, {
      visit: visit.id,
      by: guest,
      content: await colourful(),
      text: 'Kebun',
    });
    await blur(visit, id, host, { version: 0, boxes: [BOX] }).expect(204);
    expect(await kept(id)).toMatchObject({ cleared: false, blurs: 1 });
    const photo = (by: Header) =>
      request(app.server).get(`/api/visits/${visit.id}/entries/${id}/photo`).set(by);
    await photo(guest).expect(200);
    for (const by of [host, kanwil]) await photo(by).expect(404);
    const lines = await historyOf(visit);
    expect(lines.map(({ changes }) => changes.map(({ field }) => field))).toEqual([['photo.blur']]);
    expect((await open(`/kunjungan/${visit.id}`, guest)).text).toContain('Bagian foto disamarkan');
  });

  test('is blurred by its own people and the host’s, on the picture that they saw, by boxes that are some', async () => {
    const visit = await visited();
    const id = await photographed(app, {
      visit: visit.id,
      by: guest,
      content: await colourful(),
      text: 'Kebun',
    });
    await blur(visit, id, kanwil, { version: 0, boxes: [BOX] }).expect(403);
    await blur(visit, id, stranger, { version: 0, boxes: [BOX] }).expect(404);
    await blur(visit, id, guest, { boxes: [BOX] }).expect(428);
    for (const boxes of [
      [],
      [{ ...BOX, width: 0 }],
      [{ ...BOX, x: 101 }],
      Array.from({ length: 21 }, () => BOX),
    ])
      expect((await blur(visit, id, guest, { version: 0, boxes })).status).toBeGreaterThanOrEqual(400);
    expect(await kept(id)).toMatchObject({ cleared: true, blurs: 0 });
    const both = await Promise.all([
      blur(visit, id, guest, { version: 0, boxes: [BOX] }),
      blur(visit, id, guest, { version: 0, boxes: [{ ...BOX, x: 60 }] }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([204, 409]);
    expect(await historyOf(visit)).toHaveLength(1);
  });

  test('that was kept before whole ones were is blurred all the same', async () => {
    const visit = await visited();
    const id = await photographed(app, {
      visit: visit.id,
      by: guest,
      content: await colourful(),
      text: 'Kebun',
    });
    const before = await kept(id);
    await app.database.query('DELETE FROM visit_photo_original WHERE entry_id = $1', [id]);
    await blur(visit, id, guest, { version: 0, boxes: [BOX] }).expect(204);
    const [row] = await app.database.query<{ photo: Buffer }>('SELECT photo FROM visit_entry WHERE id = $1', [
      id,
    ]);
    expect(await difference(before.photo, row?.photo ?? before.photo, INSIDE)).toBeGreaterThan(40);
    expect(await app.database.query('SELECT 1 FROM visit_photo_original WHERE entry_id = $1', [id])).toEqual(
      [],
    );
    expect(await holders(app, before.photo)).toEqual([]);
  });
});

describe('The page', () => {
  test('shows how it would look, stores nothing by that, and blurs by plain numbers', async () => {
    const visit = await visited();
    const id = await photographed(app, {
      visit: visit.id,
      by: guest,
      content: await colourful(),
      text: 'Kebun',
    });
    const first = await open(page(visit, id), host).expect(200);
    expect(first.text).toContain('Tidak dapat dibatalkan');
    expect(first.text).not.toMatch(/ style="/);
    const numbers = { version: 0, 'x-1': '25', 'y-1': '25', 'width-1': '25', 'height-1': '50', 'x-2': '' };
    const more = await send(page(visit, id), host, { ...numbers, aksi: 'tambah' });
    expect([more.status, more.text.includes('name="x-5"'), more.text.includes('value="50"')]).toEqual([
      200,
      true,
      true,
    ]);
    const shown = await send(page(visit, id), host, { ...numbers, aksi: 'pratinjau' }).expect(200);
    const source = /src="([^"]+pratinjau\?kotak=[^"]+)"/.exec(shown.text)?.[1] ?? '';
    const picture = await request(app.server)
      .get(source)
      .set(host)
      .expect(200)
      .expect('content-type', 'image/webp');
    const stored = await kept(id);
    expect([stored.blurs, stored.cleared]).toEqual([0, true]);
    expect(await difference(stored.photo, picture.body as Buffer, INSIDE)).toBeGreaterThan(40);
    await request(app.server).get(source).set(kanwil).expect(403);
    await request(app.server)
      .get(page(visit, id, '/pratinjau'))
      .set(host)
      .expect(422);
    const none = await send(page(visit, id), host, { version: 0, aksi: 'simpan' });
    expect([none.status, none.text.includes('Kotak belum benar')]).toEqual([422, true]);
    const done = await send(page(visit, id), host, { ...numbers, aksi: 'simpan' }).expect(303);
    // A host does not see the guest's photo before it is cleared anew.
    expect(done.headers['location']).toBe(`/kunjungan/${visit.id}/foto?info=samar`);
    expect((await open(String(done.headers['location']), host)).text).toContain('disamarkan untuk selamanya');
    await open(page(visit, id), host).expect(404);
    const again = await send(page(visit, id), guest, { ...numbers, aksi: 'simpan' });
    expect([again.status, again.text.includes('baru saja diubah orang lain')]).toEqual([409, true]);
    expect((await kept(id)).blurs).toBe(1);
  });

  test('is not there for those who only read', async () => {
    const visit = await visited();
    const id = await photographed(app, { visit: visit.id, by: guest, content: await colourful(64, 48) });
    await open(page(visit, id), kanwil).expect(403);
    await open(page(visit, id), stranger).expect(404);
    await send(page(visit, id), kanwil, { version: 0, aksi: 'simpan', 'x-1': '1' }).expect(403);
  });
});
