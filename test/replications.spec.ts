import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startApp, type TestApp } from './support/app.js';
import {
  followUpScene,
  refusal,
  type FollowUpScene,
  type ShownFollowUp as Shown,
} from './support/follow-ups.js';
import { publishedNote } from './support/notes.js';
import type { Header } from './support/visits.js';
import { api } from './support/api-client.js';

let app: TestApp;
let people: FollowUpScene;
let note: string;
const send: FollowUpScene['send'] = (...given) => people.send(...given);
const show: FollowUpScene['show'] = (...given) => people.show(...given);
const promised: FollowUpScene['promised'] = (...given) => people.promised(...given);
const done: FollowUpScene['done'] = (...given) => people.done(...given);

beforeAll(async () => {
  app = await startApp();
  people = await followUpScene(app);
  note = await published();
});
afterAll(() => app.close());

const published = (title = 'Kebun rutan-banjarnegara'): Promise<string> =>
  publishedNote(app, people.host, people.kanwil, {
    ...{ unit: 'rutan-banjarnegara', title, context: 'a', whatWasDone: 'b', result: 'c', howToCopy: 'd' },
  });
/** A note that nobody but its unit may read. */
const drafted = async (): Promise<string> => {
  const body = { unit: 'rutan-banjarnegara', title: 'Draf' };
  const answer = await api(app).post('/api/notes', { as: people.host, body }).expect(201);
  return answer.body.id;
};

const told = { practice: 'Demplot sayuran', since: '2025-10-01', result: 'Panen pertama 12 kg' };

describe('a replication', () => {
  test('is confirmed by the other unit, with its practice, and withdrawn with a reason', async () => {
    const { id } = await done();
    const given = { version: 2, note, since: '2025-10-01', result: 'Panen pertama' };
    await send(people.guest, `/${id}/replication`, given).expect(403);
    await send(people.stranger, `/${id}/replication`, given).expect(404);
    await send(people.admin, `/${id}/replication`, given).expect(403);
    const confirmed = (await send(people.host, `/${id}/replication`, given).expect(201)).body as Shown;
    expect(confirmed.replication).toMatchObject({
      note,
      practice: 'Kebun rutan-banjarnegara',
      fromUnit: 'rutan-banjarnegara',
      since: '2025-10-01',
      result: 'Panen pertama',
    });
    expect(confirmed.allowedActions).toEqual(['comment', 'withdraw-replication']);
    expect(refusal(await send(people.kanwil, `/${id}/replication`, { ...given, version: 3 }))).toEqual([
      409,
      'replication-stands',
    ]);
    const back = await api(app).patch('/api/follow-ups/{id}', {
      as: people.guest,
      path: { id },
      body: { version: 3, state: 'in-progress' },
    });
    expect(refusal(back)).toEqual([409, 'replication-stands']);
    expect(
      refusal(await send(people.kanwil, `/${id}/replication/withdraw`, { version: 3, reason: '' })),
    ).toEqual([422, 'withdrawal-reason-needed']);
    await send(people.kanwil, `/${id}/replication/withdraw`, { version: 3, reason: 'Keliru' }).expect(200);
    const shown = await show(id);
    expect(shown).toMatchObject({ replication: null, version: 4, state: 'done' });
    expect(shown.history.map(({ action }) => action)).toEqual([
      'promised',
      'moved',
      'replication-confirmed',
      'replication-withdrawn',
    ]);
    expect(
      refusal(await send(people.host, `/${id}/replication/withdraw`, { version: 4, reason: 'x' })),
    ).toEqual([409, 'replication-missing']);
  });

  test.each([
    ['no practice', { practice: ' ' }, 'replication-incomplete'],
    ['no result', { result: '' }, 'replication-incomplete'],
    ['a day ahead', { since: '2025-10-21' }, 'replication-since-ahead'],
    ['a note that is none', { note: '7c9e6679-7425-40de-944b-e07fc1f90ae7' }, 'practice-unknown'],
  ])('is not confirmed with %s', async (_, over, code) => {
    const { id } = await done();
    const answer = await send(people.kanwil, `/${id}/replication`, { version: 2, ...told, ...over });
    expect(refusal(answer)).toEqual([422, code]);
  });

  test('is only of what is done', async () => {
    const { id } = await promised();
    expect(refusal(await send(people.host, `/${id}/replication`, { version: 1, ...told }))).toEqual([
      409,
      'replication-needs-done',
    ]);
  });

  test('of two at the same moment one stands', async () => {
    const { id } = await done();
    const answers = await Promise.all(
      [people.host, people.kanwil].map((by) => send(by, `/${id}/replication`, { version: 2, ...told })),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409]);
  });
});

describe('the lineage of a practice', () => {
  test('shows everybody what was confirmed, and what is on its way to those who may see it', async () => {
    const practice = await published('Silsilah');
    const first = await done({ note: practice });
    const given = { version: 2, note: practice, since: '2025-10-02', result: 'Panen' };
    await send(people.kanwil, `/${first.id}/replication`, given).expect(201);
    await promised({ note: practice });
    const read = async (by: Header) =>
      (
        await api(app)
          .get('/api/notes/{id}/lineage', { as: by, path: { id: practice } })
          .expect(200)
      ).body;
    const seen = await read(people.guest);
    expect(seen.steps.map(({ confirmed, toUnit, since }) => [confirmed, toUnit, since])).toEqual([
      [true, 'bapas-purwokerto', '2025-10-02'],
      [false, 'bapas-purwokerto', null],
    ]);
    expect(seen.steps[0]?.followUp).toBe(first.id);
    const strange = await read(people.stranger);
    expect(strange.steps).toHaveLength(1);
    expect(strange.steps[0]?.followUp).toBeNull();
    const draft = await drafted();
    await api(app)
      .get('/api/notes/{id}/lineage', { as: people.guest, path: { id: draft } })
      .expect(404);
  });
});

describe('the schema refuses by itself', () => {
  const insert = (id: string, over: Partial<Record<'practice' | 'result' | 'since' | 'to', string>> = {}) =>
    app.database.query(
      `INSERT INTO replication (id, follow_up_id, practice, from_unit, to_unit, since, result, confirmed_by,
         confirmed_name, confirmed_at)
       SELECT gen_random_uuid(), $1, $2, 'rutan-banjarnegara', $3, $4, $5, p.id, p.name, '2025-10-20T01:00:00Z'
       FROM person p LIMIT 1`,
      [
        id,
        over.practice ?? 'Demplot',
        over.to ?? 'bapas-purwokerto',
        over.since ?? '2025-10-20',
        over.result ?? 'Panen',
      ],
    );

  test.each([
    [{ practice: '' }, 'replication_practice_check'],
    [{ result: '' }, 'replication_result_check'],
    [{ since: '2025-10-21' }, 'replication_since_check'],
    [{ to: 'rutan-banjarnegara' }, 'replication_units_check'],
  ])('a replication with %p', async (over, constraint) => {
    const { id } = await done();
    await expect(insert(id, over)).rejects.toMatchObject({ driverError: { constraint } });
  });

  test('a replication of what is not done, a second one, and taking up what is replicated', async () => {
    const open = await promised();
    await expect(insert(open.id)).rejects.toMatchObject({
      driverError: { constraint: 'replication_done_fkey' },
    });
    const { id } = await done();
    await insert(id);
    await expect(insert(id)).rejects.toMatchObject({
      driverError: { constraint: 'replication_follow_up_key' },
    });
    const reopen = `UPDATE follow_up SET state = 'open', done_at = NULL WHERE id = $1`;
    await expect(app.database.query(reopen, [id])).rejects.toMatchObject({
      driverError: { constraint: 'replication_done_fkey' },
    });
  });

  test.each([
    ['due_on = due_on', 'follow_up_history_later_check', '2025-11-14', 'x'],
    ['no reason', 'follow_up_history_reason_check', '2025-11-01', ''],
  ])('a postponement with %s', async (_, constraint, fromDueOn, reason) => {
    const { id } = await promised();
    await expect(
      app.database.query(
        `INSERT INTO follow_up_history (follow_up_id, version, at, actor_id, actor_name, action, from_state, to_state,
           from_due_on, due_on, reason)
         SELECT $1, 9, now(), p.id, p.name, 'postponed', 'open', 'open', $2, '2025-11-14', $3 FROM person p LIMIT 1`,
        [id, fromDueOn, reason],
      ),
    ).rejects.toMatchObject({ driverError: { constraint } });
  });
});
