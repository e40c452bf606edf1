import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import request from 'supertest';
import sharp from 'sharp';
import { exportTypes } from '../src/platform/documents/document-format.js';
import { api } from './support/api-client.js';
import { tripBody } from './support/example-bodies.js';
import { GUEST, LetterScene, NIP, OF_SIGNER, type Letter } from './support/letter-scene.js';
import { pdfPages, wordLines } from './support/paper-texts.js';
import { signedIn } from './support/people.js';
import { confirmed, requested, step, type Header } from './support/visits.js';

let scene: LetterScene;
let elsewhere: Header;

beforeAll(async () => {
  scene = await LetterScene.start();
  const region = { email: 'kanwil@jatim.test', role: 'regional', regionalOffice: 'jawa-timur' } as const;
  elsewhere = await signedIn(scene.app, region);
});
beforeEach(async () => {
  await scene.newVisit();
  await scene.app.database.query('DELETE FROM nip_look');
});
afterAll(() => scene.app.close());

const get = (path: string, by: Header) =>
  request(scene.app.server)
    .get(path)
    .set(by)
    .buffer(true)
    .parse((answer, done) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('end', () => {
        done(null, Buffer.concat(parts));
      });
    });
const paper = (by: Header, { id }: { id: string }, format = 'docx') =>
  get(`/api/letters/${id}/paper?format=${format}`, by);
const wordOf = async (by: Header, letter: { id: string }): Promise<string> =>
  wordLines((await paper(by, letter).expect(200)).body as Buffer).join('\n');
const looks = () =>
  scene.app.database.query<{ by: string; whose: string; visit: string }>(
    `SELECT p.email AS by, l.whose, l.visit_id AS visit FROM nip_look l JOIN person p ON p.id = l.looked_by ORDER BY p.email, l.whose`,
  );

describe('the paper of a letter', () => {
  test('is a file in Word and in PDF, named by its kind and visit, and kept nowhere', async () => {
    const letter = await scene.added(scene.people.guest, { number: 'B-1', datedOn: '2025-10-20' });
    for (const format of ['docx', 'pdf'] as const) {
      const { headers } = await paper(scene.people.guest, letter, format).expect(200);
      expect(headers['content-type']).toBe(exportTypes[format]);
      expect(headers['cache-control']).toBe('no-store');
      const name = encodeURIComponent(`Surat tugas – ${scene.visit.reference}.${format}`);
      expect(headers['content-disposition']).toBe(`attachment; filename*=UTF-8''${name}`);
    }
  });

  test('tells letterhead, number, party and signer as the letter keeps them, and the visit', async () => {
    const letter = await scene.added(scene.people.guest, { number: 'B-1', datedOn: '2025-10-20' });
    const word = await wordOf(scene.people.guest, letter);
    const pdf = (await paper(scene.people.guest, letter, 'pdf').expect(200)).body as Buffer;
    for (const text of [word, (await pdfPages(pdf)).flat().join('\n')]) {
      for (const said of [
        'KOP LAMA',
        'NOMOR B-1',
        NIP,
        'Penata (III/c)',
        'Kasubsi',
        'Kepala Bapas,',
        OF_SIGNER,
      ])
        expect(text).toContain(said);
    }
    expect(word).toContain('pada tanggal 20 Oktober 2025');
    expect(word).toContain('di Rutan Kelas IIB Banjarnegara pada hari');
  });

  test('has the emblem of its day', async () => {
    const picture = await sharp({ create: { width: 20, height: 20, channels: 3, background: '#c00' } })
      .png()
      .toBuffer();
    const emblem = `/api/units/${GUEST}/papers/emblem`;
    await request(scene.app.server)
      .post(emblem)
      .set(scene.people.guest)
      .attach('file', picture, 'lambang.png')
      .expect(204);
    const letter = await scene.added(scene.people.guest);
    await request(scene.app.server).delete(emblem).set(scene.people.guest).expect(204);
    const pdf = (await paper(scene.people.guest, letter, 'pdf').expect(200)).body as Buffer;
    expect(pdf.toString('latin1')).toContain('/Subtype /Image');
  });

  test('that is none of the kinds is not written, which is said', async () => {
    const letter = await scene.added(scene.people.guest, { kind: 'lain' });
    expect(letter.hasPaper).toBe(false);
    await paper(scene.people.guest, letter).expect(404);
    expect((await scene.page(scene.people.guest, '/surat')).text).not.toContain('/unduh?format=');
  });

  test('of what came from outside is not written', async () => {
    const letter = await scene.added(scene.people.host, { kind: 'surat-permohonan', direction: 'in' });
    expect(letter.hasPaper).toBe(false);
    await paper(scene.people.host, letter).expect(404);
  });

  test('is refused in a format that there is not', async () => {
    const letter = await scene.added(scene.people.guest);
    await paper(scene.people.guest, letter, 'odt').expect(422);
  });
});

describe('who takes a paper', () => {
  test('is its own office and the Kanwil over it, also once the others read the letter', async () => {
    const letter = await scene.added(scene.people.guest);
    const { people, admin } = scene;
    const statuses = async () => {
      const all = [people.guest, people.kanwil, people.host, admin, people.stranger, elsewhere];
      return Promise.all(all.map(async (by) => (await paper(by, letter)).status));
    };
    expect(await statuses()).toEqual([200, 200, 404, 404, 404, 404]);
    await scene.send(people.guest, letter).expect(200);
    expect(await statuses()).toEqual([200, 200, 403, 404, 404, 404]);
    expect((await looks()).map(({ by }) => by)).toEqual([
      ...Array.from({ length: 4 }, () => 'kanwil@jateng.test'),
      ...Array.from({ length: 4 }, () => 'petugas@tamu.test'),
    ]);
  });

  test('is noted down with each NIP that stands on it, and no other', async () => {
    const assignment = await scene.added(scene.people.guest);
    await paper(scene.people.guest, assignment).expect(200);
    const visit = scene.visit.id;
    expect(await looks()).toEqual([
      { by: 'petugas@tamu.test', whose: 'Agus', visit },
      { by: 'petugas@tamu.test', whose: 'Sari', visit },
    ]);
    await scene.app.database.query('DELETE FROM nip_look');
    const asked = await scene.added(scene.people.guest, { kind: 'surat-permohonan' });
    expect(await wordOf(scene.people.guest, asked)).not.toContain(NIP);
    expect((await looks()).map(({ whose }) => whose)).toEqual(['Agus']);
  });

  test('sees the buttons on the page of the register', async () => {
    const letter = await scene.added(scene.people.guest);
    await scene.send(scene.people.guest, letter).expect(200);
    const links = async (by: Header) =>
      [...(await scene.page(by, '/surat')).text.matchAll(/href="([^"]+unduh\?format=[a-z]+)"/g)].map(
        ([, path = '']) => path,
      );
    const path = `/kunjungan/${scene.visit.id}/surat/${letter.id}/unduh?format=`;
    expect(await links(scene.people.guest)).toEqual([`${path}docx`, `${path}pdf`]);
    expect(await links(scene.people.kanwil)).toEqual([`${path}docx`, `${path}pdf`]);
    expect(await links(scene.people.host)).toEqual([]);
    for (const each of await links(scene.people.guest)) await get(each, scene.people.guest).expect(200);
    await get(`${path}apa`, scene.people.guest).expect('content-type', exportTypes.docx).expect(200);
    await get(`${path}pdf`, scene.people.host).set('accept', 'text/html').expect(403);
  });
});

describe('the reply of a host', () => {
  const times = { startsAt: '2025-12-22T09:00:00+07:00', endsAt: '2025-12-22T11:00:00+07:00' };
  const added = async (id: string): Promise<Letter> =>
    (
      await request(scene.app.server)
        .post(`/api/visits/${id}/letters`)
        .set(scene.people.host)
        .send({ kind: 'surat-balasan', direction: 'out' })
        .expect(201)
    ).body as Letter;
  const now = async (id: string) =>
    (await api(scene.app).get('/api/visits/{id}', { as: scene.people.host, path: { id } }).expect(200)).body;

  test('says what the visit says: nothing yet, another time, no', async () => {
    const { guest, host } = scene.people;
    const { id } = await requested(scene.app, guest, times);
    const letter = await added(id);
    expect(await wordOf(host, letter)).toContain('Jawaban atas permohonan Studi Tiru');
    const other = { startsAt: '2025-12-23T09:00:00+07:00', endsAt: '2025-12-23T11:00:00+07:00' };
    await step(scene.app, host, await now(id), 'propose', other);
    expect(await wordOf(host, letter)).toContain('Selasa, 23 Desember 2025');
    const { id: refused } = await requested(scene.app, guest, times);
    const no = await added(refused);
    await step(scene.app, host, await now(refused), 'decline', { reason: 'Aula diperbaiki' });
    const declined = await wordOf(host, no);
    expect(declined).toContain('belum dapat menerima');
    expect(declined).toContain('Aula diperbaiki');
  });

  test('is written also after the host has declined, with its number at the visit', async () => {
    const { guest, host } = scene.people;
    const { id } = await requested(scene.app, guest, times);
    await step(scene.app, host, await now(id), 'decline', { reason: 'Aula diperbaiki' });
    const letter = await added(id);
    expect(await wordOf(host, letter)).toContain('Aula diperbaiki');
    const { version } = letter;
    const { body } = await scene.change(host, letter, { version, number: 'B-9' }).expect(200);
    expect([body.number, (await now(id)).letters.reply.number]).toEqual(['B-9', 'B-9']);
    await scene.send(host, body).expect(200);
  });

  test('says yes to what was agreed upon, without the telephone of the guest', async () => {
    const contact = { contactName: 'Sari', contactPhone: '081234567890' };
    const { guest, host } = scene.people;
    const { id } = await confirmed(scene.app, guest, host, { ...times, ...contact });
    const text = await wordOf(host, await added(id));
    expect(text).toContain('Persetujuan Studi Tiru');
    expect(text).not.toContain('81234567890');
  });
});

test('a statement of a host names the guests without their NIP', async () => {
  const letter = await scene.added(scene.people.host, { kind: 'surat-keterangan' });
  const text = await wordOf(scene.people.host, letter);
  expect(text).toContain('Sari');
  expect(text).not.toContain(NIP);
});

describe('the paper of a trip', () => {
  test('tells all its hosts, to its office and its Kanwil alike', async () => {
    const legs = tripBody.legs.map((leg, at) => ({
      ...leg,
      startsAt: `2025-12-1${at + 6}T09:00:00+07:00`,
      endsAt: `2025-12-1${at + 6}T11:00:00+07:00`,
    }));
    const party = [{ name: 'Sari', nip: NIP }];
    const { guest, kanwil, host } = scene.people;
    const { id } = (
      await request(scene.app.server)
        .post('/api/trips')
        .set(guest)
        .send({ ...tripBody, legs, party, draft: false })
        .expect(201)
    ).body as { id: string };
    const add = async (kind: string): Promise<Letter> =>
      (
        await request(scene.app.server)
          .post(`/api/trips/${id}/letters`)
          .set(guest)
          .send({ kind, direction: 'out' })
          .expect(201)
      ).body as Letter;
    const letter = await add('surat-tugas');
    const text = await wordOf(guest, letter);
    expect(text.match(/Melaksanakan studi tiru/g)).toHaveLength(legs.length);
    expect(text).toContain(NIP);
    expect(await wordOf(kanwil, letter)).toBe(text);
    await paper(host, letter).expect(404);
    expect((await add('surat-permohonan')).hasPaper).toBe(false);
    const page = `/perjalanan/${id}/surat/${letter.id}/unduh?format=pdf`;
    const { headers } = await get(page, guest).expect(200);
    expect(headers['content-disposition']).toContain(encodeURIComponent(`Surat tugas – ${tripBody.title}`));
  });
});
