import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import request from 'supertest';
import { api } from './support/api-client.js';
import { tripBody } from './support/example-bodies.js';
import { assignment, LetterScene, NIP } from './support/letter-scene.js';
import type { Header } from './support/visits.js';

const MASKED = '***************001';

let scene: LetterScene;

beforeAll(async () => {
  scene = await LetterScene.start();
});
beforeEach(() => scene.newVisit());
afterAll(() => scene.app.close());

describe('the numbers of an office', () => {
  const last = async (): Promise<number> => {
    const [row] = await scene.app.database.query<{ last: number }>(
      'SELECT last FROM letter_counter WHERE year = 2025',
    );
    return row?.last ?? 0;
  };

  test('are without gaps and doubles, however many ask at once', async () => {
    const before = await last();
    const asked = Array.from({ length: 8 }, () =>
      scene.added(scene.people.guest, { kind: 'lain', draws: true, datedOn: '2025-10-24' }),
    );
    const numbers = (await Promise.all(asked)).map(({ number }) => number);
    const expected = Array.from({ length: 8 }, (_, at) => `WP.13.PAS.7-${before + at + 1}/PK.01.08/X/2025`);
    expect(numbers.toSorted()).toEqual(expected.toSorted());
  });

  test('are not used up by what is refused, and begin anew with a year', async () => {
    const before = await last();
    await scene
      .add(scene.people.guest, {
        draws: true,
        datedOn: '2025-10-24',
        organisation: 'rutan-banjarnegara',
      })
      .expect(403);
    await scene.add(scene.people.host, { draws: true }).expect(422);
    expect(await last()).toBe(before);
    const { number } = await scene.added(scene.people.guest, {
      kind: 'lain',
      draws: true,
      datedOn: '2026-01-02',
    });
    expect(number).toBe('WP.13.PAS.7-1/PK.01.08/I/2026');
  });

  test('stay with their letter: the last alone is given back', async () => {
    const draw = () => scene.added(scene.people.guest, { draws: true, datedOn: '2025-10-24' });
    const [first, second] = [await draw(), await draw()];
    expect((await scene.shownVisit()).letters.assignment.number).toBe(first.number);
    await scene.change(scene.people.guest, first, { version: 1, number: 'X' }).expect(409);
    await scene.remove(scene.people.guest, first).expect(409);
    const before = await last();
    await scene.remove(scene.people.guest, second).expect(204);
    expect(await last()).toBe(before - 1);
    await scene.remove(scene.people.guest, first).expect(204);
    expect(await scene.register(scene.people.guest)).toEqual([]);
    expect((await scene.shownVisit()).letters.assignment.number).toBeNull();
  });
});

test('a trip has one register, which each host reads once a letter was sent', async () => {
  const party = [{ name: 'Sari', nip: NIP }];
  const legs = tripBody.legs.map((leg, at) => ({
    ...leg,
    startsAt: `2025-12-1${at}T09:00:00+07:00`,
    endsAt: `2025-12-1${at}T11:00:00+07:00`,
  }));
  const made = await request(scene.app.server)
    .post('/api/trips')
    .set(scene.people.guest)
    .send({ ...tripBody, legs, party, draft: false })
    .expect(201);
  const id = (made.body as { id: string }).id;
  const path = { id };
  const letter = (
    await api(scene.app)
      .post('/api/trips/{id}/letters', { as: scene.people.guest, path, body: assignment })
      .expect(201)
  ).body;
  expect(letter.snapshot.party).toMatchObject([{ name: 'Sari', nip: MASKED }]);
  const read = async (as: Header) =>
    (await api(scene.app).get('/api/trips/{id}/letters', { as, path }).expect(200)).body.items;
  expect(await read(scene.people.host)).toEqual([]);
  expect(await read(scene.people.kanwil)).toHaveLength(1);
  await api(scene.app)
    .post('/api/trips/{id}/letters', { as: scene.people.host, path, body: assignment })
    .expect(403);
  await scene.send(scene.people.guest, letter).expect(200);
  expect(await read(scene.people.host)).toHaveLength(1);
  const [leg] = await scene.app.database.query<{ id: string }>(
    `SELECT v.id FROM trip_leg l JOIN visit v ON v.id = l.visit_id WHERE l.trip_id = $1 AND v.host_unit = 'rutan-banjarnegara'`,
    [id],
  );
  scene.visit = { ...scene.visit, id: leg?.id ?? '' };
  expect(await scene.register(scene.people.host)).toMatchObject([
    { id: letter.id, isOfTrip: true, mayChange: false },
  ]);
  const { text } = await request(scene.app.server)
    .get(`/perjalanan/${id}/surat`)
    .set(scene.people.guest)
    .set('accept', 'text/html')
    .expect(200);
  expect(text).toContain('Surat tugas');
});
