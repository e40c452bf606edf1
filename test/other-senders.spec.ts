import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import request from 'supertest';
import { ReceiveMail } from '../src/replies/index.js';
import { api } from './support/api-client.js';
import { startApp, type TestApp } from './support/app.js';
import { signedIn, usualPeople, type UsualPeople } from './support/people.js';
import { returnAddressOf, schedulingMail } from './support/replies.js';
import { confirmed, type Header, type ShownVisit } from './support/visits.js';

/** Mails of a participant from another address: asked about once, then remembered for that person. */
const sari = { name: 'Sari', email: 'sari@contoh.test', side: 'guest', role: 'member' };
const ALIAS = 'sari.pribadi@lain.test';

let app: TestApp;
let people: UsualPeople;

beforeAll(async () => {
  app = await startApp({ MAIL_AUTHSERV_ID: 'mx.test' });
  people = await usualPeople(app);
});
afterAll(() => app.close());
beforeEach(() => app.database.query('DELETE FROM known_sender'));

/** A day on which hosts receive, another one each time. */
let visits = 0;
const nextDay = (): string => {
  const [week, day] = [Math.floor(visits / 4), visits % 4];
  visits += 1;
  return new Date(Date.UTC(2025, 10, 3 + 7 * week + day)).toISOString().slice(0, 10);
};
async function visitOf(guest: Header = people.guest, body: object = {}): Promise<ShownVisit> {
  const date = nextDay();
  const times = { startsAt: `${date}T09:00:00+07:00`, endsAt: `${date}T12:00:00+07:00` };
  const visit = await confirmed(app, guest, people.host, { participants: [sari], ...times, ...body });
  await app.settle();
  return visit;
}

let count = 0;
interface Sent {
  from?: string;
  attendee?: string;
  to?: string;
  more?: string;
  passed?: string;
}
async function receive(
  visit: ShownVisit,
  { from = ALIAS, attendee = ALIAS, to = 'sambang@localhost', more = '', passed = '' }: Sent,
): Promise<string | undefined> {
  count += 1;
  const mail = schedulingMail(
    { name: 'S', email: from, to },
    'REPLY',
    [`UID:${visit.id}`, `COMMENT:${count}`, `ATTENDEE;PARTSTAT=DECLINED${more}:mailto:${attendee}`],
    passed === '' ? [] : [`Authentication-Results: mx.test; dmarc=pass header.from=${passed}`],
  );
  return (await app.app.get(ReceiveMail).execute(Buffer.from(mail)))?.outcome;
}
const own = (visit: ShownVisit) => returnAddressOf(app, visit.id, sari.email);
const answerOf = async (visit: ShownVisit) =>
  (
    await api(app)
      .get('/api/visits/{id}', { as: people.host, path: { id: visit.id } })
      .expect(200)
  ).body.participants[0]?.answer;
const page = async (visit: ShownVisit, by: Header) =>
  (await request(app.server).get(`/kunjungan/${visit.id}`).set(by).set('accept', 'text/html').expect(200))
    .text;
const sayYes = async (visit: ShownVisit, by = people.guest) => {
  const [, action] = /action="([^"]+\/terima)"/.exec(await page(visit, by)) ?? [];
  await request(app.server).post(String(action)).set(by).expect(303);
};

test.each<[string, (visit: ShownVisit) => Promise<Sent>, string]>([
  ['an alias, to the own return address', async (visit) => ({ to: await own(visit) }), ALIAS],
  [
    'a secretary, with SENT-BY',
    () =>
      Promise.resolve({
        from: 'sekretaris@contoh.test',
        attendee: sari.email,
        more: ';SENT-BY="mailto:sekretaris@contoh.test"',
      }),
    'sekretaris@contoh.test',
  ],
  [
    'the substitute',
    () =>
      Promise.resolve({
        from: 'wakil@contoh.test',
        attendee: 'wakil@contoh.test',
        more: `;DELEGATED-FROM="mailto:${sari.email}"`,
      }),
    'wakil@contoh.test',
  ],
  [
    'a mailbox that forwards',
    (visit) => own(visit).then((to) => ({ from: 'staf@contoh.test', attendee: 'kantor@contoh.test', to })),
    'staf@contoh.test',
  ],
])('%s is a question with one button', async (_, sent, sender) => {
  const visit = await visitOf();
  expect(await receive(visit, await sent(visit))).toBe('question');
  expect(await answerOf(visit)).toBe('needs-action');
  const text = await page(visit, people.guest);
  expect(text).toContain(`Jawaban dari ${sender} untuk Sari: berhalangan hadir?`);
  expect(text).toContain(`surat berikutnya dari ${sender} juga dianggap dari Sari`);
  expect(await page(visit, people.host)).not.toContain('Surat yang perlu dipastikan');
  await sayYes(visit);
  expect(await answerOf(visit)).toBe('declined');
});

test('an address that was said yes to is remembered for that person, in other visits of the unit too', async () => {
  const first = await visitOf();
  await receive(first, { to: await own(first) });
  await sayYes(first);
  const second = await visitOf();
  expect(await receive(second, { to: await own(second) })).toBe('answer');
  expect(await answerOf(second)).toBe('declined');
  const third = await visitOf();
  expect(await receive(third, { passed: 'lain.test' })).toBe('answer');
});

test('what is remembered proves nothing by itself: whoever writes that address into From is asked about', async () => {
  const visit = await visitOf();
  await receive(visit, { to: await own(visit) });
  await sayYes(visit);
  const other = await visitOf();
  expect(await receive(other, {})).toBe('question');
  expect(await answerOf(other)).toBe('needs-action');
});

test('it holds for no other unit, for no other person, and ends with the participant', async () => {
  const visit = await visitOf();
  await receive(visit, { to: await own(visit) });
  await sayYes(visit);
  const elsewhere = await signedIn(app, {
    email: 'petugas@abepura.test',
    role: 'officer',
    unit: 'rutan-purbalingga',
  });
  const foreign = await visitOf(elsewhere, { guestUnit: 'rutan-purbalingga' });
  expect(await receive(foreign, { passed: 'lain.test' })).toBe('sender-not-invited');
  const budi = { ...sari, name: 'Budi', email: 'budi@contoh.test' };
  const ofBudi = await visitOf(people.guest, { participants: [budi] });
  expect(await receive(ofBudi, { passed: 'lain.test' })).toBe('sender-not-invited');
  await api(app)
    .delete('/api/visits/{id}/participants/{participantId}', {
      as: people.guest,
      path: { id: visit.id, participantId: visit.participants[0]?.id ?? '' },
    })
    .expect(204);
  expect(await app.database.query('SELECT 1 FROM known_sender')).toEqual([]);
  const later = await visitOf();
  expect(await receive(later, { passed: 'lain.test' })).toBe('sender-not-invited');
});

test('plus-addresses count by themselves, both ways', async () => {
  const visit = await visitOf();
  expect(
    await receive(visit, {
      from: 'sari+kerja@contoh.test',
      attendee: 'sari+kerja@contoh.test',
      passed: 'contoh.test',
    }),
  ).toBe('answer');
  const plus = { ...sari, email: 'sari+dinas@contoh.test' };
  const other = await visitOf(people.guest, { participants: [plus] });
  expect(await receive(other, { from: sari.email, attendee: sari.email, passed: 'contoh.test' })).toBe(
    'answer',
  );
});

test('two authors are never remembered', async () => {
  const visit = await visitOf();
  const to = await own(visit);
  const mail = schedulingMail({ name: 'S', email: ALIAS, to }, 'REPLY', [
    `UID:${visit.id}`,
    `ATTENDEE;PARTSTAT=DECLINED:mailto:${sari.email}`,
  ]).replace(`From: S <${ALIAS}>`, `From: S <${ALIAS}>, X <x@jahat.test>`);
  expect((await app.app.get(ReceiveMail).execute(Buffer.from(mail)))?.outcome).toBe('question');
  await sayYes(visit);
  expect(await answerOf(visit)).toBe('declined');
  expect(await app.database.query('SELECT 1 FROM known_sender')).toEqual([]);
});
