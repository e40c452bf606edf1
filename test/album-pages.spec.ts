import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import request from 'supertest';
import { startApp, type TestApp } from './support/app.js';
import { usualPeople } from './support/people.js';
import { colourful, visitedNow, withPhotos } from './support/photos.js';
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
const page = (visit: ShownVisit, rest = '') => `/kunjungan/${visit.id}/foto${rest}`;
const open = (path: string, by: Header) => request(app.server).get(path).set(by).set('accept', 'text/html');
const send = (path: string, by: Header, fields: object) =>
  request(app.server).post(path).set(by).set('accept', 'text/html').type('form').send(fields);

describe('The page', () => {
  test('takes several photos at once, and says which it could not read', async () => {
    const visit = await visited();
    const upload = (...files: [Buffer, string][]) => {
      const asked = request(app.server).post(page(visit, '/unggah')).set(guest).set('accept', 'text/html');
      void asked.field('clearance', 'ya');
      for (const [content, name] of files) void asked.attach('photo', content, name);
      return asked;
    };
    const good = await colourful(64, 48);
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
    const [a = '', b = '', c = ''] = await sent(visit, true, 'Satu', 'Dua', 'Tiga');
    const fields = (version: number, order: string[]) => ({
      version,
      order: order.join(),
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
    const [a = '', b = ''] = await sent(visit, true, 'Satu', 'Dua');
    const refused = await send(page(visit), guest, {
      version: 0,
      order: `${b},${a}`,
      [`caption-${b}`]: 'x'.repeat(4001),
    });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain(`value="${b},${a}"`);
    expect(refused.text).toMatch(/id="caption-[^"]+-fault"/);
  });

  test('is for readers a list without fields, and is linked from the visit and its day', async () => {
    const visit = await visited();
    await sent(visit, true, 'Kebun <b>');
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
