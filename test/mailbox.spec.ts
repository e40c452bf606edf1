import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { ReadMailbox, ReceiveMail } from '../src/replies/index.js';
import { MailboxPositionRepository } from '../src/replies/storage/mailbox-position-repository.js';
import { Environment } from '../config/environment.js';
import { startApp, type TestApp } from './support/app.js';
import { usualPeople, type UsualPeople } from './support/people.js';
import { TestMailbox } from './support/imap.js';
import { freePort } from './support/processes.js';
import { clientReplies, returnAddressOf, schedulingMail, type ReplyFacts } from './support/replies.js';
import { confirmed, type ShownVisit } from './support/visits.js';
import { api } from './support/api-client.js';

const sari = { name: 'Sari', email: 'sari@contoh.test' };

let mailbox: TestMailbox;
let app: TestApp;
let people: UsualPeople;
let visit: ShownVisit;
/** Where Sari answers to. */
let to: string;

const startImap = (raws: string[], options?: { idle?: boolean; uidvalidity?: number }) =>
  mailbox.start(raws, options);
const stopImap = () => mailbox.stop();
const arrive = (raw: string) => mailbox.arrive(raw);

const reply = (status: string, minute: number, change: Partial<ReplyFacts> = {}): string =>
  clientReplies.Gmail({
    ...sari,
    uid: visit.id,
    sequence: 0,
    status,
    stamp: `20251020T01${minute}00Z`,
    to,
    ...change,
  });
const answer = async () => {
  const { body } = await api(app).get('/api/visits/{id}', { as: people.guest, path: { id: visit.id } });
  return (body as ShownVisit).participants[0]?.answer;
};
const outcomes = async () =>
  (await app.database.query<{ outcome: string }>('SELECT outcome FROM received_mail ORDER BY position')).map(
    ({ outcome }) => outcome,
  );
const eventually = async (check: () => Promise<void>): Promise<void> => {
  const end = Date.now() + 15_000;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > end) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
};

beforeEach(async () => {
  mailbox = new TestMailbox(await freePort());
  app = await startApp({ IMAP_URL: mailbox.url, LOG_LEVEL: 'error' });
  people = await usualPeople(app);
  visit = await confirmed(app, people.guest, people.host, {
    participants: [{ ...sari, side: 'guest', role: 'leader' }],
  });
  await app.settle();
  to = await returnAddressOf(app, visit.id, sari.email);
});
afterEach(async () => {
  await app.close();
  await stopImap();
});

test('what waits is read at once, what arrives as it arrives, and what is no answer is kept', async () => {
  await startImap(['Subject: Halo\r\n\r\nSelamat pagi', reply('TENTATIVE', 31)]);
  app.app.get(ReadMailbox).watch();
  await eventually(async () => expect(await answer()).toBe('tentative'));
  const before = Date.now();
  arrive(reply('ACCEPTED', 32));
  await eventually(async () => expect(await answer()).toBe('accepted'));
  expect(Date.now() - before).toBeLessThan(10_000);
  expect(await outcomes()).toEqual(['not-understood', 'answer', 'answer']);
});

test('mails are taken in once, also by two readers at a time and after the mailbox was made anew', async () => {
  const declined = reply('DECLINED', 31);
  await startImap([declined, schedulingMail({ ...sari, to }, 'REPLY', [`UID:${visit.id}`])]);
  const second = startReader();
  app.app.get(ReadMailbox).watch();
  second.watch();
  await eventually(async () => expect(await outcomes()).toHaveLength(2));
  await stopImap();
  await startImap([declined, reply('ACCEPTED', 33)], { uidvalidity: 2 });
  await eventually(async () => expect(await answer()).toBe('accepted'));
  expect((await outcomes()).sort()).toEqual(['answer', 'answer', 'attendee-missing']);
  await second.onApplicationShutdown();
});

test('a server without IDLE is asked again and again', async () => {
  await startImap([], { idle: false });
  const reader = startReader();
  reader.pollEvery = 200;
  reader.watch();
  await new Promise((resolve) => setTimeout(resolve, 500));
  arrive(reply('ACCEPTED', 31));
  await eventually(async () => expect(await answer()).toBe('accepted'));
  await reader.onApplicationShutdown();
});

test('a server that comes back is read again', async () => {
  await startImap([]);
  app.app.get(ReadMailbox).watch();
  await new Promise((resolve) => setTimeout(resolve, 300));
  await stopImap();
  await startImap([reply('ACCEPTED', 31)]);
  await eventually(async () => expect(await answer()).toBe('accepted'));
});

test('a process that dies between reading and remembering takes nothing in twice', async () => {
  await startImap([reply('ACCEPTED', 31)]);
  app.app.get(ReadMailbox).watch();
  await eventually(async () => expect(await outcomes()).toEqual(['answer']));
  const version = async () =>
    (
      (await api(app).get('/api/visits/{id}', { as: people.guest, path: { id: visit.id } }))
        .body as ShownVisit
    ).version;
  const before = await version();
  await app.app.get(ReadMailbox).onApplicationShutdown();
  await app.database.query('DELETE FROM mailbox_position');
  const again = startReader();
  again.watch();
  await eventually(async () =>
    expect(await app.database.query('SELECT last_uid FROM mailbox_position')).toHaveLength(1),
  );
  expect(await outcomes()).toEqual(['answer']);
  expect(await version()).toBe(before);
  await again.onApplicationShutdown();
});

/** A reader of its own on the same database, as another process would have. */
const startReader = (): ReadMailbox =>
  new ReadMailbox(
    app.app.get(Environment),
    app.app.get(MailboxPositionRepository),
    app.app.get(ReceiveMail),
    app.clock,
  );
