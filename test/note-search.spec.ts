import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import request from 'supertest';
import { sameStems } from '../src/notes/domain/same-stems.js';
import { LoadSynonyms } from '../src/notes/index.js';
import { startApp, type TestApp } from './support/app.js';
import { signedIn, usualPeople, type UsualPeople } from './support/people.js';
import type { Header } from './support/visits.js';
import { writeCorpus } from './search/corpus.js';
import { api, wrong } from './support/api-client.js';

interface Part {
  text: string;
  isHit: boolean;
}
interface Found {
  items: { title: string; unit: string; markedTitle: Part[]; excerpt: Part[] }[];
  nextCursor: string | null;
  total: number;
  corrected: string | null;
}
interface Synonym {
  id: string;
  terms: string[];
  version: number;
}

let app: TestApp;
let people: UsualPeople;
let administrator: Header;

beforeAll(async () => {
  app = await startApp();
  app.clock.set(new Date('2026-04-01T02:00:00Z'));
  people = await usualPeople(app);
  administrator = await signedIn(app, { email: 'admin@pusat.test', role: 'administrator' });
  await writeCorpus(app);
}, 60_000);
afterAll(() => app.close());

const find = async (query: string, filter = '', by = people.guest): Promise<Found> => {
  const path = `/api/notes?query=${encodeURIComponent(query)}${filter}`;
  return (await request(app.server).get(path).set(by).expect(200)).body as Found;
};
const titles = async (query: string, filter = ''): Promise<string[]> =>
  (await find(query, filter)).items.map(({ title }) => title);
const page = (path: string, by = people.guest) =>
  request(app.server).get(path).set('accept', 'text/html').set(by).redirects(0);
const hits = (parts: readonly Part[]): string[] => parts.filter(({ isHit }) => isHit).map(({ text }) => text);

describe('finding notes', () => {
  test.each([
    'kunjung kunjungan mengunjungi pengunjung dikunjungi berkunjung',
    'tanam menanam penanaman tanaman ditanam',
    'olah mengolah pengolahan olahan diolah pengolah',
    'pelihara memelihara pemeliharaan dipelihara peliharaan',
    'tulis menulis penulisan tulisan penulis',
    'bina membina pembinaan binaan pembina',
    'kirim mengirim pengiriman kiriman dikirim',
    'manfaat memanfaatkan pemanfaatan bermanfaat',
    'kelola mengelola pengelolaan dikelola',
    'kendali mengendalikan pengendalian terkendali',
    'titip menitipkan penitipan titipan',
    'sekolah bersekolah persekolahan',
    'nilai menilai penilaian dinilai',
    'masak memasak masakan dimasak',
    'rencana merencanakan perencanaan',
    'rawat merawat perawatan perawat',
    'terima menerima penerimaan diterima',
    'milik memiliki pemilik',
  ])('forms of one word are one: %s', async (line) => {
    const words = line.split(' ');
    const rows = await app.database.query<{ word: string; stem: string }>(
      `SELECT word, (ts_lexize('indonesian_stem', word))[1] AS stem FROM unnest($1::text[]) AS t (word)`,
      [words],
    );
    for (const { word, stem } of rows) {
      const asked = sameStems(word, stem);
      expect([word, rows.filter((other) => !asked.includes(other.stem)).map((other) => other.word)]).toEqual([
        word,
        [],
      ]);
    }
  });

  test('what was hit is marked, in the title and in the text, also through a synonym', async () => {
    const { items } = await find('tb paru');
    expect(items[0]?.title).toMatch(/tuberkulosis/);
    expect(hits(items[0]?.markedTitle ?? [])).toEqual(['tuberkulosis']);
    expect(hits(items[0]?.excerpt ?? [])).toContain('TBC');
  });

  test('a misspelt word is corrected and told, a right one is not', async () => {
    expect(await find('hidropnik')).toMatchObject({ corrected: 'hidroponik', total: expect.any(Number) });
    expect((await find('hidroponik')).corrected).toBeNull();
    expect(await find('xqzw')).toMatchObject({ items: [], total: 0, corrected: null });
  });

  test('quotation marks ask for a row, a minus leaves out', async () => {
    expect(await titles('"wajib lapor"')).toEqual(['Wajib lapor lewat gawai dengan pengenalan wajah']);
    expect(await titles('"lapor wajib"')).toEqual([]);
    const without = await titles('kolam -lele');
    expect(without).toContain('Memelihara ikan nila di kolam terpal');
    expect(without).not.toContain('Budidaya lele dengan kolam bioflok');
  });

  test('filters narrow what is found', async () => {
    expect((await find('klien', '&unitType=lapas')).items.every(({ unit }) => unit.startsWith('lapas'))).toBe(
      true,
    );
    expect(await titles('klien', '&year=2026')).toEqual(['Menyiapkan pidana kerja sosial bersama pemda']);
    expect(await titles('panel', '&program=aksi-energi-3t')).toHaveLength(1);
    expect(await titles('wajib lapor', '&regionalOffice=jawa-tengah')).not.toContain(
      'Wajib lapor lewat gawai dengan pengenalan wajah',
    );
    await api(app)
      .get('/api/notes', { as: people.guest, query: { query: 'x', year: wrong('abc') } })
      .expect(422);
  });

  test('pages follow each other by rank, and a cursor that is none is refused', async () => {
    const first = await find('umkm', '&limit=5');
    const second = await find('umkm', `&limit=5&cursor=${first.nextCursor}`);
    const whole = await titles('umkm', '&limit=10');
    expect([...first.items, ...second.items].map(({ title }) => title)).toEqual(whole);
    const forged = Buffer.from('[-1]').toString('base64url');
    for (const cursor of ['bukan', forged]) {
      await api(app)
        .get('/api/notes', { as: people.guest, query: { query: 'umkm', cursor } })
        .expect(400);
    }
  });

  test.each([
    "'",
    '"',
    "a' | 'b",
    '\\',
    '!!! & |',
    '<->',
    ':*',
    '-',
    '-lele',
    "ya''ng",
    '\u{1F33E}',
    'di dan yang',
  ])('anything may be typed: %j', async (query) => {
    await api(app).get('/api/notes', { as: people.guest, query: { query } }).expect(200);
    await page(`/praktik-baik?cari=${encodeURIComponent(query)}`).expect(200);
  });

  test('a draft is found by its own unit alone, and its words are told to nobody', async () => {
    const draft = { unit: 'rutan-banjarnegara', title: 'Kelengkeng di pekarangan' };
    await api(app).post('/api/notes', { as: people.host, body: draft }).expect(201);
    expect((await find('kelengkeng', '', people.host)).total).toBe(1);
    expect(await find('kelengkeng')).toMatchObject({ total: 0, corrected: null });
    expect(await find('kelengkng')).toMatchObject({ total: 0, corrected: null });
  });

  test('a new name of a unit or a program is found at once, and the old one of the unit still', async () => {
    await app.database.query(`UPDATE program SET title = 'Dapur zamrud' WHERE code = 'aksi-dapur-sehat'`);
    expect(await titles('zamrud')).toEqual(['Dapur bersertifikat laik higiene']);
    await app.database.query(`UPDATE unit SET name = 'Rutan Larapura' WHERE code = 'rutan-larantuka'`);
    expect(await titles('larapura')).toEqual(['Panel surya untuk lampu dan pompa']);
  });
});

describe('the pages', () => {
  test('the list shows hits, how many, and what may be meant, without letting text through as markup', async () => {
    const { text } = await page('/praktik-baik?cari=hidropnik').expect(200);
    expect(text).toContain('<mark>Hidroponik</mark>');
    expect(text).toMatch(/Mungkin maksud Anda:.*hidroponik/s);
    expect(text).toContain('name="tahun"');
    const nothing = await page('/praktik-baik?cari=%3Cb%3Exqzw&jenis=bapas').expect(200);
    expect(nothing.text).not.toContain('<b>xqzw');
    expect(nothing.text).toContain('Cari tanpa saringan');
    expect(nothing.text).toContain('Topik yang sering ditulis');
  });

  test('the search over everything finds notes the same way', async () => {
    const { text } = await page('/cari?q=mengunjungi').expect(200);
    expect(text).toContain('Pendaftaran <mark>kunjungan</mark>'.slice(0, 11));
    expect(text).toMatch(/<mark>[Kk]unjungan<\/mark>|<mark>mengunjungi<\/mark>/);
  });
});

describe('synonyms', () => {
  const list = async (): Promise<Synonym[]> =>
    (await api(app).get('/api/search-synonyms', { as: administrator }).expect(200)).body.items;

  test('hold from the next search on, are changed by version, and stay removed', async () => {
    expect((await find('nandur')).total).toBe(0);
    const send = { terms: ['Nandur', 'menanam jagung', 'nandur'] };
    const { body: made } = await api(app)
      .post('/api/search-synonyms', { as: administrator, body: send })
      .expect(201);
    expect(made.terms).toEqual(['nandur', 'menanam jagung']);
    expect((await titles('nandur'))[0]).toBe('Menanam jagung di lahan tidur dua hektare');
    const one = { as: administrator, path: { id: made.id } };
    const path = '/api/search-synonyms/{id}';
    await api(app)
      .patch(path, { ...one, body: { version: 7, terms: ['a', 'b'] } })
      .expect(409);
    await api(app)
      .patch(path, { ...one, body: { version: 1, terms: ['a', 'A '] } })
      .expect(422);
    await api(app)
      .delete(path, { ...one, query: { version: 1 } })
      .expect(204);
    expect((await find('nandur')).total).toBe(0);
    await api(app)
      .delete('/api/search-synonyms/{id}', {
        as: administrator,
        path: { id: 'humas' },
        query: { version: 1 },
      })
      .expect(204);
    await app.app.get(LoadSynonyms).execute();
    expect((await list()).some(({ id }) => id === 'humas')).toBe(false);
  });

  test('are the administrator’s', async () => {
    for (const by of [people.guest, people.kanwil]) {
      await api(app).get('/api/search-synonyms', { as: by }).expect(403);
      await api(app)
        .post('/api/search-synonyms', { as: by, body: { terms: ['a', 'b'] } })
        .expect(403);
      await page('/pengelolaan/sinonim', by).expect(403);
    }
  });

  test('are kept on their page: what was typed stays when it is refused', async () => {
    const post = (path: string, body: object) =>
      request(app.server)
        .post(path)
        .set('accept', 'text/html')
        .set(administrator)
        .type('form')
        .send(body)
        .redirects(0);
    expect((await page('/pengelolaan', administrator).expect(200)).text).toContain('/pengelolaan/sinonim');
    const refused = await post('/pengelolaan/sinonim', { terms: 'hanya satu' }).expect(422);
    expect(refused.text).toMatch(/<textarea[^>]*is-invalid[^>]*>hanya satu/);
    await post('/pengelolaan/sinonim', { terms: 'sipir\r\npenjaga tahanan' }).expect(303);
    const made = (await list()).find(({ terms }) => terms[0] === 'sipir');
    const changed = { version: made?.version, terms: 'sipir\r\npetugas jaga' };
    await post(`/pengelolaan/sinonim/${made?.id}`, changed).expect(303);
    const stale = await post(`/pengelolaan/sinonim/${made?.id}`, changed).expect(409);
    expect(stale.text).toContain('Sudah berubah');
    await post(`/pengelolaan/sinonim/${made?.id}/hapus`, { version: 2, terms: '' }).expect(303);
    expect((await list()).some(({ terms }) => terms[0] === 'sipir')).toBe(false);
    await post(`/pengelolaan/sinonim/${made?.id}`, changed).expect(404);
  });
});
