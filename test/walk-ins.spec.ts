import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import request from 'supertest';
import { doorScene, person, type DoorScene } from './support/door-scene.js';
import { signedIn } from './support/people.js';
import type { ShownVisit } from './support/visits.js';

let scene: DoorScene;

beforeAll(async () => {
  scene = await doorScene();
});
afterAll(() => scene.app.close());
beforeEach(() => scene.app.clock.set(new Date('2025-10-20T01:00:00Z')));

describe('The code on paper', () => {
  test('is good in the hours of the visit, and says so', async () => {
    await scene.begin([person('Sari')]);
    const { text } = await scene.open(scene.door('qr-cetak'), scene.host).expect(200);
    expect(text).toContain('pukul 08.00–13.00 WIB');
    const path = await scene.codeOf('qr-cetak');
    await scene.open(path).expect(200);
    scene.at('07:50');
    await scene.open(path).expect(410);
    scene.at('12:59');
    await scene.open(path).expect(200);
    scene.at('13:30');
    await scene.open(path).expect(410);
  });

  test('is taken down by an officer', async () => {
    await scene.begin([person('Sari')]);
    const path = await scene.codeOf('qr-cetak');
    await scene.post(scene.door('qr-cetak'), { terima: 'tidak' }, scene.stranger).expect(404);
    await scene.post(scene.door('qr-cetak'), { terima: 'tidak' }, scene.host).expect(303);
    await scene.open(path).expect(410);
    expect((await scene.open(scene.door('qr-cetak'), scene.host)).text).not.toContain('data:image');
    await scene.post(scene.door('qr-cetak'), { terima: 'ya' }, scene.host).expect(303);
    await scene.open(path).expect(200);
  });
});

describe('Who came unasked', () => {
  const unasked = (session: string, more: object = {}) => ({
    ...{ id: randomUUID(), session, name: 'Joko', office: 'Dinas Pertanian', side: 'invited' },
    phone: '0812 3456 789',
    ...more,
  });

  test('is there at once, and reached once an officer has looked', async () => {
    await scene.begin([person('Sari')]);
    const { path, session } = await scene.scan();
    const form = unasked(session, { email: 'Joko@Dinas.test' });
    const answers = await Promise.all([1, 2].map(() => scene.post(`${path}/baru`, form)));
    expect(answers.map(({ status }) => status)).toEqual([303, 303]);
    expect(await scene.attendance()).toEqual({ Joko: 'present', Sari: null });
    const joko = async () => {
      const { body } = await request(scene.app.server)
        .get(`/api/visits/${scene.visit.id}`)
        .set(scene.host)
        .expect(200);
      return (body as ShownVisit).participants.find(({ name }) => name === 'Joko');
    };
    expect(await joko()).toMatchObject({ walkIn: 'waits', email: null, phone: null });
    await scene.app.settle();
    const mails = () =>
      scene.app.database.query('SELECT 1 FROM mail WHERE recipient_email = $1', ['joko@dinas.test']);
    expect(await mails()).toEqual([]);
    const list = await scene.open(scene.door('tambahan'), scene.host).expect(200);
    expect(list.text).toContain('+628123456789');
    await scene.open(scene.door('tambahan'), scene.stranger).expect(404);
    await scene.post(scene.door(`tambahan/${form.id}`), { aksi: 'terima' }, scene.host).expect(303);
    expect(await joko()).toMatchObject({ walkIn: 'seen', email: 'joko@dinas.test', phone: '+628123456789' });
    expect((await scene.open(scene.door('tambahan'), scene.host)).text).toContain('Tidak ada yang menunggu');
  });

  test('names a way to be reached, is not somebody listed, and few come by one telephone', async () => {
    await scene.begin([person('Sari', { office: 'Bapas', phone: '08111' + '111111' })]);
    const { path, session } = await scene.scan();
    const bare = await scene.post(`${path}/baru`, unasked(session, { phone: '' }));
    expect(bare.status).toBe(422);
    expect(bare.text).toContain('Isi nomor telepon atau alamat surel');
    const made = await Promise.all(
      [1, 2, 3, 4, 5, 6].map((number) =>
        scene.post(`${path}/baru`, unasked(session, { name: `Joko ${number}` })),
      ),
    );
    expect(made.map(({ status }) => status).sort()).toEqual([303, 303, 303, 303, 303, 429]);
    const ids = (await scene.rows()).filter(({ name }) => name.startsWith('Joko'));
    expect(ids).toHaveLength(5);
  });

  test('is taken off the list where nobody knows the person', async () => {
    await scene.begin([person('Sari')]);
    const { path, session } = await scene.scan();
    const form = unasked(session);
    await scene.post(`${path}/baru`, form).expect(303);
    await scene.post(scene.door(`tambahan/${scene.idOf('Sari')}`), { aksi: 'hapus' }, scene.host).expect(404);
    await scene.post(scene.door(`tambahan/${form.id}`), { aksi: 'hapus' }, scene.host).expect(303);
    expect(await scene.attendance()).toEqual({ Sari: null });
  });
});

describe('A signature by finger', () => {
  const strokes = '[[[10,20],[300,40],[500,60],[700,300]]]';

  test('stands in the attendance list where the host wants it, as lines alone', async () => {
    await scene.begin([person('Sari')]);
    const signing = scene.door(`tanda-tangan/${scene.idOf('Sari')}`);
    await scene.post(signing, { aksi: 'simpan', strokes }, scene.host).expect(409);
    const { body } = await request(scene.app.server)
      .get('/api/units/rutan-banjarnegara')
      .set(scene.host)
      .expect(200);
    const { version } = body as { version: number };
    const settings = { version, hostingPolicy: { takesSignatures: true, lateMinutes: 30 } };
    const head = await signedIn(scene.app, {
      email: 'kepala@tuan.test',
      role: 'unit-head',
      unit: 'rutan-banjarnegara',
    });
    await request(scene.app.server)
      .patch('/api/units/rutan-banjarnegara')
      .set(head)
      .send(settings)
      .expect(200);
    await scene.post(signing, { aksi: 'simpan', strokes: '[["</svg><script>"]]' }, scene.host).expect(422);
    await scene.post(signing, { aksi: 'simpan', strokes }, scene.stranger).expect(404);
    await scene.post(signing, { aksi: 'simpan', strokes }, scene.host).expect(303);
    const list = await scene.open(`/kunjungan/${scene.visit.id}/daftar-hadir`, scene.guest).expect(200);
    expect(list.text).toContain('M10 20L300 40L500 60L700 300');
    await scene.post(signing, { aksi: 'hapus' }, scene.host).expect(303);
    const bare = await scene.open(`/kunjungan/${scene.visit.id}/daftar-hadir`, scene.guest).expect(200);
    expect(bare.text).not.toContain('M10 20L300');
  });

  test('and somebody is late by the host’s own minutes', async () => {
    await scene.begin([person('Sari')]);
    scene.at('09:29');
    const { path, session } = await scene.scan();
    await scene
      .post(`${path}/nama`, { id: randomUUID(), session, participant: scene.idOf('Sari') })
      .expect(303);
    expect(await scene.attendance()).toEqual({ Sari: 'present' });
  });
});
