import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import request from 'supertest';
import { personalTables } from '../src/personal-data/index.js';
import { pageOf } from './support/participant-links.js';
import { BUDI, PersonalScene, SARIMUKTI } from './support/personal-scene.js';
import { pdfPages } from './support/paper-texts.js';
import { tracesInDatabase } from './support/traces.js';
import type { Header } from './support/visits.js';

interface Copy {
  version: number;
  about: string;
  tables: { name: string; title: string; columns: Record<string, string>; rows: Record<string, unknown>[] }[];
}

let scene: PersonalScene;

beforeAll(async () => {
  scene = await PersonalScene.start();
  await scene.live();
}, 120_000);
afterAll(() => scene.app.close());

const get = (path: string, by: object = {}) =>
  request(scene.app.server)
    .get(path)
    .set(by as Header)
    .set('accept', 'text/html');
const post = (path: string, fields: object, by: object = {}) =>
  request(scene.app.server)
    .post(path)
    .set(by as Header)
    .set('accept', 'text/html')
    .type('form')
    .send(fields);
const rowsOf = (copy: Copy, name: string) => copy.tables.find((table) => table.name === name)?.rows ?? [];
const exportsBy = async (file: string) =>
  scene.app.database.query<{ by: string | null; route: string; rows: number | null }>(
    `SELECT p.email AS by, e.route, e.row_count AS rows FROM export_record e LEFT JOIN person p ON p.id = e.taken_by
     WHERE e.file_name = $1 ORDER BY e.taken_at, e.id`,
    [file],
  );

describe('a copy of the own data', () => {
  let copy: Copy;
  beforeAll(async () => {
    const { body, headers } = await get('/akun/data-saya.json', scene.as).expect(200);
    expect(headers['cache-control']).toBe('no-store');
    copy = body as Copy;
  });

  test('has every table in which somebody stands, with its words in Indonesian', () => {
    expect(copy).toMatchObject({ version: 1, about: SARIMUKTI.name });
    const told = copy.tables.map(({ name }) => name);
    const expected = [
      'person',
      'visit_participant',
      'trip_member',
      'mail',
      'received_mail',
      'feedback',
      'letter',
    ];
    const more = [
      'visit_entry',
      'follow_up',
      'note',
      'nip_look',
      'attendance_signature',
      'feed',
      'import_row',
    ];
    expect(told).toEqual(
      expect.arrayContaining([...expected, ...more, 'calendar_invitation', 'visit_history']),
    );
    for (const { name, title, columns } of copy.tables) {
      expect(title).toBe(personalTables[name]?.title);
      expect(columns).toEqual(personalTables[name]?.tells);
    }
  });

  test('says what is kept, as it is kept', () => {
    expect(rowsOf(copy, 'person')[0]).toMatchObject({ name: SARIMUKTI.name, nip: SARIMUKTI.nip });
    expect(rowsOf(copy, 'visit_participant').map(({ attendance }) => attendance)).toContain('present');
    expect(rowsOf(copy, 'attendance_signature')[0]).toMatchObject({
      strokes: [
        [
          [1, 2],
          [3, 4],
        ],
      ],
    });
    expect(JSON.stringify(rowsOf(copy, 'mail'))).toContain('Ringkasan');
  });

  test('is of nobody else, and opens nothing', () => {
    const told = JSON.stringify(copy);
    expect(told).not.toContain(BUDI.email);
    expect(told).not.toMatch(/token_hash|password|\/jawab\/[\w-]{43}/);
  });

  test('is a document, too', async () => {
    const { body } = await get('/akun/data-saya.pdf', scene.as).buffer(true).parse(binary).expect(200);
    const words = (await pdfPages(body as Buffer)).flat().join(' ');
    expect(words).toContain('Salinan data pribadi');
    expect(words).toContain('Keikutsertaan dalam kunjungan');
  });

  test('is had by a participant under the own link, and written down like every other', async () => {
    const path = await pageOf(scene.app, BUDI.email);
    const { body } = await get(`${path}/data-saya/salinan.json`).expect(200);
    expect(rowsOf(body as Copy, 'visit_participant')).toHaveLength(2);
    expect(JSON.stringify(body)).not.toContain(SARIMUKTI.nip);
    await get(`/jawab/${'a'.repeat(43)}/data-saya/salinan.json`).expect(404);
    const json = await exportsBy('data-saya.json');
    expect(json.map(({ by, route }) => [by, route])).toEqual([
      [SARIMUKTI.email, 'GET /akun/data-saya.json'],
      [null, 'GET /jawab/:token/data-saya/salinan.json'],
    ]);
    expect(json.every(({ rows }) => rows !== null && rows > 0)).toBe(true);
  });

  test('is made by an administrator for who asked by letter, and by nobody else', async () => {
    const path = `/pengelolaan/data-pribadi/salinan?akun=${scene.personId}&format=json`;
    await get(path, scene.people.kanwil).expect(403);
    await get(path, scene.admin).expect(200);
    expect(await exportsBy(`data-pribadi-${SARIMUKTI.name}.json`)).toEqual([
      expect.objectContaining({ by: 'admin@pusat.test' }),
    ]);
  });
});

describe('what is taken away', () => {
  test('is written down with who, what and how many rows, and shown to administrators', async () => {
    await get('/kunjungan/unduh?format=csv', scene.people.host).expect(200);
    await get('/pengelolaan/unduhan', scene.people.host).expect(403);
    const { text } = await get('/pengelolaan/unduhan', scene.admin).expect(200);
    expect(text).toContain('GET /kunjungan/unduh');
    const [host] = await scene.app.database.query<{ id: string }>(
      `SELECT id FROM person WHERE email = 'petugas@tuan.test'`,
    );
    const filtered = await get(`/pengelolaan/unduhan?orang=${host?.id ?? ''}`, scene.admin).expect(200);
    expect(filtered.text).toContain('GET /kunjungan/unduh');
    expect(filtered.text).not.toContain('GET /akun/data-saya.json');
    const file = await get('/pengelolaan/unduhan/unduh?format=csv', scene.admin).expect(200);
    expect(file.text).toContain('data-saya.json');
  });

  test('is not sent where it cannot be written down', async () => {
    await scene.app.database.query(
      'ALTER TABLE export_record ADD CONSTRAINT nothing CHECK (row_count < 0) NOT VALID',
    );
    const { status } = await get('/kunjungan/unduh?format=csv', scene.people.host);
    await scene.app.database.query('ALTER TABLE export_record DROP CONSTRAINT nothing');
    expect(status).toBe(500);
  });
});

describe('an erasure', () => {
  test('is asked for once more, and says what goes and what stays', async () => {
    const page = await get('/akun/data-saya', scene.as).expect(200);
    expect(page.text).toContain('Peserta (dihapus)');
    expect(page.text).toContain('3 kunjungan yang akan datang');
    const refused = await post('/akun/data-saya/hapus', {}, scene.as).expect(422);
    expect(refused.text).toContain('id="setuju-fault"');
    await get('/akun/data-saya', scene.as).expect(200);
  });

  test('of an account is not asked for by a link', async () => {
    const path = await pageOf(scene.app, SARIMUKTI.email);
    expect((await get(`${path}/data-saya`).expect(200)).text).toContain('Masuklah');
    await post(`${path}/data-saya/hapus`, { setuju: 'ya' }).expect(403);
  });

  test('of a participant takes out every place under the address and name', async () => {
    const path = await pageOf(scene.app, BUDI.email);
    expect((await get(`${path}/data-saya`).expect(200)).text).toContain('semua kunjungan');
    const done = await post(`${path}/data-saya/hapus`, { setuju: 'ya' }).expect(200);
    expect(done.text).toContain('Data Anda sedang dihapus');
    await get(path).expect(404);
    await scene.app.settle();
    expect(await tracesInDatabase(scene.app.databaseUrl, ['hartanto', BUDI.email])).toEqual([]);
  });

  test('is entered by an administrator for a letter, with its reason and day', async () => {
    const found = await get(`/pengelolaan/data-pribadi?surel=${SARIMUKTI.email}`, scene.admin).expect(200);
    expect(found.text).toContain(SARIMUKTI.name);
    const letter = {
      akun: scene.personId,
      reason: `B-1, atas nama ${SARIMUKTI.name}`,
      letterOn: '2025-10-20',
    };
    await post('/pengelolaan/data-pribadi', letter, scene.admin).expect(422);
    await post('/pengelolaan/data-pribadi', { ...letter, setuju: 'ya' }, scene.people.kanwil).expect(403);
    const sent = await post('/pengelolaan/data-pribadi', { ...letter, setuju: 'ya' }, scene.admin).expect(
      303,
    );
    await scene.app.settle();
    const list = await get(sent.headers['location'] ?? '', scene.admin).expect(200);
    expect(list.text).toContain('permohonan tertulis');
    expect(list.text).toContain('B-1, atas nama');
    expect(list.text).not.toContain(SARIMUKTI.name);
    const [erasure] = await scene.app.database.query<{ id: string }>(
      `SELECT id FROM erasure WHERE ground = 'letter' AND done_at IS NOT NULL`,
    );
    await get(`/pengelolaan/data-pribadi/${erasure?.id ?? ''}`, scene.admin).expect(200);
    expect(await tracesInDatabase(scene.app.databaseUrl, ['sarimukti'])).toEqual([]);
  });
});

function binary(response: request.Response, done: (error: Error | null, body: Buffer) => void): void {
  const chunks: Buffer[] = [];
  const stream = response as unknown as NodeJS.ReadableStream;
  stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  stream.on('end', () => {
    done(null, Buffer.concat(chunks));
  });
}
