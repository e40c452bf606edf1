import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import sharp from 'sharp';
import request from 'supertest';
import { startApp, type TestApp } from './support/app.js';
import { signedIn, usualPeople } from './support/people.js';
import { confirmed, create, type Header, type ShownVisit } from './support/visits.js';
import { api } from './support/api-client.js';

let app: TestApp;
let guest: Header;
let host: Header;
let kanwil: Header;
let stranger: Header;
let visit: ShownVisit;
let sari: string;

beforeAll(async () => {
  app = await startApp();
  ({ guest, host, stranger, kanwil } = await usualPeople(app));
  const leader = { name: 'Sari', email: 'sari@contoh.test', side: 'guest', role: 'leader' };
  visit = await confirmed(app, guest, host, { participants: [leader] });
  sari = visit.participants[0]?.id ?? '';
  app.clock.set(new Date('2025-10-30T01:00:00Z'));
});
afterAll(() => app.close());

const pathOf = (rest = '') => `/api/visits/${visit.id}/entries${rest}`;
const day = (rest = '') => `/kunjungan/${visit.id}/hari-ini${rest}`;
const send = (rest: string, by: Header, fields: object) =>
  request(app.server).post(day(rest)).set(by).set('accept', 'text/html').type('form').send(fields);
const photograph = (by: Header, content: Buffer, fields: Record<string, string> = {}) => {
  const asked = request(app.server).post(pathOf('/photos')).set(by);
  for (const [name, value] of Object.entries(fields)) void asked.field(name, value);
  return asked.attach('photo', content, 'IMG_0001.jpg');
};
const list = async (by: Header) => {
  const { body } = await request(app.server).get(pathOf()).set(by).expect(200);
  return (body as { items: { id: string; text: string; photo: object | null }[] }).items;
};
const picture = (by: Header, id: string) =>
  request(app.server)
    .get(pathOf(`/${id}/photo`))
    .set(by);
const attendanceOf = async (id: string) => {
  const [row] = await app.database.query<{ attendance: string | null }>(
    'SELECT attendance FROM visit_participant WHERE id = $1',
    [id],
  );
  return row?.attendance;
};

const camera = {
  IFD0: { Make: 'Kamera Rahasia' },
  IFD3: {
    GPSLatitudeRef: 'S',
    GPSLatitude: '7/1 23/1 40/1',
    GPSLongitudeRef: 'E',
    GPSLongitude: '109/1 41/1 30/1',
  },
};
const jpeg = (width = 2400, height = 1200) =>
  sharp({ create: { width, height, channels: 3, background: '#3a7' } })
    .withMetadata({ orientation: 6 })
    .withExifMerge(camera)
    .jpeg()
    .toBuffer();

describe('What is sent again', () => {
  test('is one note, also at the same time and after it was removed', async () => {
    const id = randomUUID();
    const note = { id, text: 'Kebun hidroponik' };
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => request(app.server).post(pathOf()).set(guest).send(note)),
    );
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201, 201, 201]);
    expect((await list(host)).filter((entry) => entry.id === id)).toHaveLength(1);
    await request(app.server)
      .delete(pathOf(`/${id}`))
      .set(host)
      .expect(403);
    await request(app.server)
      .delete(pathOf(`/${id}`))
      .set(guest)
      .expect(204);
    await request(app.server).post(pathOf()).set(guest).send(note).expect(201);
    expect((await list(guest)).filter((entry) => entry.id === id)).toEqual([]);
    await request(app.server).post(pathOf()).set(host).send(note).expect(409);
  });

  test('is one photo', async () => {
    const id = randomUUID();
    const content = await jpeg();
    const answers = await Promise.all(
      [1, 2, 3].map(() => photograph(guest, content, { id, clearance: 'ya' })),
    );
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect((await list(guest)).filter((entry) => entry.id === id)).toHaveLength(1);
  });

  test('is one guest', async () => {
    const fields = { id: randomUUID(), name: 'Tamu Tak Terduga', office: '', side: 'invited' };
    const answers = await Promise.all([1, 2, 3].map(() => send('/tamu', host, fields)));
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303]);
    const rows = await app.database.query('SELECT attendance FROM visit_participant WHERE name = $1', [
      fields.name,
    ]);
    expect(rows).toEqual([{ attendance: 'present' }]);
    const other = await create(app, guest);
    const elsewhere = await request(app.server)
      .post(`/kunjungan/${other.id}/hari-ini/tamu`)
      .set(guest)
      .type('form')
      .send(fields);
    expect(elsewhere.status).toBe(409);
  });
});

describe('Attendance', () => {
  const tap = (attendance: string, enteredAt?: string) =>
    send('/hadir', guest, { participant: sari, attendance, ...(enteredAt ? { enteredAt } : {}) }).expect(303);

  test('is that of the later tap, whichever arrives first, and is not noted twice', async () => {
    await tap('absent', '2025-10-30T00:30:00Z');
    await tap('present', '2025-10-30T00:20:00Z');
    expect(await attendanceOf(sari)).toBe('absent');
    await tap('present', '2025-10-30T00:40:00Z');
    const lines = () => app.database.query('SELECT id FROM visit_history WHERE visit_id = $1', [visit.id]);
    const before = (await lines()).length;
    await tap('present', '2025-10-30T00:40:00Z');
    expect(await attendanceOf(sari)).toBe('present');
    expect(await lines()).toHaveLength(before);
  });

  test('from a device whose clock is ahead does not bar later taps', async () => {
    await tap('absent', '2030-01-01T00:00:00Z');
    expect(await attendanceOf(sari)).toBe('absent');
    app.clock.advance(60_000);
    await tap('present');
    expect(await attendanceOf(sari)).toBe('present');
  });

  test('of another visit is not touched', async () => {
    const fields = { participant: randomUUID(), attendance: 'present' };
    await send('/hadir', guest, fields).expect(404);
  });
});

describe('A photo', () => {
  test('is upright, small, and tells neither place nor camera', async () => {
    const content = await jpeg();
    const before = await sharp(content).metadata();
    expect([before.orientation, before.exif?.includes('Kamera Rahasia')]).toEqual([6, true]);
    const { body } = await photograph(guest, content, { clearance: 'ya' }).expect(201);
    const [row] = await app.database.query<{ photo: Buffer; thumbnail: Buffer }>(
      'SELECT photo, thumbnail FROM visit_entry WHERE id = $1',
      [(body as { id: string }).id],
    );
    for (const bytes of [row?.photo, row?.thumbnail]) {
      const { exif, xmp, iptc, orientation, format } = await sharp(bytes).metadata();
      expect({ exif, xmp, iptc, orientation, format }).toEqual({ format: 'webp' });
      expect(bytes?.includes('Kamera Rahasia') || bytes?.includes('EXIF')).toBe(false);
    }
    const { width, height } = await sharp(row?.photo).metadata();
    expect([width, height]).toEqual([800, 1600]);
  });

  test('without clearance is seen by its own unit alone until it is cleared', async () => {
    const { body } = await photograph(guest, await jpeg(40, 40)).expect(201);
    const { id } = body as { id: string };
    await picture(guest, id).expect(200).expect('content-type', 'image/webp');
    for (const by of [host, kanwil, stranger]) await picture(by, id).expect(404);
    expect((await list(host)).map((entry) => entry.id)).not.toContain(id);
    await request(app.server)
      .post(pathOf(`/${id}/clearance`))
      .set(host)
      .expect(404);
    await request(app.server)
      .post(pathOf(`/${id}/clearance`))
      .set(guest)
      .expect(204);
    for (const by of [host, kanwil]) await picture(by, id).expect(200);
    await picture(stranger, id).expect(404);
  });

  test('at an LPKA needs the head of the host too', async () => {
    await app.database.query(`UPDATE unit SET type = 'lpka' WHERE code = 'rutan-banjarnegara'`);
    const head = await signedIn(app, {
      email: 'kepala@tuan.test',
      role: 'unit-head',
      unit: 'rutan-banjarnegara',
    });
    const { body } = await photograph(guest, await jpeg(40, 40), { clearance: 'ya' }).expect(201);
    const { id } = body as { id: string };
    await picture(host, id).expect(404);
    await picture(head, id).expect(200);
    await request(app.server)
      .post(pathOf(`/${id}/clearance`))
      .set(head)
      .expect(204);
    for (const by of [host, kanwil]) await picture(by, id).expect(200);
    await app.database.query(`UPDATE unit SET type = 'rutan' WHERE code = 'rutan-banjarnegara'`);
  });

  test.each([
    ['a page that calls itself a photo', () => Buffer.from('<html><script>'), 415],
    ['a drawing', () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 415],
    ['the beginning of a JPEG', async () => (await jpeg()).subarray(0, 300), 415],
    ['a bare signature', () => Buffer.from([0xff, 0xd8, 0xff]), 415],
    ['nothing', () => Buffer.alloc(0), 415],
    ['11 MB', async () => Buffer.concat([await jpeg(), Buffer.alloc(11 * 1024 * 1024)]), 413],
  ])('that is %s is refused', async (_, content, status) => {
    const bytes = await content();
    expect((await photograph(guest, bytes)).status).toBe(status);
    const page = await request(app.server)
      .post(day('/foto'))
      .set(guest)
      .set('accept', 'text/html')
      .attach('photo', bytes, 'a.jpg')
      .field('text', 'Kebun di belakang');
    expect([status, page.headers['content-type']]).toEqual([page.status, 'text/html; charset=utf-8']);
    expect(page.text).toMatch(/<input[^>]*aria-describedby="photo-fault photo-hint"[^>]*aria-invalid="true"/);
    expect(page.text).toMatch(/<div class="invalid-feedback" id="photo-fault">[^<]+/);
    expect(page.text).not.toContain('role="alert"');
    expect(page.text).toContain('Kebun di belakang');
  });
});

describe('The page', () => {
  test('is for those who may write in the visit, and takes plain forms', async () => {
    const page = await request(app.server).get(day()).set(guest).set('accept', 'text/html').expect(200);
    expect(page.text).toContain('Kehadiran');
    expect(page.text).not.toMatch(/ style="/);
    await request(app.server).get(day()).set(kanwil).expect(403);
    await request(app.server).get(day()).set(stranger).expect(404);
    await send('/catatan', kanwil, { text: 'x' }).expect(403);
    const empty = await send('/catatan', guest, { text: ' ' });
    expect([empty.status, empty.text.includes('Catatan masih kosong')]).toEqual([422, true]);
    await send('/catatan', guest, { text: 'Panen <b>cabai</b>' }).expect(303);
    const after = await request(app.server)
      .get(`/kunjungan/${visit.id}`)
      .set(host)
      .set('accept', 'text/html');
    expect(after.text).toContain('Panen &lt;b>cabai&lt;/b>');
    expect(after.text).toContain(`href="${day()}"`);
  });

  test('is come back to from what is done with an entry on it', async () => {
    const ids: string[] = [];
    for (let i = 0; i < 2; i++) {
      const { body } = await photograph(guest, await jpeg(40, 40)).expect(201);
      ids.push((body as { id: string }).id);
    }
    const act = (id: string | undefined, what: string, fields: object) =>
      request(app.server)
        .post(`/kunjungan/${visit.id}/entri/${id}/${what}`)
        .set(guest)
        .set('accept', 'text/html')
        .type('form')
        .send(fields);
    const page = await request(app.server).get(day()).set(guest).set('accept', 'text/html').expect(200);
    expect(page.text).toContain('<input type="hidden" name="asal" value="hari-ini"/>');
    for (const what of ['izin', 'hapus']) {
      await act(ids[0], what, { asal: 'hari-ini' }).expect(303).expect('location', `${day()}#entri`);
    }
    await act(ids[1], 'hapus', { asal: '//elsewhere.test' })
      .expect(303)
      .expect('location', `/kunjungan/${visit.id}#catatan-dan-foto`);
  });

  test('does not store for one person what another entered on the device', async () => {
    await send('/catatan', guest, { text: 'x', 'form-person': randomUUID() }).expect(409);
  });

  test('is not there before the visit is confirmed', async () => {
    const draft = await create(app, guest);
    await request(app.server).get(`/kunjungan/${draft.id}/hari-ini`).set(guest).expect(409);
    await api(app)
      .post('/api/visits/{id}/entries', { as: guest, path: { id: draft.id }, body: { text: 'x' } })
      .expect(409);
  });

  test('has a worker for its part of the site', async () => {
    const script = await request(app.server).get('/hari-ini.js').expect(200);
    expect(script.headers['service-worker-allowed']).toBe('/kunjungan/');
    expect(script.text).not.toContain('export');
  });
});
