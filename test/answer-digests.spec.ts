import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { ReceiveMail } from '../src/replies/index.js';
import { api } from './support/api-client.js';
import { startApp, type TestApp } from './support/app.js';
import { PASSWORD, usualPeople, type UsualPeople } from './support/people.js';
import { returnAddressOf, schedulingMail } from './support/replies.js';
import { sweep } from './support/sweep-scenes.js';
import { confirmed, step, type ShownVisit } from './support/visits.js';

/** What participants say is mailed to the officers of their own side: together in the morning, and what is urgent at once. */
const sari = { name: 'Sari', email: 'sari@contoh.test', side: 'guest', role: 'leader' };
const tono = { name: 'Tono', email: 'tono@contoh.test', side: 'guest', role: 'member' };
const dewi = { name: 'Dewi', email: 'dewi@contoh.test', side: 'host', role: 'speaker' };
const ahli = { name: 'Ahli', email: 'ahli@contoh.test', side: 'invited', role: 'observer' };
const officers = { guest: 'petugas@tamu.test', host: 'petugas@tuan.test' };

let app: TestApp;
let people: UsualPeople;
let visit: ShownVisit;

beforeAll(async () => {
  app = await startApp();
  people = await usualPeople(app);
});
afterAll(() => app.close());

/** Sessions end while the clock goes from week to week. */
const signInAgain = async (): Promise<void> => {
  const [guest, host] = [
    await app.signIn(officers.guest, PASSWORD),
    await app.signIn(officers.host, PASSWORD),
  ];
  people = { ...people, guest, host };
};

let week = 0;
beforeEach(async () => {
  await app.database.query('DELETE FROM answer_news');
  app.clock.set(new Date('2025-10-20T01:00:00Z'));
  await signInAgain();
  // A Thursday, later each time.
  const date = new Date(Date.UTC(2025, 10, 6 + 7 * week)).toISOString().slice(0, 10);
  week += 1;
  visit = await confirmed(app, people.guest, people.host, {
    participants: [sari, tono, dewi, ahli],
    startsAt: `${date}T09:00:00+07:00`,
    endsAt: `${date}T12:00:00+07:00`,
  });
  await app.settle();
});

/** In the host's zone. */
const at = (time: string): void => app.clock.set(new Date(`${time}+07:00`));
const before = (days: number): string =>
  new Date(Date.parse(visit.startsAt) - days * 86_400_000).toISOString().slice(0, 10);
const says = async (who: typeof sari, status: string, comment = '') => {
  const to = await returnAddressOf(app, visit.id, who.email);
  const mail = schedulingMail({ ...who, to }, 'REPLY', [
    `UID:${visit.id}`,
    `ATTENDEE;PARTSTAT=${status}:mailto:${who.email}`,
    ...(comment ? [`COMMENT:${comment}`] : []),
  ]);
  expect((await app.app.get(ReceiveMail).execute(Buffer.from(mail)))?.outcome).toBe('answer');
  await app.settle();
};
const told = async () => {
  await sweep(app, 'visits.tell-answers');
  await app.settle();
  return app.database.query<{ to: string; text: string }>(
    `SELECT recipient_email AS to, body_text AS text FROM mail WHERE stream = $1 AND key LIKE 'answers:%'
     ORDER BY position`,
    [visit.id],
  );
};

test('one mail in the morning tells what came since the last one, each side its own participants', async () => {
  at(`${before(6)}T10:00:00`);
  await says(tono, 'TENTATIVE', 'Menunggu izin');
  await says(tono, 'DECLINED', 'Maaf\\, ada apel');
  await says(dewi, 'ACCEPTED');
  expect(await told()).toEqual([]);
  at(`${before(6)}T16:00:00`);
  expect(await told()).toEqual([]);
  at(`${before(3)}T08:10:00`);
  const mails = await told();
  expect(mails.map(({ to }) => to)).toEqual([officers.guest, officers.host]);
  expect(mails[0]?.text).toContain('- Tono: berhalangan hadir, “Menunggu izin”, “Maaf, ada apel”');
  expect(mails[0]?.text).not.toContain('Dewi');
  expect(mails[1]?.text).toContain('- Dewi (narasumber): akan hadir');
  expect(mails[1]?.text).not.toMatch(/Tono|@contoh\.test/);
  expect(await told()).toHaveLength(2);
});

test('those of neither side are told to both', async () => {
  at(`${before(7)}T10:00:00`);
  await says(ahli, 'DECLINED');
  at(`${before(6)}T08:10:00`);
  expect((await told()).map(({ to }) => to)).toEqual([officers.guest, officers.host]);
});

test('one mail in the afternoon before tells what came on that day', async () => {
  at(`${before(1)}T08:30:00`);
  await says(tono, 'DECLINED');
  expect(await told()).toEqual([]);
  at(`${before(1)}T15:10:00`);
  expect(await told()).toMatchObject([{ to: officers.guest }]);
});

describe('at once', () => {
  test.each([
    ['a leader’s', sari, officers.guest],
    ['a speaker’s', dewi, officers.host],
  ])('%s decline is told, at whatever hour, with all that waited', async (_, who, officer) => {
    at(`${before(6)}T22:00:00`);
    await says(who, 'ACCEPTED');
    expect(await told()).toEqual([]);
    await says(who, 'DECLINED', 'Sakit');
    const mails = await told();
    expect(mails).toMatchObject([{ to: officer }]);
    expect(mails[0]?.text).toContain('berhalangan hadir, “Sakit”');
  });

  test('everything within 24 hours of the visit is told', async () => {
    at(`${before(1)}T19:00:00`);
    await says(tono, 'TENTATIVE');
    expect(await told()).toMatchObject([{ to: officers.guest }]);
  });
});

test('an officer’s own entry is no news, nor is anything once the visit is off', async () => {
  at(`${before(6)}T10:00:00`);
  await signInAgain();
  await api(app)
    .patch('/api/visits/{id}/participants/{participantId}', {
      as: people.guest,
      path: { id: visit.id, participantId: visit.participants.find(({ name }) => name === 'Sari')?.id ?? '' },
      body: { answer: 'declined' },
    })
    .expect(200);
  await says(tono, 'DECLINED');
  const { body } = await api(app)
    .get('/api/visits/{id}', { as: people.guest, path: { id: visit.id } })
    .expect(200);
  await step(app, people.guest, body, 'cancel', { reason: 'x' });
  await app.settle();
  at(`${before(3)}T08:10:00`);
  expect(await told()).toEqual([]);
  expect(await app.database.query('SELECT 1 FROM answer_news')).toEqual([]);
});
