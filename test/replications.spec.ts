import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import request from 'supertest';
import { startApp, type TestApp } from './support/app.js';
import { signedIn, usualPeople, type UsualPeople } from './support/people.js';
import { requested, type Header, type ShownVisit } from './support/visits.js';

interface Shown {
  id: string;
  version: number;
  state: string;
  dueOn: string;
  postponedCount: number;
  replication: { fromUnit: string; since: string; result: string; confirmedBy: string } | null;
  allowedActions: string[];
  history: { action: string; reason: string; fromDueOn: string | null; dueOn: string }[];
  comments: { author: string; body: string }[];
}

let app: TestApp;
let people: UsualPeople;
let admin: Header;
let head: Header;
let visit: ShownVisit;
let note: string;

beforeAll(async () => {
  app = await startApp();
  people = await usualPeople(app);
  admin = await signedIn(app, { email: 'admin@pusat.test', role: 'administrator' });
  head = await signedIn(app, { email: 'kepala@tuan.test', role: 'unit-head', unit: 'rutan-banjarnegara' });
  visit = await requested(app, people.guest);
  note = await publishedNote(head, 'rutan-banjarnegara');
});
afterAll(() => app.close());

async function publishedNote(by: Header, unit: string, more: object = {}): Promise<string> {
  const texts = { context: 'a', whatWasDone: 'b', result: 'c', howToCopy: 'd' };
  const body = { unit, title: `Kebun ${unit}`, ...texts, state: 'published', ...more };
  return (await request(app.server).post('/api/notes').set(by).send(body).expect(201)).body.id as string;
}

const send = (by: Header, path: string, body: object) =>
  request(app.server).post(`/api/follow-ups${path}`).set(by).send(body);
const show = async (id: string, by: Header = people.guest): Promise<Shown> =>
  (await request(app.server).get(`/api/follow-ups/${id}`).set(by).expect(200)).body as Shown;
const refusal = (answer: { status: number; body: unknown }) => [
  answer.status,
  (answer.body as { code: string }).code,
];

async function promised(more: object = {}): Promise<Shown> {
  const given = {
    visit: visit.id,
    what: 'Demplot',
    unit: 'bapas-purwokerto',
    person: 'Sari',
    dueOn: '2025-11-14',
  };
  return (await send(people.guest, '', { ...given, ...more }).expect(201)).body as Shown;
}

async function done(more: object = {}): Promise<Shown> {
  const { id } = await promised(more);
  const change = {
    version: 1,
    state: 'done',
    evidence: 'Laporan 12',
    evidenceUrl: 'https://contoh.test/foto',
  };
  return (await request(app.server).patch(`/api/follow-ups/${id}`).set(people.guest).send(change).expect(200))
    .body as Shown;
}

const told = { practice: 'Demplot sayuran', since: '2025-10-01', result: 'Panen pertama 12 kg' };

describe('postponing', () => {
  test('needs a later day and a reason, and is told in the history', async () => {
    const { id } = await promised();
    const later = { version: 1, dueOn: '2025-11-28', reason: 'Bibit terlambat' };
    expect(refusal(await send(people.guest, `/${id}/postpone`, { ...later, reason: ' ' }))).toEqual([
      422,
      'postpone-reason-needed',
    ]);
    expect(refusal(await send(people.guest, `/${id}/postpone`, { ...later, dueOn: '2025-11-14' }))).toEqual([
      422,
      'postpone-not-later',
    ]);
    for (const by of [people.host, people.kanwil, admin]) {
      await send(by, `/${id}/postpone`, later).expect(403);
    }
    await send(people.stranger, `/${id}/postpone`, later).expect(404);
    await send(people.guest, `/${id}/postpone`, later).expect(200);
    const shown = await show(id);
    expect(shown).toMatchObject({ dueOn: '2025-11-28', postponedCount: 1, version: 2, state: 'open' });
    expect(shown.history.at(-1)).toMatchObject({
      action: 'postponed',
      fromDueOn: '2025-11-14',
      dueOn: '2025-11-28',
      reason: 'Bibit terlambat',
    });
  });

  test('a change to a later day is one too, to an earlier day is none', async () => {
    const { id } = await promised();
    const patch = (body: object) =>
      request(app.server).patch(`/api/follow-ups/${id}`).set(people.guest).send(body);
    expect(refusal(await patch({ version: 1, dueOn: '2025-12-01' }))).toEqual([
      422,
      'postpone-reason-needed',
    ]);
    await patch({ version: 1, dueOn: '2025-11-10' }).expect(200);
    await patch({ version: 2, dueOn: '2025-12-01', reason: 'Banjir' }).expect(200);
    const { history, postponedCount } = await show(id);
    expect(history.map(({ action }) => action)).toEqual(['promised', 'changed', 'postponed']);
    expect(postponedCount).toBe(1);
  });

  test('what is done is not postponed', async () => {
    const { id } = await done();
    const later = { version: 2, dueOn: '2026-01-30', reason: 'x' };
    expect(refusal(await send(people.guest, `/${id}/postpone`, later))).toEqual([
      409,
      'follow-up-step-not-allowed',
    ]);
  });
});

describe('what a follow-up points at', () => {
  test('the owner works for the responsible unit, the practice is published, the link is one', async () => {
    const [sari] = await app.database.query<{ id: string }>(
      `SELECT id FROM person WHERE email = 'petugas@tamu.test'`,
    );
    const [tono] = await app.database.query<{ id: string }>(
      `SELECT id FROM person WHERE email = 'petugas@tuan.test'`,
    );
    const body = {
      visit: visit.id,
      what: 'x',
      unit: 'bapas-purwokerto',
      person: 'Sari',
      dueOn: '2025-12-31',
    };
    expect(refusal(await send(people.guest, '', { ...body, personId: tono?.id }))).toEqual([
      422,
      'owner-elsewhere',
    ]);
    expect(refusal(await send(people.guest, '', { ...body, note: visit.id }))).toEqual([
      422,
      'practice-unknown',
    ]);
    const draft = await publishedNote(head, 'rutan-banjarnegara', { state: 'draft' });
    expect(refusal(await send(people.guest, '', { ...body, note: draft }))).toEqual([
      422,
      'practice-unknown',
    ]);
    const made = (await send(people.guest, '', { ...body, personId: sari?.id, note }).expect(201))
      .body as Shown;
    const bad = { version: 1, state: 'done', evidence: 'x', evidenceUrl: 'javascript:alert(1)' };
    expect(
      refusal(await request(app.server).patch(`/api/follow-ups/${made.id}`).set(people.guest).send(bad)),
    ).toEqual([422, 'evidence-link-wrong']);
  });
});

describe('comments', () => {
  test('both units and the regional office talk; others do not', async () => {
    const { id } = await promised();
    for (const by of [people.guest, people.host, people.kanwil]) {
      await send(by, `/${id}/comments`, { body: 'Apakah bibitnya cukup?' }).expect(201);
    }
    await send(people.stranger, `/${id}/comments`, { body: 'x' }).expect(404);
    await send(admin, `/${id}/comments`, { body: 'x' }).expect(403);
    expect(refusal(await send(people.host, `/${id}/comments`, { body: ' ' }))).toEqual([
      422,
      'comment-empty',
    ]);
    expect((await show(id)).comments.map(({ author }) => author)).toEqual([
      'Petugas petugas@tamu.test',
      'Petugas petugas@tuan.test',
      'Petugas kanwil@jateng.test',
    ]);
  });
});

describe('files of evidence', () => {
  const upload = (by: Header, id: string, name = 'laporan.pdf') =>
    request(app.server)
      .post(`/api/follow-ups/${id}/files`)
      .set(by)
      .attach('file', Buffer.from('%PDF-1.7 laporan'), name);

  test('are kept by the responsible unit, read by both sides, and once', async () => {
    const { id } = await promised();
    await upload(people.host, id).expect(403);
    await upload(people.stranger, id).expect(404);
    const file = (await upload(people.guest, id).expect(201)).body as { id: string };
    expect(refusal(await upload(people.guest, id))).toEqual([409, 'follow-up-file-twice']);
    expect(refusal(await upload(people.guest, id, 'foto.jpg'))).toEqual([415, 'file-kind-unknown']);
    const path = `/api/follow-ups/${id}/files`;
    const read = await request(app.server).get(`${path}/${file.id}`).set(people.kanwil).expect(200);
    expect(read.headers['content-disposition']).toContain('attachment');
    await request(app.server).get(`${path}/${file.id}`).set(people.stranger).expect(404);
    await request(app.server).delete(`${path}/${file.id}`).set(people.host).expect(403);
    await request(app.server).delete(`${path}/${file.id}`).set(people.guest).expect(204);
    expect((await request(app.server).get(path).set(people.host).expect(200)).body).toEqual({ items: [] });
  });
});

describe('a replication', () => {
  test('is confirmed by the other unit, with its practice, and withdrawn with a reason', async () => {
    const { id } = await done();
    const given = { version: 2, note, since: '2025-10-01', result: 'Panen pertama' };
    await send(people.guest, `/${id}/replication`, given).expect(403);
    await send(people.stranger, `/${id}/replication`, given).expect(404);
    await send(admin, `/${id}/replication`, given).expect(403);
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
    const back = await request(app.server)
      .patch(`/api/follow-ups/${id}`)
      .set(people.guest)
      .send({ version: 3, state: 'in-progress' });
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

describe('lists', () => {
  test('are filtered and sorted', async () => {
    const other = await requested(app, people.guest, {
      hostUnit: 'rutan-purbalingga',
      programs: ['akselerasi-2'],
    });
    const names = [
      ['Budi', '2026-02-01'],
      ['Ani', '2026-02-03'],
      ['citra', '2026-02-02'],
    ] as const;
    for (const [person, dueOn] of names) await promised({ visit: other.id, person, dueOn, what: person });
    const list = async (query: string) => {
      const path = `/api/follow-ups?visit=${other.id}&${query}`;
      const { body } = await request(app.server).get(path).set(people.kanwil).expect(200);
      return body as { items: { person: string }[]; nextCursor: string | null };
    };
    const persons = async (query: string) => (await list(query)).items.map(({ person }) => person);
    expect(await persons('')).toEqual(['Budi', 'citra', 'Ani']);
    expect(await persons('sort=person')).toEqual(['Ani', 'Budi', 'citra']);
    const first = await list('sort=person&order=desc&limit=2');
    expect(first.items.map(({ person }) => person)).toEqual(['citra', 'Budi']);
    expect(await persons(`sort=person&order=desc&cursor=${first.nextCursor}`)).toEqual(['Ani']);
    expect(await persons('person=ud')).toEqual(['Budi']);
    expect(await persons('dueAfter=2026-02-02&dueBefore=2026-02-02')).toEqual(['citra']);
    expect(await persons('program=akselerasi-2&sort=unit')).toHaveLength(3);
    expect(await persons('program=akselerasi-3')).toEqual([]);
    expect(await persons('replication=waiting')).toEqual([]);
    for (const sort of ['what', 'state', 'changed']) expect(await persons(`sort=${sort}`)).toHaveLength(3);
    const { body } = await request(app.server)
      .get('/api/follow-ups?replication=confirmed&limit=200')
      .set(people.kanwil);
    expect((body as { items: Shown[] }).items.every(({ replication }) => replication !== null)).toBe(true);
    await request(app.server)
      .get(`/api/follow-ups?sort=state&cursor=${first.nextCursor}`)
      .set(people.kanwil)
      .expect(400);
  });
});

describe('the lineage of a practice', () => {
  test('shows everybody what was confirmed, and what is on its way to those who may see it', async () => {
    const practice = await publishedNote(head, 'rutan-banjarnegara', { title: 'Silsilah' });
    const first = await done({ note: practice });
    const given = { version: 2, note: practice, since: '2025-10-02', result: 'Panen' };
    await send(people.kanwil, `/${first.id}/replication`, given).expect(201);
    await promised({ note: practice });
    const read = async (by: Header) =>
      (await request(app.server).get(`/api/notes/${practice}/lineage`).set(by).expect(200)).body as {
        unit: string;
        steps: { confirmed: boolean; followUp: string | null; toUnit: string; since: string | null }[];
      };
    const seen = await read(people.guest);
    expect(seen.steps.map(({ confirmed, toUnit, since }) => [confirmed, toUnit, since])).toEqual([
      [true, 'bapas-purwokerto', '2025-10-02'],
      [false, 'bapas-purwokerto', null],
    ]);
    expect(seen.steps[0]?.followUp).toBe(first.id);
    const strange = await read(people.stranger);
    expect(strange.steps).toHaveLength(1);
    expect(strange.steps[0]?.followUp).toBeNull();
    const draft = await publishedNote(head, 'rutan-banjarnegara', { state: 'draft' });
    await request(app.server).get(`/api/notes/${draft}/lineage`).set(people.guest).expect(404);
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
