import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import request from 'supertest';
import { JobQueue } from '../src/platform/jobs/job-queue.js';
import { JobRegistry } from '../src/platform/jobs/job-registry.js';
import { visitAspects, type VisitAspect } from '../src/visits/index.js';
import { publish, saveAgenda } from './support/announced.js';
import { startApp, type TestApp } from './support/app.js';
import { usualPeople, type UsualPeople } from './support/people.js';
import { confirmed, create, step, type Header, type ShownVisit } from './support/visits.js';

let app: TestApp;
let people: UsualPeople;

beforeAll(async () => {
  app = await startApp();
  people = await usualPeople(app);
});
afterAll(() => app.close());

const INVITATIONS = 'calendars.send-invitations';
const AGENDA = 'agendas.mail-agenda';
const NOTICE = 'visits.notify-units';
const WITHDRAW = 'reminders.withdraw';
const OVERTAKE = 'visits.overtake-mails';
const GUESTS = 'visits.tell-guests';

/** Who hears of which change of a visit; nobody hears of the others. */
const heard: Record<VisitAspect, string[]> = {
  state: [AGENDA, INVITATIONS, WITHDRAW, OVERTAKE, GUESTS],
  time: [INVITATIONS, WITHDRAW],
  place: [INVITATIONS],
  proposal: [WITHDRAW, OVERTAKE],
  approvals: [],
  details: [INVITATIONS],
  letters: [],
  guests: [INVITATIONS, GUESTS],
  people: [AGENDA, INVITATIONS, OVERTAKE],
  answers: [],
  reached: [],
  attendance: [],
  'attended-sessions': [INVITATIONS],
  agenda: [],
  files: [],
};

test('each listener hears of what concerns it, and of nothing else', () => {
  const registry = app.app.get(JobRegistry);
  const listening = visitAspects.map((aspect) => [
    aspect,
    registry
      .listeningTo(`visit.${aspect}-changed`)
      .map(({ name }) => name)
      .sort(),
  ]);
  expect(Object.fromEntries(listening)).toEqual(heard);
  const others = registry.all().filter(({ on }) => on?.some((name) => !name.endsWith('-changed')));
  expect(
    Object.fromEntries(others.map(({ name, on }) => [name, on?.filter((one) => !one.startsWith('visit.'))])),
  ).toEqual({
    [NOTICE]: [],
    'visits.tell-urgent-answers': [],
    [AGENDA]: ['agenda.published'],
    [INVITATIONS]: ['agenda.published'],
    'summaries.mail': ['summary.published'],
    'notes.mail-question': ['note.asked'],
    'notes.mail-answer': ['note.answered'],
    'follow-ups.ask-confirmation': ['follow-up.done'],
    'people.answer-forgotten-password': ['password-link.wanted'],
    'imports.work': ['import.confirmed'],
    'bundles.work': ['bundle.asked'],
  });
});

/** Names of the jobs that wait, each as often as it waits. */
async function waiting(): Promise<string[]> {
  const rows = await app.database.query<{ name: string }>(
    `SELECT name FROM pgboss.job WHERE state = 'created' ORDER BY name`,
  );
  return rows.map(({ name }) => name);
}

/** The jobs that some work leaves waiting. */
async function storedBy(work: () => Promise<unknown>): Promise<string[]> {
  await app.app.get(JobQueue).workAll();
  await work();
  return waiting();
}

const path = ({ id }: ShownVisit, more = ''): string => `/api/visits/${id}${more}`;
const send = (method: 'patch' | 'post' | 'put' | 'delete', to: string, by: Header, body: object = {}) =>
  request(app.server)[method](to).set(by).send(body);

describe('What somebody does to a visit stores the jobs of whom it concerns', () => {
  let visit: ShownVisit;
  let participant: string;

  const current = async (): Promise<ShownVisit> =>
    (await request(app.server).get(path(visit)).set(people.guest).expect(200)).body as ShownVisit;
  const edit = async (fields: object) =>
    send('patch', path(visit), people.guest, { version: (await current()).version, ...fields }).expect(200);

  test('written down as a draft: nobody', async () => {
    const stored = await storedBy(async () => {
      visit = await create(app, people.guest, {
        participants: [{ name: 'Sari', email: 'sari@contoh.test', side: 'guest', role: 'leader' }],
      });
      participant = visit.participants[0]?.id ?? '';
    });
    expect(stored).toEqual([]);
  });

  test('submitted: those who hear of its state, and the notice', async () => {
    const stored = await storedBy(() => step(app, people.guest, visit, 'submit'));
    expect(stored).toEqual([AGENDA, INVITATIONS, WITHDRAW, NOTICE, OVERTAKE, GUESTS].sort());
  });

  test('proposed for another time, and taken: the proposal, then the time as well', async () => {
    const times = { startsAt: '2025-10-29T09:00:00+07:00', endsAt: '2025-10-29T12:00:00+07:00' };
    const accept = async () => step(app, people.guest, await current(), 'accept');
    expect(await storedBy(async () => step(app, people.host, await current(), 'propose', times))).toEqual(
      [AGENDA, INVITATIONS, WITHDRAW, NOTICE, OVERTAKE, GUESTS].sort(),
    );
    expect(await storedBy(accept)).toEqual([AGENDA, INVITATIONS, WITHDRAW, NOTICE, OVERTAKE, GUESTS].sort());
  });

  test('rescheduled: only the proposal, and the notice', async () => {
    const times = { startsAt: '2025-10-30T09:00:00+07:00', endsAt: '2025-10-30T12:00:00+07:00' };
    const reschedule = async () =>
      step(app, people.host, await current(), 'reschedule', { ...times, reason: 'Apel' });
    expect(await storedBy(reschedule)).toEqual([WITHDRAW, NOTICE, OVERTAKE].sort());
  });

  test('edited: what invitations show, not the numbers of letters, not what is as it was', async () => {
    expect(await storedBy(() => edit({ title: 'Ketahanan pangan' }))).toEqual([INVITATIONS]);
    expect(await storedBy(() => edit({ place: 'Aula' }))).toEqual([INVITATIONS]);
    expect(await storedBy(() => edit({ title: 'Ketahanan pangan', place: 'Aula' }))).toEqual([]);
    expect(await storedBy(() => edit({ requestLetterNumber: 'W13/1' }))).toEqual([]);
  });

  test('people come and go; an answer and a file concern nobody', async () => {
    const one = path(visit, `/participants/${participant}`);
    const added = { name: 'Tono', email: 'tono@contoh.test', side: 'host', role: 'speaker' };
    const add = () => send('post', path(visit, '/participants'), people.host, added).expect(201);
    expect(await storedBy(add)).toEqual([AGENDA, INVITATIONS, OVERTAKE]);
    expect(await storedBy(() => send('patch', one, people.guest, { role: 'member' }).expect(200))).toEqual([
      AGENDA,
      INVITATIONS,
      OVERTAKE,
    ]);
    expect(
      await storedBy(() => send('patch', one, people.guest, { answer: 'accepted' }).expect(200)),
    ).toEqual([]);
    const upload = () =>
      request(app.server)
        .post(path(visit, '/files'))
        .set(people.guest)
        .attach('file', Buffer.from('%PDF-1.7\n'), 'surat.pdf')
        .expect(201);
    expect(await storedBy(upload)).toEqual([]);
  });

  test('an agenda worked on concerns nobody; one that is published, those who come to it', async () => {
    expect(await storedBy(() => saveAgenda(app, people.host, visit.id))).toEqual([]);
    expect(await storedBy(() => publish(app, people.host, visit.id))).toEqual([AGENDA, INVITATIONS]);
  });

  test('several changes before the job runs are one job', async () => {
    const stored = await storedBy(async () => {
      for (const title of ['Satu', 'Dua', 'Tiga']) await edit({ title });
      await edit({ place: 'Pendopo' });
    });
    expect(stored).toEqual([INVITATIONS]);
  });

  test('300 taps of attendance store no job and hold back no invitation', async () => {
    const many = Array.from({ length: 50 }, (_, index) => ({
      name: `Peserta ${index}`,
      email: `peserta-${index}@contoh.test`,
      side: 'guest',
      role: 'member',
    }));
    const times = { startsAt: '2025-11-04T09:00:00+07:00', endsAt: '2025-11-04T12:00:00+07:00' };
    const big = await confirmed(app, people.guest, people.host, { ...times, participants: many });
    await app.app.get(JobQueue).workAll();
    app.clock.set(new Date('2025-11-04T03:00:00Z'));
    const before = await app.database.query('SELECT count(*)::int AS count FROM pgboss.job');
    for (let tap = 0; tap < 300; tap++) {
      const one = path(big, `/participants/${big.participants[tap % many.length]?.id ?? ''}`);
      await send('patch', one, people.host, { attendance: tap % 2 === 0 ? 'present' : 'absent' }).expect(200);
    }
    expect(await app.database.query('SELECT count(*)::int AS count FROM pgboss.job')).toEqual(before);
    expect(await waiting()).toEqual([]);
  });
});
