import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import request from 'supertest';
import { ReceiveMail } from '../src/replies/index.js';
import { api } from './support/api-client.js';
import { startApp, type TestApp } from './support/app.js';
import { usualPeople, type UsualPeople } from './support/people.js';
import { clientReplies, returnAddressOf } from './support/replies.js';
import { confirmed, type ShownVisit } from './support/visits.js';

/** What was said last counts, by whatever way and in whatever order it comes: link, officer and mail. */
const sari = { name: 'Sari', email: 'sari@contoh.test', side: 'guest', role: 'leader' } as const;

let app: TestApp;
let people: UsualPeople;
let visit: ShownVisit;
let link: string;
let to: string;

beforeAll(async () => {
  app = await startApp();
  people = await usualPeople(app);
});
afterAll(() => app.close());

/** A day on which hosts receive, another one each time. */
let visits = 0;
const nextDay = (): string => {
  const [week, day] = [Math.floor(visits / 4), visits % 4];
  visits += 1;
  return new Date(Date.UTC(2025, 10, 3 + 7 * week + day)).toISOString().slice(0, 10);
};
beforeEach(async () => {
  app.clock.set(new Date('2025-10-20T01:00:00Z'));
  const date = nextDay();
  visit = await confirmed(app, people.guest, people.host, {
    participants: [sari],
    startsAt: `${date}T09:00:00+07:00`,
    endsAt: `${date}T12:00:00+07:00`,
  });
  await app.settle();
  const [mail] = await app.database.query<{ text: string }>(
    `SELECT body_text AS text FROM mail WHERE stream = $1 AND subject LIKE 'Undangan%' ORDER BY position DESC`,
    [visit.id],
  );
  link = /http:\/\/sambang\.test(\/jawab\/\S+)/.exec(mail?.text ?? '')?.[1] ?? '';
  to = await returnAddressOf(app, visit.id, sari.email);
});

/** A time of 20 October, UTC. */
const at = (time: string): void => app.clock.set(new Date(`2025-10-20T${time}Z`));
const byLink = (answer: string) => request(app.server).post(link).type('form').send({ answer }).expect(303);
const written = (status: string, stamp: string, sequence = 0): string =>
  clientReplies.Gmail({ ...sari, uid: visit.id, sequence, status, stamp, to });
const byMail = async (status: string, stamp: string, cameAt?: Date) =>
  (await app.app.get(ReceiveMail).execute(Buffer.from(written(status, stamp)), cameAt ?? null))?.outcome;
const byOfficer = (answer: 'accepted' | 'tentative' | 'declined') =>
  api(app)
    .patch('/api/visits/{id}/participants/{participantId}', {
      as: people.guest,
      path: { id: visit.id, participantId: visit.participants[0]?.id ?? '' },
      body: { answer },
    })
    .expect(200);
const answer = async () =>
  (
    await api(app)
      .get('/api/visits/{id}', { as: people.guest, path: { id: visit.id } })
      .expect(200)
  ).body.participants[0]?.answer;
const lastLine = async () => {
  const { body } = await api(app).get('/api/visits/{id}/history', {
    as: people.guest,
    path: { id: visit.id },
  });
  return (body as { items: { action: string; reason: string | null }[] }).items.at(-1);
};

test('declined by link at 18.40, then a mail written at 18.30: stays declined, and the history tells of it', async () => {
  at('11:40:00');
  await byLink('declined');
  at('11:41:00');
  expect(await byMail('ACCEPTED', '20251020T113000Z')).toBe('answer-outdated');
  expect(await answer()).toBe('declined');
  expect(await lastLine()).toEqual(
    expect.objectContaining({
      action: 'answer-overtaken',
      reason:
        'Sudah ada jawaban yang lebih baru daripada “akan hadir” yang ditulis Senin, 20 Oktober 2025, pukul 18.30 WIB',
    }),
  );
});

test('declined by an officer, then a mail that was written before: stays declined', async () => {
  at('11:40:00');
  await byOfficer('declined');
  at('11:50:00');
  expect(await byMail('ACCEPTED', '20251020T113900Z')).toBe('answer-outdated');
  expect(await answer()).toBe('declined');
  expect(await byMail('ACCEPTED', '20251020T114100Z')).toBe('answer');
  expect(await answer()).toBe('accepted');
});

test('a mail stamped 400 days ahead, then one of today: the later arrival counts; so do link and officer', async () => {
  at('02:00:00');
  expect(await byMail('DECLINED', '20261124T020000Z')).toBe('answer');
  at('02:10:00');
  expect(await byMail('ACCEPTED', '20251020T020500Z')).toBe('answer');
  expect(await answer()).toBe('accepted');
  expect(await byMail('DECLINED', '20350101T000000Z')).toBe('answer');
  at('02:20:00');
  await byLink('tentative');
  expect(await answer()).toBe('tentative');
  await byOfficer('accepted');
  expect(await answer()).toBe('accepted');
});

test('a stamp ahead counts as when the mail came, not as when it was read', async () => {
  at('03:00:00');
  await byLink('declined');
  at('04:00:00');
  // It lay in the mailbox since 02.30, while the reader was down.
  expect(await byMail('ACCEPTED', '20350101T000000Z', new Date('2025-10-20T02:30:00Z'))).toBe(
    'answer-outdated',
  );
  expect(await answer()).toBe('declined');
});

test('the same answer again makes what was written in between overtaken, and no line of history', async () => {
  at('02:00:00');
  await byLink('declined');
  const before = await lastLine();
  at('02:20:00');
  expect(await byMail('DECLINED', '20251020T021500Z')).toBe('answer');
  expect(await lastLine()).toEqual(before);
  expect(await byMail('ACCEPTED', '20251020T021000Z')).toBe('answer-outdated');
  expect(await answer()).toBe('declined');
});

test('after the visit moved, what was written before answers another time, also without SEQUENCE', async () => {
  at('02:00:00');
  const shown = (
    await api(app)
      .get('/api/visits/{id}', { as: people.guest, path: { id: visit.id } })
      .expect(200)
  ).body;
  await api(app)
    .patch('/api/visits/{id}', {
      as: people.host,
      path: { id: visit.id },
      body: { place: 'Ruang rapat', version: shown.version },
    })
    .expect(200);
  await app.settle();
  at('02:10:00');
  const samsung = clientReplies.Samsung({
    ...sari,
    uid: visit.id,
    sequence: 0,
    status: 'ACCEPTED',
    stamp: '20251020T013000Z',
    to,
  });
  expect((await app.app.get(ReceiveMail).execute(Buffer.from(samsung)))?.outcome).toBe('answer-outdated');
  expect(await answer()).toBe('needs-action');
});

test('the database takes no answer without when and how it was heard', async () => {
  const set = (columns: string) =>
    app.database.query(`UPDATE visit_participant SET ${columns} WHERE visit_id = $1`, [visit.id]);
  const refused = (constraint: string) => ({ driverError: { constraint } }) as object;
  await expect(set(`answer = 'accepted'`)).rejects.toMatchObject(refused('visit_participant_heard_check'));
  await expect(set(`answer = 'accepted', answered_at = now(), heard_at = now()`)).rejects.toMatchObject(
    refused('visit_participant_heard_check'),
  );
  await expect(set(`heard_from = 'rumor'`)).rejects.toMatchObject(
    refused('visit_participant_heard_from_check'),
  );
});
