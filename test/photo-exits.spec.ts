import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import request from 'supertest';
import { OutgoingEntries } from '../src/visit-days/index.js';
import { startApp, type TestApp } from './support/app.js';
import { noteBody } from './support/example-bodies.js';
import { usualPeople } from './support/people.js';
import { colourful, difference, photographed, holders, visitedNow } from './support/photos.js';
import { type Header, type ShownVisit } from './support/visits.js';

const BOX = { x: 25, y: 25, width: 25, height: 50 };
/** Of a photo of 800 × 600. */
const INSIDE = { left: 200, top: 150, width: 200, height: 300 };

let app: TestApp;
let guest: Header;
let host: Header;
let kanwil: Header;

beforeAll(async () => {
  app = await startApp();
  ({ guest, host, kanwil } = await usualPeople(app));
});
afterAll(() => app.close());

const visited = () => visitedNow(app, guest, host);

const blur = (visit: ShownVisit, id: string, by: Header, body: object) =>
  request(app.server).post(`/api/visits/${visit.id}/entries/${id}/blur`).set(by).send(body);
const open = (path: string, by: Header) => request(app.server).get(path).set(by).set('accept', 'text/html');
const send = (path: string, by: Header, fields: object) =>
  request(app.server).post(path).set(by).set('accept', 'text/html').type('form').send(fields);
const arrange = (visit: ShownVisit, by: Header, body: object) =>
  request(app.server).put(`/api/visits/${visit.id}/album`).set(by).send(body).expect(200);
const outgoing = () => app.app.get(OutgoingEntries, { strict: false });

describe('A photo that loses its clearance', () => {
  test('is gone from everything that goes out, and back with a new clearance', async () => {
    const visit = await visited();
    const content = await colourful();
    const id = await photographed(app, { visit: visit.id, by: guest, content, text: 'Kebun sayur' });
    await arrange(visit, guest, { version: 0, photos: [{ id, chosen: true }] });
    app.clock.set(new Date('2025-10-30T08:00:00Z'));
    const summary = `/api/visits/${visit.id}/summary`;
    const texts = { version: 0, outcomes: 'Melihat kebun', entries: [id] };
    await request(app.server).put(summary).set(guest).send(texts).expect(200);
    await request(app.server).post(`${summary}/publish`).set(guest).send({ version: 1 }).expect(200);
    /** Each way by which a photo leaves its visit. */
    const exits = async () => {
      const wanted = { format: 'jpeg' as const, longestSide: 800 };
      const told = await open(`/kunjungan/${visit.id}/ringkasan`, kanwil);
      return {
        list: (await outgoing().ofVisit(visit.id)).map((entry) => entry.id),
        chosen: (await outgoing().chosenPhotos(visit.id)).map((photo) => photo.id),
        among: (await outgoing().among(visit.id, [id])).map((entry) => entry.id),
        written: (await outgoing().written(visit.id, id, wanted)) !== null,
        bytes: (await outgoing().photo(visit.id, id, 'photo')) !== null,
        summary: told.text.includes('Kebun sayur'),
        page: (await open(`/kunjungan/${visit.id}/foto`, kanwil)).text.includes('Kebun sayur'),
        api: (await request(app.server).get(`/api/visits/${visit.id}/entries/${id}/photo`).set(kanwil))
          .status,
      };
    };
    const out = {
      list: [id],
      chosen: [id],
      among: [id],
      written: true,
      bytes: true,
      summary: true,
      page: true,
      api: 200,
    };
    const none = {
      list: [],
      chosen: [],
      among: [],
      written: false,
      bytes: false,
      summary: false,
      page: false,
      api: 404,
    };
    expect(await exits()).toEqual(out);
    await blur(visit, id, guest, { version: 0, boxes: [BOX] }).expect(204);
    expect(await exits()).toEqual(none);
    const insert = app.database.query(
      `WITH gone AS (DELETE FROM summary_entry WHERE entry_id = $1 RETURNING visit_id, entry_id) SELECT FROM gone`,
      [id],
    );
    await insert;
    await expect(
      app.database.query('INSERT INTO summary_entry (visit_id, entry_id) VALUES ($1, $2)', [visit.id, id]),
    ).rejects.toThrow('clearance');
    await request(app.server).post(`/api/visits/${visit.id}/entries/${id}/clearance`).set(guest).expect(204);
    expect(await exits()).toEqual(out);
    await app.database.query(`UPDATE unit SET type = 'lpka' WHERE code = 'rutan-banjarnegara'`);
    expect(await exits()).toEqual(none);
    await app.database.query(`UPDATE unit SET type = 'rutan' WHERE code = 'rutan-banjarnegara'`);
  });

  test('takes what notes took over along, blurred or removed', async () => {
    const visit = await visited();
    const ids: string[] = [];
    for (const [text, width] of [
      ['Kebun sayur, 0812-3456-7890', 800],
      ['Kolam', 640],
    ] as const) {
      const content = await colourful(width);
      ids.push(await photographed(app, { visit: visit.id, by: guest, content, text }));
    }
    const [id = '', other = ''] = ids;
    const made = await request(app.server)
      .post('/api/notes')
      .set(host)
      .send({ ...noteBody, visit: visit.id })
      .expect(201);
    const note = (made.body as { id: string }).id;
    const take = (photo: string, by: Header) =>
      request(app.server).post(`/api/visits/${visit.id}/entries/${photo}/note`).set(by).send({ note });
    await take(id, host).expect(422);
    await arrange(visit, guest, { version: 0, photos: ids.map((each) => ({ id: each, chosen: true })) });
    await take(id, guest).expect(404);
    await take(id, host).expect(201);
    const byPage = { photo: other, note };
    await send(`/kunjungan/${visit.id}/foto/praktik-baik`, host, byPage).expect(303);
    const pictures = () =>
      app.database.query<{ caption: string; picture: Buffer; cleared: boolean }>(
        `SELECT caption, picture, cleared_at IS NOT NULL AS cleared FROM note_picture WHERE note_id = $1
         ORDER BY added_at, id`,
        [note],
      );
    const before = await pictures();
    expect(before.map(({ caption, cleared }) => [caption, cleared])).toEqual([
      ['Kebun sayur, [telepon disembunyikan]', true],
      ['Kolam', true],
    ]);
    await blur(visit, id, guest, { version: 0, boxes: [BOX] }).expect(204);
    const [blurred] = await pictures();
    expect(blurred?.cleared).toBe(false);
    const was = before[0]?.picture ?? Buffer.alloc(0);
    expect(await difference(was, blurred?.picture ?? was, INSIDE)).toBeGreaterThan(40);
    expect(await holders(app, was)).toEqual([]);
    await request(app.server).delete(`/api/visits/${visit.id}/entries/${other}`).set(guest).expect(204);
    expect((await pictures()).map(({ caption }) => caption)).toEqual([
      'Kebun sayur, [telepon disembunyikan]',
    ]);
  });
});
