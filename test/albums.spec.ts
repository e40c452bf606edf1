import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import sharp from 'sharp';
import request from 'supertest';
import { OutgoingEntries, type ChosenPhoto } from '../src/visit-days/index.js';
import { startApp, type TestApp } from './support/app.js';
import { signedIn, usualPeople } from './support/people.js';
import { fullOfMetadata, photographed, SECRETS, visitedNow, withPhotos } from './support/photos.js';
import { create, type Header, type ShownVisit } from './support/visits.js';

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

beforeAll(async () => {
  app = await startApp();
  ({ guest, host, stranger, kanwil } = await usualPeople(app));
});
afterAll(() => app.close());

const visited = () => visitedNow(app, guest, host);
const sent = (visit: ShownVisit, cleared: boolean, ...texts: string[]) =>
  withPhotos(app, { visit, by: guest, cleared }, ...texts);
const albumPath = ({ id }: ShownVisit) => `/api/visits/${id}/album`;
const album = async (visit: ShownVisit, by: Header): Promise<Album> =>
  (await request(app.server).get(albumPath(visit)).set(by).expect(200)).body as Album;
const put = (visit: ShownVisit, by: Header, body: object) =>
  request(app.server).put(albumPath(visit)).set(by).send(body);
const page = (visit: ShownVisit, rest = '') => `/kunjungan/${visit.id}/foto${rest}`;
const open = (path: string, by: Header) => request(app.server).get(path).set(by).set('accept', 'text/html');
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
    const [id] = await sent(visit, false, 'Kebun');
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
    const [id] = await sent(visit, true, 'Kebun');
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
    const [a = '', b = '', c = ''] = await sent(visit, true, 'Kebun', '', 'Kolam');
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
    const going: ChosenPhoto[] = await outgoing().chosenPhotos(visit.id);
    expect(going).toEqual([
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
    const [d] = await sent(visit, true, 'Menyusul');
    expect((await album(visit, guest)).photos.map(({ id }) => id)).toEqual([c, a, b, d]);
  });

  test('is not written over by somebody who saw another one', async () => {
    const visit = await visited();
    const [a = '', b = ''] = await sent(visit, true, 'Satu', 'Dua');
    await put(visit, host, { version: 0, photos: [{ id: b }, { id: a }] }).expect(200);
    const late = await put(visit, guest, { version: 0, photos: [{ id: a, caption: 'Tiga' }] });
    expect([late.status, (late.body as { current: object }).current]).toEqual([409, { version: 1 }]);
    await put(visit, guest, { photos: [{ id: a }] }).expect(428);
    expect((await album(visit, guest)).photos.map(({ caption }) => caption)).toEqual(['Dua', 'Satu']);
  });

  test('that is sent as it stands stays the same version', async () => {
    const visit = await visited();
    const [a = ''] = await sent(visit, true, 'Satu');
    await put(visit, guest, { version: 0, photos: [{ id: a, caption: 'Satu', chosen: false }] }).expect(200);
    expect((await album(visit, guest)).version).toBe(0);
  });

  test('is arranged by those who take part, and read by whoever may see the visit', async () => {
    const visit = await visited();
    const [a = ''] = await sent(visit, true, 'Satu');
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
    const [a = '', b = ''] = await sent(visit, true, 'Satu', 'Dua');
    const [hidden = ''] = await sent(visit, false, 'Rahasia');
    const [c = ''] = await sent(visit, true, 'Tiga');
    const seen = await album(visit, host);
    expect(seen.photos.map(({ id }) => id)).toEqual([a, b, c]);
    await put(visit, host, { version: 0, photos: [{ id: hidden, chosen: true }] }).expect(422);
    await put(visit, host, { version: 0, photos: [{ id: c }, { id: b }, { id: a }] }).expect(200);
    expect((await album(visit, guest)).photos.map(({ id }) => id)).toEqual([c, b, hidden, a]);
  });

  test('chooses only photos that are cleared, and not too many', async () => {
    const visit = await visited();
    const [waiting = ''] = await sent(visit, false, 'Rahasia');
    await put(visit, guest, { version: 0, photos: [{ id: waiting, chosen: true }] }).expect(422);
    const ids = await sent(visit, true, ...Array.from({ length: 13 }, (_, at) => `Foto ${at}`));
    const photos = ids.map((id) => ({ id, chosen: true }));
    await put(visit, guest, { version: 0, photos }).expect(422);
    await put(visit, guest, { version: 0, photos: photos.slice(1) }).expect(200);
  });

  test('says whose clearance is missing, and who may give it', async () => {
    const visit = await visited();
    await sent(visit, false, 'Kebun');
    await toLpka('lpka');
    try {
      const email = 'kepala@tuan.test';
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
