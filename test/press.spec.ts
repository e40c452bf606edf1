import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import request from 'supertest';
import { GUEST, HOST, PressScene, QUOTE } from './support/press-scene.js';
import type { Header } from './support/visits.js';
import { wordLines } from './support/paper-texts.js';

const LONG = `/${GUEST}/panjang`;
let scene: PressScene;

beforeAll(async () => {
  scene = await PressScene.start();
});
afterAll(() => scene.app.close());

const save = (by: Header, version: number, form: object, rest = LONG) =>
  scene.post(by, rest, { version, title: 'Bapas Purwokerto Belajar di Rutan Banjarnegara', ...form });
const state = async (rest = LONG) => {
  const [, organisation, kind] = rest.split('/');
  const [row] = await scene.app.database.query<{ state: string; version: number }>(
    'SELECT state, version FROM press_text WHERE visit_id = $1 AND organisation = $2 AND kind = $3',
    [scene.visit.id, organisation, kind],
  );
  return row;
};

describe('the texts of a visit', () => {
  test('are not open before its day, and drafted from data from then on', async () => {
    await scene.open(scene.people.guest).expect(409);
    await scene.at('2025-10-30T06:00:00Z');
    const { text } = await scene.open(scene.people.guest).expect(200);
    expect(text).toContain('Draf dari data');
    const body = await scene.body(scene.people.guest, LONG);
    expect(body).toContain(
      'BANJARNEGARA, 30 Oktober 2025 – Bapas Kelas II Purwokerto melaksanakan studi tiru',
    );
    expect(body).toContain('dipimpin Kepala Bapas Kelas II Purwokerto');
    expect(body).toContain('[Hasil kunjungan belum ada');
    expect(body).toContain('(Humas Bapas Kelas II Purwokerto)');
    expect(body).not.toMatch(/08123|Sari|Budi|Tono/);
    expect(await state()).toBeUndefined();
  });

  test('are written by the own office alone, read by its Kanwil, and by the others once they are ready', async () => {
    const { guest, host, kanwil, stranger } = scene.people;
    await scene.open(host, LONG).expect(404);
    await scene.open(stranger, LONG).expect(404);
    await save(guest, 0, { body: 'Teks pertama.' }).expect(303);
    await save(kanwil, 1, { body: 'x' }).expect(403);
    await save(host, 1, { body: 'x' }).expect(404);
    expect((await scene.open(kanwil, LONG).expect(200)).text).toContain('Teks pertama.');
    await scene.open(kanwil, `${LONG}/tulis-ulang`).expect(404);
    expect((await scene.open(host).expect(200)).text).not.toContain(`siaran-pers${LONG}`);
  });

  test('keep every version, and nothing of a save that changes nothing', async () => {
    const { guest } = scene.people;
    await save(guest, 1, { body: 'Teks pertama.' }).expect(303);
    expect((await state())?.version).toBe(1);
    await save(guest, 1, { body: 'Teks kedua.' }).expect(303);
    const { text } = await save(guest, 1, { body: 'Teks orang lain.' }).expect(409);
    expect(text).toContain('Teks orang lain.');
    expect(text).toContain('Teks kedua.');
    const versions = await scene.open(guest, `${LONG}/versi`).expect(200);
    expect(versions.text).toMatch(/<del>.*pertama.*<ins>.*kedua/s);
    await scene.post(guest, `${LONG}/pulihkan`, { version: 2, before: 1 }).expect(303);
    expect(await scene.body(guest, LONG)).toBe('Teks pertama.');
    expect((await state())?.version).toBe(3);
    await scene.post(guest, `${LONG}/pulihkan`, { version: 3, before: 9 }).expect(404);
  });

  test('show what a new draft would change before it replaces', async () => {
    const { guest } = scene.people;
    const { text } = await scene.open(guest, `${LONG}/tulis-ulang`).expect(200);
    expect(text).toMatch(/<ins>/);
    expect((await state())?.version).toBe(3);
    await scene.post(guest, `${LONG}/tulis-ulang`, { version: 2 }).expect(409);
    await scene.post(guest, `${LONG}/tulis-ulang`, { version: 3 }).expect(303);
    expect(await scene.body(guest, LONG)).toContain('BANJARNEGARA, 30 Oktober 2025');
  });

  test('are not stored empty, and what was typed stays', async () => {
    const { version = 0 } = (await state()) ?? {};
    const { text } = await save(scene.people.guest, version, { title: '', body: 'Tetap ada' }).expect(422);
    expect(text).toContain('Tetap ada');
  });
});

describe('a quote', () => {
  const quote = (words: string, agrees = true, version = 1) => ({
    ...{ words, version, speaker: 'Bambang Sudarsono', position: 'Kepala Bapas Kelas II Purwokerto' },
    ...(agrees && { agrees: 'ya' }),
  });
  const link = (path: string, form?: object) =>
    form
      ? request(scene.app.server).post(path).set('accept', 'text/html').type('form').send(form)
      : request(scene.app.server).get(path).set('accept', 'text/html');

  test('is asked for by mail, with a link that makes those before it useless', async () => {
    const { guest, host, stranger } = scene.people;
    await scene.post(stranger, `/kutipan/${HOST}/surel`, {}).expect(404);
    await scene.post(guest, `/kutipan/${HOST}/pesan`, {}).expect(403);
    await scene.post(guest, `/kutipan/${GUEST}/surel`, {}).expect(303);
    await scene.post(host, `/kutipan/${GUEST}/surel`, {}).expect(303);
    await scene.post(host, `/kutipan/${GUEST}/surel`, {}).expect(429);
    const [older, newest] = await scene.mailedLinks();
    expect(newest?.email).toBe('kepala@tamu.test');
    await link(older?.path ?? '').expect(410);
    const { text } = await link(newest?.path ?? '').expect(200);
    expect(text).toContain('Saya setuju kutipan ini dimuat');
    await link('/kutipan/tidak-ada').expect(404);
    const message = await scene.post(guest, `/kutipan/${GUEST}/pesan`, {}).expect(200);
    expect(message.text).toMatch(/\/kutipan\/[\w-]{43}/);
    await link(newest?.path ?? '').expect(410);
  });

  test('is written and approved by the head alone, and may be refused', async () => {
    const { guest, guestHead } = scene.people;
    await scene.open(guest, `/kutipan/${GUEST}`).expect(404);
    await scene.post(guest, `/kutipan/${GUEST}`, quote(QUOTE)).expect(404);
    const message = await scene.post(guest, `/kutipan/${GUEST}/pesan`, {}).expect(200);
    const [path = ''] = /\/kutipan\/[\w-]{43}/.exec(message.text) ?? [];
    await link(path, quote('', true)).expect(422);
    await link(path, quote(QUOTE, false)).expect(303);
    expect((await scene.open(guest).expect(200)).text).toContain('belum disetujui');
    expect(await scene.body(guest, '/bapas-purwokerto/pendek')).not.toContain('ujar');
    await link(path, quote(QUOTE, true, 1)).expect(409);
    await link(path, quote(QUOTE, true, 2)).expect(303);
    expect(await scene.body(guest, '/bapas-purwokerto/pendek')).toContain(
      '“Yang kami bawa pulang adalah cara memulai dari lahan kecil,” ujar Kepala Bapas',
    );
    await scene.open(guestHead, `/kutipan/${GUEST}`).expect(200);
    scene.app.clock.set(new Date('2025-11-20T06:00:00Z'));
    await link(path).expect(410);
    await scene.at('2025-10-30T07:00:00Z');
  });
});

describe('a text that is ready', () => {
  const READY = [
    'BANJARNEGARA, 30 Oktober 2025 – Bapas Kelas II Purwokerto belajar kehumasan dan ketahanan pangan di Rutan Kelas IIB Banjarnegara.',
    `Empat orang ikut, dan 12 kilogram sayur dipanen. “${QUOTE}” ujar Kepala Bapas, Bambang Sudarsono.`,
    'Kegiatan ini mendukung 13 Program Akselerasi poin 2.',
  ].join('\n\n');
  const points = ['narasi', 'demi-siapa', 'fakta', 'wajah'];
  const version = async (): Promise<number> => (await state())?.version ?? 0;
  const tick = async () => {
    for (const point of points) {
      await scene
        .post(scene.people.guest, `${LONG}/periksa`, { seen: await version(), point, says: 'ya' })
        .expect(303);
    }
  };
  const makeReady = async () => {
    await tick();
    await scene.post(scene.people.guestHead, `${LONG}/setujui`, { seen: await version() }).expect(303);
    await scene.post(scene.people.guest, `${LONG}/siap`, { version: await version() }).expect(303);
  };

  test('was approved by the head, and all of its points hold', async () => {
    const { guest, guestHead, host } = scene.people;
    await save(guest, await version(), { body: `${READY}\n\nHubungi 081234567890.` }).expect(303);
    await tick();
    await scene.post(guest, `${LONG}/siap`, { version: await version() }).expect(409);
    await scene.post(guest, `${LONG}/setujui`, { seen: await version(), approver: '' }).expect(422);
    await scene.post(guestHead, `${LONG}/setujui`, { seen: await version() }).expect(303);
    await scene.post(guest, `${LONG}/siap`, { version: await version() }).expect(409);
    await scene
      .post(guest, `${LONG}/periksa`, { seen: await version(), point: 'kontak', says: 'ya', reason: 'x' })
      .expect(422);
    await save(guest, await version(), { body: READY }).expect(303);
    expect((await state())?.state).toBe('draft');
    await makeReady();
    expect((await state())?.state).toBe('ready');
    expect((await scene.open(host, LONG).expect(200)).text).toContain('Siap dibagikan');
    await save(host, await version(), { body: 'x' }).expect(403);
  });

  test('is a draft again once it is changed, or what it quotes is', async () => {
    const { guest, guestHead, host } = scene.people;
    await save(guest, await version(), { body: `${READY} Sekian.` }).expect(303);
    expect((await state())?.state).toBe('draft');
    await scene.open(host, LONG).expect(404);
    await makeReady();
    const words = { speaker: 'Bambang Sudarsono', position: 'Kepala Bapas', agrees: 'ya' };
    await scene
      .post(guestHead, `/kutipan/${GUEST}`, { ...words, words: 'Lain sekali.', version: 3 })
      .expect(303);
    expect((await state())?.state).toBe('draft');
    expect((await scene.open(guest, LONG)).text).toContain('Kutipan ini belum disetujui');
    await scene.post(guestHead, `/kutipan/${GUEST}`, { ...words, words: QUOTE, version: 4 }).expect(303);
  });

  test('takes a reason where a rule may be waived, and an approval that somebody wrote down', async () => {
    const { guest } = scene.people;
    await save(guest, await version(), { body: `${READY} Jangan gagal.` }).expect(303);
    const said = { seen: await version(), point: 'kata-positif', says: 'ya' };
    await scene.post(guest, `${LONG}/periksa`, { ...said, reason: '' }).expect(422);
    await scene.post(guest, `${LONG}/periksa`, { ...said, reason: 'Ajakan, bukan tuduhan' }).expect(303);
    await tick();
    await scene
      .post(guest, `${LONG}/setujui`, { seen: await version(), approver: 'Bambang Sudarsono' })
      .expect(303);
    await scene.post(guest, `${LONG}/siap`, { version: await version() }).expect(303);
    expect((await scene.open(guest, LONG)).text).toContain('Disetujui Bambang Sudarsono');
    await scene.post(guest, `${LONG}/periksa`, { ...said, says: 'tidak' }).expect(409);
    await scene.post(guest, `${LONG}/tarik`, { version: await version() }).expect(303);
    expect((await state())?.state).toBe('draft');
  });
});

describe('what is taken away', () => {
  test('has the photos with their captions, and leaves out one that was removed', async () => {
    const { guest } = scene.people;
    const photo = await scene.photo(guest, 'Kebun sayur');
    const version = (await state())?.version ?? 0;
    await save(guest, version, {
      body: 'Satu.\n\nDua.',
      photos: photo,
      [`caption-${photo}`]: 'Kebun, hijau',
    }).expect(303);
    const file = async () => {
      const { body } = await scene
        .open(guest, `${LONG}/unduh?format=docx`)
        .buffer(true)
        .parse((answer, done) => {
          const parts: Buffer[] = [];
          answer.on('data', (part: Buffer) => parts.push(part));
          answer.on('end', () => done(null, Buffer.concat(parts)));
        })
        .expect(200);
      return body as Buffer;
    };
    expect(wordLines(await file()).filter(Boolean)).toEqual([
      'Bapas Purwokerto Belajar di Rutan Banjarnegara',
      'Satu.',
      'Dua.',
      'Kebun, hijau',
    ]);
    const plain = await scene.open(guest, `${LONG}/unduh?format=txt`).expect(200);
    expect(plain.text).toBe('Bapas Purwokerto Belajar di Rutan Banjarnegara\n\nSatu.\n\nDua.\n');
    await request(scene.app.server)
      .delete(`/api/visits/${scene.visit.id}/entries/${photo}`)
      .set(guest)
      .expect(204);
    expect(wordLines(await file())).not.toContain('Kebun, hijau');
    expect((await scene.open(guest, LONG)).text).toContain('tidak lagi boleh keluar');
  });

  test('opens in WhatsApp, and can be copied without script', async () => {
    const { text } = await scene.open(scene.people.guest, `/${GUEST}/laporan-wa`).expect(200);
    expect(text).toMatch(
      /href="https:\/\/wa\.me\/\?text=\*Laporan|href="https:\/\/wa\.me\/\?text=%2ALaporan/,
    );
    expect(text).toMatch(/<textarea[^>]*readonly[^>]*data-copy/i);
  });
});
