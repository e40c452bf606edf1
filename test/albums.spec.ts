import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import sharp from 'sharp';
import request from 'supertest';
import { OutgoingEntries } from '../src/visit-days/index.js';
import { startApp, type TestApp } from './support/app.js';
import { signedIn, usualPeople } from './support/people.js';
import { colourful, fullOfMetadata, photographed, SECRETS } from './support/photos.js';
import { confirmed, create, type Header, type ShownVisit } from './support/visits.js';

interface Photo {
  id: string;
  caption: string;
  captionRemarks: string[];
  awaitsClearanceOf: string | null;
  mayClear: boolean;
  mayBlur: boolean;
  chosen: boolean;
  cover: boolean;
  original: { width: number; height: number; size: number } | null;
}
interface Album {
  version: number;
  photos: Photo[];
}

let app: TestApp;
let guest: Header;
let host: Header;
let kanwil: Header;
let stranger: Header;
let number = 0;

beforeAll(async () => {
  app = await startApp();
  ({ guest, host, stranger, kanwil } = await usualPeople(app));
});
afterAll(() => app.close());

/** A visit that takes place now, in a place of its own time. */
async function visited(): Promise<ShownVisit> {
  app.clock.set(new Date('2025-10-01T00:00:00Z'));
  number += 1;
  const visit = await confirmed(app, guest, host, { title: `Kunjungan ${number}` });
  await app.database.query('DELETE FROM host_time WHERE visit_id = $1', [visit.id]);
  app.clock.set(new Date('2025-10-30T02:30:00Z'));
  return visit;
}

const small = () => colourful(64, 48);
/** Photos one after the other, each a minute later; their ids. */
async function withPhotos(
  visit: ShownVisit,
  texts: string[],
  { by = guest, cleared = true } = {},
): Promise<string[]> {
  const ids: string[] = [];
  for (const text of texts) {
    app.clock.advance(60_000);
    ids.push(await photographed(app, { visit: visit.id, by, content: await small(), text, cleared }));
  }
  return ids;
}
const albumPath = ({ id }: ShownVisit) => `/api/visits/${id}/album`;
const album = async (visit: ShownVisit, by: Header): Promise<Album> =>
  (await request(app.server).get(albumPath(visit)).set(by).expect(200)).body as Album;
const put = (visit: ShownVisit, by: Header, body: object) =>
  request(app.server).put(albumPath(visit)).set(by).send(body);
const page = (visit: ShownVisit, rest = '') => `/kunjungan/${visit.id}/foto${rest}`;
const open = (path: string, by: Header) => request(app.server).get(path).set(by).set('accept', 'text/html');
const send = (path: string, by: Header, fields: object) =>
  request(app.server).post(path).set(by).set('accept', 'text/html').type('form').send(fields);
const outgoing = () => app.app.get(OutgoingEntries, { strict: false });
const toLpka = (type: string) =>
  app.database.query(`UPDATE unit SET type = $1 WHERE code = 'rutan-banjarnegara'`, [type]);

describe('What is kept of a photo', () => {
  test('is whole, upright, and tells neither place nor camera nor author', async () => {
    const visit = await visited();
    const content = await fullOfMetadata();
    const before = await sharp(content).metadata();
    expect([
      before.orientation,
      before.exif !== undefined,
      before.xmp !== undefined,
      before.iptc !== undefined,
    ]).toEqual([6, true, true, true]);
    for (const secret of SECRETS) expect(content.includes(secret)).toBe(true);
    const id = await photographed(app, { visit: visit.id, by: guest, content });
    const [row] = await app.database.query<Record<'content' | 'photo' | 'thumbnail', Buffer>>(
      `SELECT o.content, e.photo, e.thumbnail FROM visit_entry e JOIN visit_photo_original o ON o.entry_id = e.id
       WHERE e.id = $1`,
      [id],
    );
    const written = await Promise.all(
      (['jpeg', 'png', 'webp'] as const).map((format) =>
        outgoing().written(visit.id, id, { format, longestSide: 900 }),
      ),
    );
    const kept = [row?.content, row?.photo, row?.thumbnail, ...written.map((each) => each?.content)];
    for (const bytes of kept) {
      const { exif, xmp, iptc, icc, orientation, comments } = await sharp(bytes).metadata();
      expect({ exif, xmp, iptc, icc, orientation, comments }).toEqual({});
      for (const secret of [...SECRETS, 'Exif', 'Photoshop', 'xmpmeta'])
        expect(bytes?.includes(secret)).toBe(false);
    }
    const { width, height, format } = await sharp(row?.content).metadata();
    expect([width, height, format]).toEqual([1200, 2400, 'jpeg']);
    expect(written.map((each) => [each?.width, each?.height])).toEqual(
      Array.from({ length: 3 }, () => [450, 900]),
    );
  });

  test('is as large as 6000 pixels a side at the most', async () => {
    const visit = await visited();
    const wide = await sharp({ create: { width: 7000, height: 70, channels: 3, background: '#3a7' } })
      .png()
      .toBuffer();
    await photographed(app, { visit: visit.id, by: guest, content: wide });
    const { photos } = await album(visit, guest);
    expect(photos[0]?.original).toMatchObject({ width: 6000, height: 60 });
  });

  test('can be taken away by those who take part and may see it', async () => {
    const visit = await visited();
    const [id] = await withPhotos(visit, ['Kebun'], { cleared: false });
    const asked = (by: Header) =>
      request(app.server).get(`/api/visits/${visit.id}/entries/${id}/original`).set(by);
    await asked(guest).expect(200).expect('content-type', 'image/jpeg').expect('cache-control', 'no-store');
    for (const by of [host, kanwil, stranger]) await asked(by).expect(404);
    await request(app.server).post(`/api/visits/${visit.id}/entries/${id}/clearance`).set(guest).expect(204);
    await asked(host).expect(200);
    await asked(kanwil).expect(403);
    await asked(stranger).expect(404);
    await open(`/kunjungan/${visit.id}/entri/${id}/asli`, host)
      .expect(200)
      .expect('content-type', 'image/jpeg');
    await open(`/kunjungan/${visit.id}/entri/${id}/asli`, kanwil).expect(403);
  });

  test('is gone with the photo', async () => {
    const visit = await visited();
    const [id] = await withPhotos(visit, ['Kebun']);
    await request(app.server).delete(`/api/visits/${visit.id}/entries/${id}`).set(guest).expect(204);
    expect(await app.database.query('SELECT 1 FROM visit_photo_original WHERE entry_id = $1', [id])).toEqual(
      [],
    );
    expect((await album(visit, guest)).photos).toEqual([]);
  });
});

describe('An album', () => {
  test('has captions, an order and chosen photos, of which the first is the cover', async () => {
    const visit = await visited();
    const [a = '', b = '', c = ''] = await withPhotos(visit, ['Kebun', '', 'Kolam']);
    const before = await album(visit, guest);
    expect([before.version, before.photos.map(({ id }) => id)]).toEqual([0, [a, b, c]]);
    expect(before.photos[1]?.captionRemarks).toEqual(['empty']);
    const photos = [
      { id: c, chosen: true },
      { id: a },
      { id: b, caption: 'Sari, 0812-3456-7890, NIP 198001012005012001', chosen: true },
    ];
    const after = (await put(visit, host, { version: 0, photos }).expect(200)).body as Album;
    expect(after.version).toBe(1);
    expect(after.photos.map(({ id, chosen, cover }) => [id, chosen, cover])).toEqual([
      [c, true, true],
      [a, false, false],
      [b, true, false],
    ]);
    expect(after.photos[2]?.captionRemarks).toEqual(['nip', 'contact']);
    expect(await outgoing().chosenPhotos(visit.id)).toEqual([
      { id: c, caption: 'Kolam', authorName: expect.any(String), width: 64, height: 48, isCover: true },
      {
        id: b,
        caption: 'Sari, [telepon disembunyikan], NIP [NIP disembunyikan]',
        authorName: expect.any(String),
        width: 64,
        height: 48,
        isCover: false,
      },
    ]);
    const [d] = await withPhotos(visit, ['Menyusul']);
    expect((await album(visit, guest)).photos.map(({ id }) => id)).toEqual([c, a, b, d]);
  });

  test('is not written over by somebody who saw another one', async () => {
    const visit = await visited();
    const [a = '', b = ''] = await withPhotos(visit, ['Satu', 'Dua']);
    await put(visit, host, { version: 0, photos: [{ id: b }, { id: a }] }).expect(200);
    const late = await put(visit, guest, { version: 0, photos: [{ id: a, caption: 'Tiga' }] });
    expect([late.status, (late.body as { current: object }).current]).toEqual([409, { version: 1 }]);
    await put(visit, guest, { photos: [{ id: a }] }).expect(428);
    expect((await album(visit, guest)).photos.map(({ caption }) => caption)).toEqual(['Dua', 'Satu']);
  });

  test('that is sent as it stands stays the same version', async () => {
    const visit = await visited();
    const [a = ''] = await withPhotos(visit, ['Satu']);
    await put(visit, guest, { version: 0, photos: [{ id: a, caption: 'Satu', chosen: false }] }).expect(200);
    expect((await album(visit, guest)).version).toBe(0);
  });

  test('is arranged by those who take part, and read by whoever may see the visit', async () => {
    const visit = await visited();
    const [a = ''] = await withPhotos(visit, ['Satu']);
    expect((await album(visit, kanwil)).photos).toHaveLength(1);
    await put(visit, kanwil, { version: 0, photos: [{ id: a, chosen: true }] }).expect(403);
    await request(app.server).get(albumPath(visit)).set(stranger).expect(404);
    await put(visit, stranger, { version: 0, photos: [{ id: a }] }).expect(404);
    await put(visit, guest, { version: 0, photos: [{ id: randomUUID() }] }).expect(422);
    await put(visit, guest, { version: 0, photos: [{ id: a }, { id: a }] }).expect(422);
    const draft = await create(app, guest);
    await put(draft, guest, { version: 0, photos: [] }).expect(409);
  });

  test('of those who do not see a photo keeps its place', async () => {
    const visit = await visited();
    const [a = '', b = ''] = await withPhotos(visit, ['Satu', 'Dua']);
    const [hidden = ''] = await withPhotos(visit, ['Rahasia'], { cleared: false });
    const [c = ''] = await withPhotos(visit, ['Tiga']);
    const seen = await album(visit, host);
    expect(seen.photos.map(({ id }) => id)).toEqual([a, b, c]);
    await put(visit, host, { version: 0, photos: [{ id: hidden, chosen: true }] }).expect(422);
    await put(visit, host, { version: 0, photos: [{ id: c }, { id: b }, { id: a }] }).expect(200);
    expect((await album(visit, guest)).photos.map(({ id }) => id)).toEqual([c, b, hidden, a]);
  });

  test('chooses only photos that are cleared, and not too many', async () => {
    const visit = await visited();
    const [waiting = ''] = await withPhotos(visit, ['Rahasia'], { cleared: false });
    await put(visit, guest, { version: 0, photos: [{ id: waiting, chosen: true }] }).expect(422);
    const ids = await withPhotos(
      visit,
      Array.from({ length: 13 }, (_, at) => `Foto ${at}`),
    );
    const photos = ids.map((id) => ({ id, chosen: true }));
    await put(visit, guest, { version: 0, photos }).expect(422);
    await put(visit, guest, { version: 0, photos: photos.slice(1) }).expect(200);
  });

  test('says whose clearance is missing, and who may give it', async () => {
    const visit = await visited();
    await withPhotos(visit, ['Kebun'], { cleared: false });
    await toLpka('lpka');
    try {
      const email = `kepala-${number}@tuan.test`;
      const head = await signedIn(app, { email, role: 'unit-head', unit: 'rutan-banjarnegara' });
      const [first] = (await album(visit, guest)).photos;
      expect(first).toMatchObject({ awaitsClearanceOf: 'author', mayClear: true, mayBlur: true });
      expect((await open(page(visit), guest)).text).toContain('belum menyatakannya bebas wajah');
      await request(app.server)
        .post(`/api/visits/${visit.id}/entries/${first?.id}/clearance`)
        .set(guest)
        .expect(204);
      expect((await album(visit, guest)).photos[0]).toMatchObject({
        awaitsClearanceOf: 'head',
        mayClear: false,
      });
      expect((await album(visit, head)).photos[0]).toMatchObject({
        awaitsClearanceOf: 'head',
        mayClear: true,
      });
      expect((await album(visit, host)).photos).toEqual([]);
      expect((await open(page(visit), guest)).text).toContain('menunggu izin kepala');
    } finally {
      await toLpka('rutan');
    }
  });
});

describe('The page', () => {
  test('takes several photos at once, and says which it could not read', async () => {
    const visit = await visited();
    const upload = (...files: [Buffer, string][]) => {
      const asked = request(app.server).post(page(visit, '/unggah')).set(guest).set('accept', 'text/html');
      void asked.field('clearance', 'ya');
      for (const [content, name] of files) void asked.attach('photo', content, name);
      return asked;
    };
    const good = await small();
    const mixed = await upload([good, 'a.jpg'], [Buffer.from('x'), 'b.jpg'], [good, 'c.jpg']).expect(303);
    expect(mixed.headers['location']).toBe(page(visit, '?info=unggah&gagal=1'));
    expect((await open(String(mixed.headers['location']), guest)).text).toContain('1 berkas tidak tersimpan');
    const { photos } = await album(visit, host);
    expect(photos.map(({ awaitsClearanceOf }) => awaitsClearanceOf)).toEqual([null, null]);
    const many = Array.from({ length: 11 }, (_, at): [Buffer, string] => [good, `${at}.jpg`]);
    expect((await upload(...many)).status).toBe(413);
    expect((await upload([Buffer.from('x'), 'b.jpg'])).status).toBe(415);
    const none = await upload();
    expect([none.status, none.text.includes('id="foto-baru-fault"')]).toEqual([422, true]);
    expect((await album(visit, host)).photos).toHaveLength(2);
    const other = await request(app.server)
      .post(page(visit, '/unggah'))
      .set(kanwil)
      .attach('photo', good, 'a.jpg');
    expect(other.status).toBe(403);
  });

  test('saves with every button, also without script', async () => {
    const visit = await visited();
    const [a = '', b = '', c = ''] = await withPhotos(visit, ['Satu', 'Dua', 'Tiga']);
    const fields = (version: number, order: string[]) => ({
      version,
      order,
      ...Object.fromEntries(order.map((id) => [`caption-${id}`, `Keterangan ${order.indexOf(id)}`])),
      [`chosen-${a}`]: 'ya',
    });
    const up = await send(page(visit), guest, { ...fields(0, [a, b, c]), aksi: `naik:${c}` }).expect(303);
    expect(up.headers['location']).toBe(page(visit, `#foto-${c}`));
    expect((await album(visit, guest)).photos.map(({ id, caption }) => [id, caption])).toEqual([
      [a, 'Keterangan 0'],
      [c, 'Keterangan 2'],
      [b, 'Keterangan 1'],
    ]);
    await send(page(visit), guest, { ...fields(1, [a, c, b]), aksi: `turun:${a}` }).expect(303);
    expect((await album(visit, guest)).photos.map(({ id }) => id)).toEqual([c, a, b]);
    const old = await send(page(visit), guest, { ...fields(1, [b, a, c]), aksi: 'simpan' });
    expect([old.status, old.text.includes('baru saja diubah orang lain')]).toEqual([409, true]);
    await send(page(visit), guest, { ...fields(2, [c, a, b]), aksi: `hapus:${b}` }).expect(303);
    const after = await album(visit, guest);
    expect([after.photos.map(({ id }) => id), after.photos[1]?.cover]).toEqual([[c, a], true]);
    expect(
      (await send(page(visit), guest, { ...fields(after.version, [c, a]), aksi: 'izin:x' })).status,
    ).toBe(404);
  });

  test('keeps the order that was put when it is refused', async () => {
    const visit = await visited();
    const [a = '', b = ''] = await withPhotos(visit, ['Satu', 'Dua']);
    const refused = await send(page(visit), guest, {
      version: 0,
      order: [b, a],
      [`caption-${b}`]: 'x'.repeat(4001),
    });
    expect(refused.status).toBe(422);
    expect(refused.text.indexOf(`value="${b}"`)).toBeLessThan(refused.text.indexOf(`value="${a}"`));
    expect(refused.text).toMatch(/id="caption-[^"]+-fault"/);
  });

  test('is for readers a list without fields, and is linked from the visit and its day', async () => {
    const visit = await visited();
    await withPhotos(visit, ['Kebun <b>']);
    const seen = await open(page(visit), kanwil).expect(200);
    expect(seen.text).toContain('Kebun &lt;b>');
    expect(seen.text).not.toContain('<textarea');
    expect(seen.text).not.toContain('/asli');
    await open(page(visit), stranger).expect(404);
    await open(page(await create(app, guest)), guest).expect(409);
    for (const path of [`/kunjungan/${visit.id}`, `/kunjungan/${visit.id}/hari-ini`])
      expect((await open(path, guest)).text).toContain(`href="${page(visit)}"`);
  });
});
