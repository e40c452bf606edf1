import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import request from 'supertest';
import { api, type Shown } from './support/api-client.js';
import { GUEST, LetterScene, NIP } from './support/letter-scene.js';
import { wordLines } from './support/paper-texts.js';
import type { Header } from './support/visits.js';
import { wordFile } from './support/word-files.js';

const KANWIL = 'kanwil-jawa-tengah';
const PATH = '/api/units/{code}/papers/templates';
type Kinds = Shown<'KindTemplatesView'>[];

let scene: LetterScene;
beforeAll(async () => {
  scene = await LetterScene.start();
  await scene.newVisit();
});
afterAll(() => scene.app.close());

const upload = (as: Header, file: Buffer, { code = GUEST, kind = 'surat-tugas', note = '' } = {}) =>
  request(scene.app.server)
    .post(`/api/units/${code}/papers/templates`)
    .set(as)
    .field('kind', kind)
    .field('note', note)
    .attach('file', file, 'Templat kami.docx');
const uploaded = async (as: Header, text: string, options: Parameters<typeof upload>[2] = {}) =>
  ((await upload(as, await wordFile([text]), options).expect(201)).body as { items: Kinds }).items;
const list = async (as: Header, code = GUEST): Promise<Kinds> =>
  (await api(scene.app).get(PATH, { as, path: { code } }).expect(200)).body.items;
const assignments = async (as: Header, code = GUEST) =>
  (await list(as, code)).find(({ kind }) => kind === 'surat-tugas')!;
const use = (as: Header, id: string, code = GUEST) =>
  api(scene.app).post('/api/units/{code}/papers/templates/{id}/use', { as, path: { code, id } });
const retire = (as: Header, code = GUEST) =>
  api(scene.app).delete('/api/units/{code}/papers/templates/current/{kind}', {
    as,
    path: { code, kind: 'surat-tugas' },
  });
const bytes = (as: Header, path: string) =>
  request(scene.app.server).get(path).set(as).responseType('blob').expect(200);
const lines = async (id: string): Promise<string[]> =>
  wordLines((await bytes(scene.people.guest, `/api/letters/${id}/paper`)).body as Buffer);
const page = (by: Header, path = '', code = GUEST) =>
  request(scene.app.server).get(`/upt/${code}/kop/templat${path}`).set(by).set('accept', 'text/html');

describe('with which template a letter is written', () => {
  test('is the layout of Sambang at first, then the Kanwil’s, then the own', async () => {
    const { guest, kanwil } = scene.people;
    const letter = await scene.added(guest);
    expect(await lines(letter.id)).toContain('SURAT TUGAS ⏎ NOMOR …………'.split(' ⏎ ')[0]);
    await uploaded(kanwil, 'Kanwil: {kantor.nama}', { code: KANWIL });
    expect(await lines(letter.id)).toEqual(['Kanwil: Bapas Kelas II Purwokerto']);
    expect((await assignments(guest)).applying).toMatchObject({ organisation: KANWIL, number: 1 });
    await uploaded(guest, 'Kami: {kantor.nama}', { note: 'Pertama' });
    expect(await lines(letter.id)).toEqual(['Kami: Bapas Kelas II Purwokerto']);
    expect(await assignments(guest)).toMatchObject({
      applying: { organisation: GUEST, number: 1 },
      versions: [{ number: 1, note: 'Pertama', isCurrent: true, name: 'Templat kami.docx' }],
    });
    expect((await assignments(kanwil, KANWIL)).applying).toMatchObject({ organisation: KANWIL });
  });

  test('is a new version from its upload on, a former one that is taken again, and none once it is retired', async () => {
    const { guest } = scene.people;
    const letter = await scene.added(guest);
    await uploaded(guest, 'Dua');
    expect(await lines(letter.id)).toEqual(['Dua']);
    const { versions } = await assignments(guest);
    expect(versions.map(({ number, isCurrent }) => [number, isCurrent])).toEqual([
      [2, true],
      [1, false],
    ]);
    await use(guest, versions[1]!.id).expect(200);
    expect(await lines(letter.id)).toEqual(['Kami: Bapas Kelas II Purwokerto']);
    await retire(guest).expect(204);
    await retire(guest).expect(204);
    expect(await lines(letter.id)).toEqual(['Kanwil: Bapas Kelas II Purwokerto']);
    const old = await bytes(guest, `/api/units/${GUEST}/papers/templates/${versions[0]!.id}/file`);
    expect(wordLines(old.body as Buffer)).toEqual(['Dua']);
    expect(old.headers['content-disposition']).toContain('attachment');
  });

  test('stays with a letter that was sent, also where it had none', async () => {
    const { guest, kanwil } = scene.people;
    const sent = await scene.added(guest);
    await scene.send(guest, sent).expect(200);
    expect(await lines(sent.id)).toEqual(['Kanwil: Bapas Kelas II Purwokerto']);
    await uploaded(guest, 'Tiga');
    expect(await lines(sent.id)).toEqual(['Kanwil: Bapas Kelas II Purwokerto']);
    await retire(guest).expect(204);
    await retire(kanwil, KANWIL).expect(204);
    const plain = await scene.added(guest);
    await scene.send(guest, plain).expect(200);
    await uploaded(guest, 'Empat');
    expect((await lines(plain.id)).length).toBeGreaterThan(5);
    expect(await lines(sent.id)).toEqual(['Kanwil: Bapas Kelas II Purwokerto']);
  });

  test('is not that of a PDF', async () => {
    const letter = await scene.added(scene.people.guest);
    const { body } = await bytes(scene.people.guest, `/api/letters/${letter.id}/paper?format=pdf`);
    expect((body as Buffer).subarray(0, 5).toString()).toBe('%PDF-');
  });
});

test('NIP are noted down where the template has them, and only there', async () => {
  const { guest } = scene.people;
  const looks = async () =>
    (
      await scene.app.database.query<{ whose: string }>(
        'SELECT whose FROM nip_look WHERE visit_id = $1 ORDER BY looked_at, whose',
        [scene.visit.id],
      )
    ).map(({ whose }) => whose);
  await scene.newVisit();
  const letter = await scene.added(guest);
  await uploaded(guest, '{#peserta}{nama}{/peserta}');
  expect(await lines(letter.id)).toEqual(['Sari']);
  expect(await looks()).toEqual([]);
  await uploaded(guest, '{#peserta}{nama} {nip}{/peserta}');
  expect(await lines(letter.id)).toEqual([`Sari ${NIP}`]);
  expect(await looks()).toEqual(['Sari']);
});

describe('an upload', () => {
  test('that is wrong is told all its faults with their places, and is not kept', async () => {
    const { guest } = scene.people;
    const before = await assignments(guest);
    const file = await wordFile(['Nomor {nomer}', [['{#peserta}', '{nama}']]]);
    const { body } = (await upload(guest, file).expect(422)) as { body: Record<string, unknown> };
    expect(body).toMatchObject({ code: 'template-unsound', title: 'Templat belum benar' });
    expect(body['errors']).toEqual([
      {
        field: 'faults.0',
        message: 'isi surat, paragraf 1 (“Nomor {nomer}”): {nomer} tidak dikenal; mungkin maksudnya {nomor}',
      },
      {
        field: 'faults.1',
        message:
          'isi surat, tabel 1 baris 1 kolom 1 (“{#peserta}”): daftar {#peserta} dibuka, tetapi tidak ditutup dengan {/peserta}',
      },
    ]);
    expect(await assignments(guest)).toEqual(before);
  });

  test('whose list stands where it cannot be repeated is refused with the place', async () => {
    const file = await wordFile(['{#peserta}', [['{nama}', '{/peserta}']]]);
    const { body } = await upload(scene.people.guest, file).expect(422);
    expect((body as { errors: { message: string }[] }).errors[0]?.message).toMatch(
      /^isi surat, paragraf 1 \(“\{#peserta\}”\): \{peserta\}: /,
    );
  });

  test('of a name of another kind is refused', async () => {
    const file = await wordFile(['{alasan}']);
    await upload(scene.people.guest, file).expect(422);
    await upload(scene.people.guest, file, { kind: 'surat-balasan' }).expect(201);
  });

  test('that is no Word document, too large, of no kind or without a file is refused', async () => {
    const { guest } = scene.people;
    const { body } = await upload(guest, Buffer.from('x')).expect(422);
    expect(body).toMatchObject({ code: 'template-unreadable' });
    await upload(guest, Buffer.alloc(6_000_000)).expect(413);
    await upload(guest, await wordFile(['x']), { kind: 'lain' }).expect(400);
    await request(scene.app.server)
      .post(`/api/units/${GUEST}/papers/templates`)
      .set(guest)
      .field('kind', 'surat-tugas')
      .expect(400);
  });

  test('on the page shows each fault, and what was typed beside it', async () => {
    const post = (by: Header, file: Buffer) =>
      request(scene.app.server)
        .post(`/upt/${GUEST}/kop/templat`)
        .set(by)
        .set('accept', 'text/html')
        .field('kind', 'surat-keterangan')
        .field('note', 'Catatan kami')
        .attach('file', file, 'a.docx');
    const { text } = await post(scene.people.guest, await wordFile(['{nomer}', '{hall}'])).expect(422);
    expect(text).toContain('Yang perlu diperbaiki dalam dokumen (2)');
    expect(text).toContain('mungkin maksudnya {nomor}');
    expect(text).toContain('Catatan kami');
    expect(text).toMatch(/<option value="surat-keterangan" selected/);
    await post(scene.people.guest, await wordFile(['{nomor}'])).expect(303);
    expect((await page(scene.people.guest).expect(200)).text).toContain('Catatan kami');
  });
});

describe('who may', () => {
  test('is who keeps the papers of the office: its own people, the Kanwil, administrators', async () => {
    const { guest, host, kanwil, stranger } = scene.people;
    const { versions } = await assignments(guest);
    const { id } = versions[0]!;
    for (const as of [host, stranger]) {
      await api(scene.app)
        .get(PATH, { as, path: { code: GUEST } })
        .expect(403);
      await upload(as, await wordFile(['x'])).expect(403);
      await use(as, id).expect(403);
      await retire(as).expect(403);
      await page(as).expect(403);
      await page(as, `/${id}/berkas`).expect(403);
    }
    await uploaded(kanwil, 'Dari Kanwil untuk UPT');
    await uploaded(scene.admin, 'Dari admin');
    await upload(guest, await wordFile(['x']), { code: KANWIL }).expect(403);
  });

  test('a version of another office is not found under one’s own', async () => {
    const { host, guest } = scene.people;
    const { versions } = await assignments(guest);
    await use(host, versions[0]!.id, 'rutan-banjarnegara').expect(404);
    await page(host, `/${versions[0]!.id}/contoh`, 'rutan-banjarnegara').expect(404);
  });

  test('a unit reads its Kanwil’s template, and does not change it', async () => {
    const { guest, kanwil } = scene.people;
    await uploaded(kanwil, 'Untuk semua', { code: KANWIL });
    await retire(guest).expect(204);
    const { applying } = await assignments(guest);
    expect(applying).toMatchObject({ organisation: KANWIL });
    await page(guest, `/${applying!.id}/berkas`).expect(200);
    await use(guest, applying!.id).expect(404);
    expect((await page(guest).expect(200)).text).toContain('templat Kanwil');
  });
});

describe('what may be named', () => {
  test('is listed with examples, and given as a document to begin with that is taken as it is', async () => {
    const { guest } = scene.people;
    const kind = 'undangan' as const;
    const { items } = (
      await api(scene.app)
        .get('/api/units/{code}/papers/templates/fields', {
          as: guest,
          path: { code: GUEST },
          query: { kind },
        })
        .expect(200)
    ).body;
    expect(items.find(({ name }) => name === 'nomor')).toMatchObject({
      example: 'WP.13.PAS.7-PK.01.08-120',
      inside: null,
    });
    const party = items.find(({ name }) => name === 'peserta');
    expect(party?.inside).toContainEqual({ name: 'no', says: 'nomor urut', example: '1' });
    const { text } = await page(guest, '/isian?naskah=undangan').expect(200);
    for (const { name } of items) expect(text).toMatch(new RegExp(`\\{#?${name.replace('.', '\\.')}`));
    const starter = await bytes(guest, `/api/units/${GUEST}/papers/templates/starter?kind=${kind}`);
    await upload(guest, starter.body as Buffer, { kind }).expect(201);
    const made = (await list(guest)).find((each) => each.kind === kind)!.applying!;
    const example = await bytes(guest, `/api/units/${GUEST}/papers/templates/${made.id}/example`);
    expect(wordLines(example.body as Buffer).join()).toContain('WP.13.PAS.7-PK.01.08-120');
  });
});
