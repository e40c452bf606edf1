import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import request from 'supertest';
import { api } from './support/api-client.js';
import { GUEST, LetterScene, NIP, OF_SIGNER, type Letter } from './support/letter-scene.js';

const MASKED = '***************001';

let scene: LetterScene;

beforeAll(async () => {
  scene = await LetterScene.start();
});
beforeEach(() => scene.newVisit());
afterAll(() => scene.app.close());

describe('a letter of a party', () => {
  test('is read by its office and the Kanwil, and by the others once it was sent', async () => {
    const letter = await scene.added(scene.people.guest);
    const readers = async () => {
      const all = [scene.people.guest, scene.people.host, scene.people.kanwil, scene.admin];
      return Promise.all(all.map(async (as) => (await scene.register(as)).length));
    };
    expect(await readers()).toEqual([1, 0, 1, 0]);
    await scene.send(scene.people.host, letter).expect(404);
    expect((await scene.send(scene.people.guest, letter).expect(200)).body.sentAt).not.toBeNull();
    expect(await readers()).toEqual([1, 1, 1, 0]);
    await api(scene.app)
      .get('/api/visits/{id}/letters', { as: scene.people.stranger, path: { id: scene.visit.id } })
      .expect(404);
  });

  test('is written by its own people alone', async () => {
    await scene.add(scene.people.kanwil).expect(403);
    await scene.add(scene.people.host, { organisation: GUEST }).expect(403);
    const letter = await scene.added(scene.people.guest);
    await scene.change(scene.people.kanwil, letter, { version: 1, subject: 'Lain' }).expect(403);
    await scene.change(scene.people.host, letter, { version: 1, subject: 'Lain' }).expect(404);
    await scene.change(scene.people.guest, letter, { version: 1, subject: 'Lain' }).expect(200);
    await scene.change(scene.people.guest, letter, { version: 1, subject: 'Lagi' }).expect(409);
  });

  test('has what its office says of new letters, and tells the history', async () => {
    expect(await scene.added(scene.people.guest)).toMatchObject({
      classification: 'PK.01.08',
      copies: ['Kepala Kanwil'],
      nature: 'biasa',
    });
    const { text } = await scene.page(scene.people.guest);
    expect(text).toContain('mencatat surat');
    expect(text).toContain('Surat: “Surat tugas”');
  });

  test('stays as it is once it was sent', async () => {
    const sent = (await scene.send(scene.people.guest, await scene.added(scene.people.guest)).expect(200))
      .body;
    await scene.change(scene.people.guest, sent, { version: sent.version, subject: 'Lain' }).expect(409);
    await scene.remove(scene.people.guest, sent).expect(409);
  });
});

describe('number and date of the letters that a visit names', () => {
  test('stand once: at the visit', async () => {
    const letter = await scene.added(scene.people.guest, { number: 'B-1', datedOn: '2025-10-20' });
    expect((await scene.shownVisit()).letters.assignment).toEqual({ number: 'B-1', date: '2025-10-20' });
    const { version } = await scene.shownVisit();
    const edit = { version, assignmentLetterNumber: 'B-2' };
    await api(scene.app)
      .patch('/api/visits/{id}', { as: scene.people.guest, path: { id: scene.visit.id }, body: edit })
      .expect(200);
    expect((await scene.register(scene.people.guest))[0]).toMatchObject({
      id: letter.id,
      number: 'B-2',
      datedOn: '2025-10-20',
    });
    await scene.change(scene.people.guest, letter, { version: 1, number: 'B-3' }).expect(200);
    expect((await scene.shownVisit()).letters.assignment.number).toBe('B-3');
    expect(
      await scene.app.database.query('SELECT number, dated_on FROM letter WHERE id = $1', [letter.id]),
    ).toEqual([{ number: '', dated_on: null }]);
  });

  test('are told on the register before there is a line, and taken over by it', async () => {
    const edit = { version: (await scene.shownVisit()).version, requestLetterNumber: 'P-9' };
    await api(scene.app)
      .patch('/api/visits/{id}', { as: scene.people.guest, path: { id: scene.visit.id }, body: edit })
      .expect(200);
    expect((await scene.page(scene.people.guest, '/surat')).text).toContain('P-9');
    expect((await scene.added(scene.people.guest, { kind: 'surat-permohonan' })).number).toBe('P-9');
  });

  test('of a second letter of the kind are its own', async () => {
    await scene.added(scene.people.guest, { number: 'B-1' });
    expect((await scene.added(scene.people.guest, { number: 'B-2' })).number).toBe('B-2');
    expect((await scene.shownVisit()).letters.assignment.number).toBe('B-1');
  });
});

describe('what was true on the day', () => {
  test('stays when people and the office change, until somebody writes it down anew', async () => {
    const letter = await scene.added(scene.people.guest, { datedOn: '2025-10-20' });
    const before = { letterhead: ['KOP LAMA'], name: 'Bapas Kelas II Purwokerto' };
    expect(letter.snapshot).toMatchObject({
      office: before,
      signer: { name: 'Agus', position: 'Kepala Bapas' },
      party: [{ name: 'Sari', rank: 'Penata (III/c)', position: 'Kasubsi' }],
    });
    await scene.app.database.query(
      `UPDATE office_paper SET letterhead = '{KOP BARU}' WHERE organisation = $1`,
      [GUEST],
    );
    await scene.app.database.query(
      `UPDATE visit_participant SET rank = 'Pembina (IV/a)' WHERE visit_id = $1`,
      [scene.visit.id],
    );
    expect((await scene.register(scene.people.guest))[0]?.snapshot).toEqual(letter.snapshot);
    await scene.change(scene.people.guest, letter, { version: 1, renews: true }).expect(200);
    expect((await scene.register(scene.people.guest))[0]?.snapshot).toMatchObject({
      office: { letterhead: ['KOP BARU'] },
      party: [{ rank: 'Pembina (IV/a)' }],
    });
    await scene.app.database.query(
      `UPDATE office_paper SET letterhead = '{KOP LAMA}' WHERE organisation = $1`,
      [GUEST],
    );
  });

  test('shows each NIP masked in the API, on pages and in the history, and whole by a press that is noted down', async () => {
    const letter = await scene.added(scene.people.guest);
    const texts = [
      (await scene.page(scene.people.guest)).text,
      (await scene.page(scene.people.guest, '/surat')).text,
      JSON.stringify(await scene.register(scene.people.guest)),
      JSON.stringify(
        (
          await api(scene.app)
            .get('/api/visits/{id}/history', { as: scene.people.guest, path: { id: scene.visit.id } })
            .expect(200)
        ).body,
      ),
    ];
    expect(texts.filter((text) => text.includes(NIP) || text.includes(OF_SIGNER))).toEqual([]);
    expect(letter.snapshot.party[0]?.nip).toBe(MASKED);
    expect((await scene.post(scene.people.guest, `/${letter.id}/nip`, {}).expect(200)).text).toContain(
      `NIP ${OF_SIGNER}`,
    );
    const looks = await scene.app.database.query<{ whose: string }>(
      'SELECT whose FROM nip_look WHERE visit_id = $1 ORDER BY whose',
      [scene.visit.id],
    );
    expect(looks).toEqual([{ whose: 'Agus' }, { whose: 'Sari' }]);
    await scene.send(scene.people.guest, letter).expect(200);
    await api(scene.app)
      .post('/api/letters/{id}/nip-looks', { as: scene.people.host, path: { id: letter.id } })
      .expect(403);
    const { items } = (
      await api(scene.app)
        .post('/api/letters/{id}/nip-looks', { as: scene.people.kanwil, path: { id: letter.id } })
        .expect(200)
    ).body;
    expect(items.map(({ nip }) => nip)).toEqual([OF_SIGNER, NIP]);
  });
});

describe('the pages', () => {
  test('write, change, send and take away', async () => {
    const says = { number: 'U-1', datedOn: '24 Okt 2025', nature: 'segera' };
    await scene.post(scene.people.host, '', { kind: 'undangan', direction: 'out', ...says }).expect(303);
    const [letter] = await scene.register(scene.people.host);
    expect(letter).toMatchObject({
      number: 'U-1',
      datedOn: '2025-10-24',
      nature: 'segera',
      organisation: 'rutan-banjarnegara',
    });
    await scene
      .post(scene.people.host, `/${letter?.id}`, { ...says, version: 1, subject: 'Undangan' })
      .expect(303);
    await scene.post(scene.people.host, `/${letter?.id}/hapus`, { version: 1 }).expect(409);
    await scene.post(scene.people.host, `/${letter?.id}/hapus`, { version: 2 }).expect(303);
    expect(await scene.register(scene.people.host)).toEqual([]);
  });

  test('attach files of the visit alone', async () => {
    const letter = await scene.added(scene.people.guest);
    const file = await request(scene.app.server)
      .post(`/api/visits/${scene.visit.id}/files`)
      .set(scene.people.guest)
      .attach('file', Buffer.from('%PDF-1.7 surat'), 'surat.pdf')
      .expect(201);
    const { id: signedFile } = file.body as { id: string };
    await scene.change(scene.people.guest, letter, { version: 1, signedFile: scene.visit.id }).expect(422);
    await scene
      .post(scene.people.guest, `/${letter.id}/lampirkan`, { version: 1, signedFile, generatedFile: '' })
      .expect(303);
    const [stored] = await scene.register(scene.people.guest);
    expect(stored).toMatchObject({ signedFile, generatedFile: null, version: 2 });
    expect((await scene.send(scene.people.guest, stored as Letter).expect(200)).body.sentAt).not.toBeNull();
  });
});
