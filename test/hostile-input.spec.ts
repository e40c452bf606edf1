import { afterAll, beforeAll, expect, test } from '@jest/globals';
import request from 'supertest';
import { startApp, type TestApp } from './support/app.js';
import { hostile, replaced, type Body } from './support/hostile.js';
import { signedIn, usualPeople } from './support/people.js';
import { confirmed, visitBody, type Header, type ShownVisit } from './support/visits.js';
import { api, wrong } from './support/api-client.js';

type Target = {
  name: string;
  method: 'post' | 'patch' | 'put';
  path: () => string;
  by: () => Header;
  body: Body;
};

let app: TestApp;
let guest: Header;
let host: Header;
let administrator: Header;
let visit: ShownVisit;
let noteId: string;
let followUpId: string;

const texts = { title: 'a', context: 'b', whatWasDone: 'c', result: 'd', howToCopy: 'e' };

beforeAll(async () => {
  app = await startApp();
  ({ guest, host } = await usualPeople(app));
  administrator = await signedIn(app, { email: 'admin@pusat.test', role: 'administrator' });
  const sari = { name: 'Sari', email: 'sari@contoh.test', side: 'guest', role: 'leader' };
  visit = await confirmed(app, guest, host, { participants: [sari] });
  const made = async (path: string, by: Header, body: Body) => {
    const answer = await request(app.server).post(path).set(by).send(body).expect(201);
    return (answer.body as { id: string }).id;
  };
  noteId = await made('/api/notes', host, { unit: 'rutan-banjarnegara', ...texts });
  followUpId = await made('/api/follow-ups', guest, followUp());
});
afterAll(() => app.close());

const followUp = (): Body => ({
  visit: visit.id,
  what: 'Demplot',
  unit: 'bapas-purwokerto',
  person: 'Sari',
  dueOn: '2025-12-31',
});

const participant: Body = {
  name: 'Budi',
  office: 'x',
  email: 'budi@contoh.test',
  phone: '081234567890',
  side: 'host',
  role: 'speaker',
};
const details: Body = {
  title: 'a',
  purpose: 'b',
  topics: ['c'],
  programs: ['akselerasi-2'],
  place: 'd',
  contactName: 'e',
  contactPhone: '081234567890',
  contactEmail: 'e@contoh.test',
  partySize: 3,
  requestLetterNumber: 'f',
  requestLetterDate: '2025-10-01',
};
const session: Body = {
  startsAt: '2025-10-30T09:00:00+07:00',
  endsAt: '2025-10-30T10:00:00+07:00',
  title: 'x',
  kind: 'welcome',
  place: '',
  persons: ['y'],
};

const visitPath = (rest: string) => () => `/api/visits/${visit.id}${rest}`;
const targets: Target[] = [
  {
    name: 'a visit',
    method: 'post',
    path: () => '/api/visits',
    by: () => guest,
    body: { ...visitBody, ...details },
  },
  {
    name: 'a change',
    method: 'patch',
    path: visitPath(''),
    by: () => guest,
    body: { version: 1, ...details },
  },
  {
    name: 'a step',
    method: 'post',
    path: visitPath('/reschedule'),
    by: () => host,
    body: { version: 1, reason: 'x', startsAt: visitBody.startsAt, endsAt: visitBody.endsAt },
  },
  {
    name: 'a participant',
    method: 'post',
    path: visitPath('/participants'),
    by: () => guest,
    body: participant,
  },
  {
    name: 'a change of a participant',
    method: 'patch',
    path: () => `/api/visits/${visit.id}/participants/${visit.participants[0]?.id}`,
    by: () => guest,
    body: {
      name: 'x',
      office: 'y',
      phone: '081234567890',
      role: 'member',
      answer: 'accepted',
      attendance: 'present',
    },
  },
  {
    name: 'a whole unit',
    method: 'post',
    path: visitPath('/participants/unit'),
    by: () => guest,
    body: { unit: 'rutan-banjarnegara', side: 'host' },
  },
  {
    name: 'an agenda',
    method: 'put',
    path: visitPath('/agenda'),
    by: () => host,
    body: { version: 0, items: [session] },
  },
  {
    name: 'a summary',
    method: 'put',
    path: visitPath('/summary'),
    by: () => guest,
    body: {
      version: 0,
      outcomes: 'a',
      decisions: 'b',
      notes: 'c',
      links: [{ title: 'x', url: 'https://a.test' }],
    },
  },
  {
    name: 'a note',
    method: 'post',
    path: () => '/api/notes',
    by: () => host,
    body: { unit: 'rutan-banjarnegara', ...texts, topics: ['x'], programs: [], state: 'proposed' },
  },
  {
    name: 'a change of a note',
    method: 'patch',
    path: () => `/api/notes/${noteId}`,
    by: () => host,
    body: { version: 1, ...texts },
  },
  { name: 'a follow-up', method: 'post', path: () => '/api/follow-ups', by: () => guest, body: {} },
  {
    name: 'a change of a follow-up',
    method: 'patch',
    path: () => `/api/follow-ups/${followUpId}`,
    by: () => guest,
    body: {
      version: 1,
      what: 'x',
      person: 'y',
      dueOn: '2025-12-31',
      state: 'done',
      evidence: 'z',
      reason: 'a',
    },
  },
  {
    name: 'a unit',
    method: 'patch',
    path: () => '/api/units/rutan-banjarnegara',
    by: () => administrator,
    body: {
      version: 1,
      name: 'x',
      place: 'y',
      aliases: ['z'],
      latitude: -7,
      longitude: 109,
      email: 'a@contoh.test',
      phone: '081234567890',
      address: 'x',
      hostingPolicy: {
        open: true,
        capacity: 1,
        largestParty: 5,
        shortestNoticeDays: 2,
        longestNoticeDays: 90,
        windows: [{ weekday: 1, startsAt: '08:00', endsAt: '12:00' }],
        identityRule: 'x',
      },
      closedDays: [{ date: '2025-11-10', reason: 'x' }],
    },
  },
  {
    name: 'a Kanwil',
    method: 'patch',
    path: () => '/api/regional-offices/jawa-tengah',
    by: () => administrator,
    body: { version: 1, name: 'x', shortName: 'y', email: 'a@contoh.test', approvesInside: false },
  },
  {
    name: 'a feed',
    method: 'post',
    path: () => '/api/feeds',
    by: () => guest,
    body: { scope: 'unit', shows: 'sessions', programs: ['akselerasi-2'], states: ['confirmed'] },
  },
  {
    name: 'reminders',
    method: 'put',
    path: () => '/api/units/rutan-banjarnegara/reminders',
    by: () => administrator,
    body: { daysBefore: [3], eveningBefore: true },
  },
  {
    name: 'alarms',
    method: 'put',
    path: () => '/api/me/calendar',
    by: () => guest,
    body: { alarmMinutes: [30] },
  },
  { name: 'a token', method: 'post', path: () => '/api/tokens', by: () => guest, body: { name: 'x' } },
  {
    name: 'a person',
    method: 'post',
    path: () => '/api/people',
    by: () => administrator,
    body: {
      name: 'x',
      email: 'baru@contoh.test',
      role: 'officer',
      unit: 'rutan-banjarnegara',
      phone: '081234567890',
    },
  },
  {
    name: 'the own account',
    method: 'patch',
    path: () => '/api/me',
    by: () => guest,
    body: { name: 'x', phone: '081234567890', version: 1 },
  },
  {
    name: 'a sign-in',
    method: 'post',
    path: () => '/api/session',
    by: () => guest,
    body: { email: 'a@b.test', password: 'x' },
  },
];

/** What stands now, so that no request fails for its version before its other fields are used. */
async function currentVersion(target: Target): Promise<unknown> {
  const path = target
    .path()
    .replace(/\/reschedule$/, '')
    .replace(/regional-offices\/.*$/, 'regional-offices');
  const { body } = await request(app.server).get(path).set(target.by());
  const { version, items } = body as { version?: number; items?: { code: string; version: number }[] };
  return version ?? items?.find(({ code }) => code === 'jawa-tengah')?.version ?? 1;
}

test.each(targets)(
  'whatever stands in a field of $name, it is no server error',
  async (target) => {
    const failures: string[] = [];
    const whole = target.name === 'a follow-up' ? followUp() : target.body;
    for (const [name, value] of hostile) {
      for (const [field, body] of replaced(whole, value)) {
        if (body['version'] === 1) body['version'] = await currentVersion(target);
        const answer = await request(app.server)[target.method](target.path()).set(target.by()).send(body);
        if (answer.status >= 500) failures.push(`${field} = ${name}: ${answer.status}`);
      }
    }
    expect(failures).toEqual([]);
  },
  120_000,
);

test('__proto__ and constructor are unknown fields, nothing more', async () => {
  const answer = await api(app)
    .post('/api/feeds', {
      as: guest,
      body: wrong('{"scope":"me","__proto__":{"admin":true},"constructor":{"prototype":{}}}'),
    })
    .set('content-type', 'application/json');
  expect([400, 422]).toContain(answer.status);
  expect(({} as { admin?: boolean }).admin).toBeUndefined();
});
