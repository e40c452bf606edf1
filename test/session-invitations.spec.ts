import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import ICAL from 'ical.js';
import request from 'supertest';
import { ReceiveMail } from '../src/replies/index.js';
import { agendaVersion, session } from './support/agendas.js';
import { startApp, type TestApp } from './support/app.js';
import { events, readFeed, subscribeTo } from './support/feeds.js';
import { usualPeople } from './support/people.js';
import { returnAddressOf, schedulingMail } from './support/replies.js';
import { confirmed, step, type Header, type ShownVisit } from './support/visits.js';
import { api } from './support/api-client.js';

let app: TestApp;
let guest: Header;
let host: Header;
let visit: ShownVisit;
let talk: string;
let tour: string;

/** An officer who comes for sessions only, and somebody who comes for the whole visit. */
const officer = { name: 'Petugas', email: 'petugas@tamu.test', side: 'guest', role: 'speaker' };
const sari = { name: 'Sari', email: 'sari@contoh.test', side: 'guest', role: 'leader' };

beforeAll(async () => {
  app = await startApp();
  ({ guest, host } = await usualPeople(app));
});
afterAll(() => app.close());

const agenda = () => `/api/visits/${visit.id}/agenda`;
const talkAt = (from: string, to: string) => session(from, to, 'Paparan', { place: 'Aula' });
const tourItem = session('10:30', '12:00', 'Tur kebun', { place: 'Kebun' });

async function publish(items: object[]): Promise<void> {
  const version = await agendaVersion(app, visit.id);
  const saved = await request(app.server).put(agenda()).set(host).send({ version, items }).expect(200);
  const ids = (saved.body as { items: { id: string; title: string }[] }).items;
  talk = ids.find(({ title }) => title === 'Paparan')?.id ?? talk;
  tour = ids.find(({ title }) => title === 'Tur kebun')?.id ?? tour;
  await request(app.server)
    .post(`${agenda()}/publish`)
    .set(host)
    .send({ version: version + 1 })
    .expect(200);
}

const choose = (sessions: string[], status = 200) => {
  const participant = visit.participants.find(({ email }) => email === officer.email);
  return api(app)
    .put('/api/visits/{id}/participants/{participantId}/sessions', {
      as: guest,
      path: { id: visit.id, participantId: participant?.id },
      body: { sessions },
    })
    .expect(status);
};

/** Scheduling messages to the officer since the last look, as another library reads them. */
async function told(): Promise<{ line: string; event: ICAL.Event }[]> {
  await app.settle();
  const rows = await app.database.query<{ content: string; subject: string }>(
    `SELECT calendar_content AS content, subject FROM mail
     WHERE recipient_email = $1 AND calendar_method IS NOT NULL ORDER BY position`,
    [officer.email],
  );
  await app.database.query('DELETE FROM mail');
  const names = new Map([
    [visit.id, 'visit'],
    [talk, 'talk'],
    [tour, 'tour'],
  ]);
  return rows.map(({ content }) => {
    const calendar = new ICAL.Component(ICAL.parse(content) as unknown[]);
    const vevent = calendar.getFirstSubcomponent('vevent');
    if (!vevent) throw new Error('no VEVENT');
    const event = new ICAL.Event(vevent);
    const method = String(calendar.getFirstPropertyValue('method'));
    return { line: `${method} ${names.get(event.uid)} ${event.sequence}`, event };
  });
}
const lines = async () => (await told()).map(({ line }) => line);

beforeEach(async () => {
  visit = await confirmed(app, guest, host, { participants: [sari, officer] });
  await publish([talkAt('09:00', '10:00'), tourItem]);
  await told();
});
const cancelled = async () => {
  const { body } = await api(app)
    .get('/api/visits/{id}', { as: guest, path: { id: visit.id } })
    .expect(200);
  await step(app, guest, body, 'cancel', { reason: 'x' });
};

test('who comes for one session alone has that one in the calendar, and follows it', async () => {
  await choose([talk]);
  const [gone, invited] = await told();
  expect([gone?.line, invited?.line]).toEqual(['CANCEL visit 1', 'REQUEST talk 0']);
  expect(invited?.event.summary).toBe('Paparan – Studi tiru: Ketahanan pangan dan kehumasan');
  expect(invited?.event.startDate.toJSDate()).toEqual(new Date('2025-10-30T02:00:00Z'));
  expect(invited?.event.location).toMatch(/^Aula, Rutan/);

  await publish([
    { ...talkAt('09:30', '10:30'), id: talk },
    { ...tourItem, id: tour },
  ]);
  expect(await lines()).toEqual(['REQUEST talk 1']);
  await publish([{ ...tourItem, id: tour }]);
  expect(await lines()).toEqual(['CANCEL talk 2']);
  await choose([]);
  expect(await lines()).toEqual(['REQUEST visit 2']);
  await cancelled();
  expect(await lines()).toEqual(['CANCEL visit 3']);
});

test('a session that nobody knows is refused, and a cancelled visit takes every session along', async () => {
  const refused = await choose(['0199a5b4-1111-7000-8000-000000000009'], 422);
  expect(refused.body).toMatchObject({ code: 'session-unknown' });
  await choose([talk, tour]);
  expect(await lines()).toEqual(['CANCEL visit 1', 'REQUEST talk 0', 'REQUEST tour 0']);
  await cancelled();
  expect((await lines()).sort()).toEqual(['CANCEL talk 1', 'CANCEL tour 1']);
});

test('the answer to a session’s invitation counts, and the personal feed holds the session alone', async () => {
  await choose([tour]);
  await told();
  const to = await returnAddressOf(app, visit.id, officer.email);
  const reply = schedulingMail({ ...officer, to }, 'REPLY', [
    `UID:${tour}`,
    'DTSTAMP:20251021T010000Z',
    'SEQUENCE:0',
    `ATTENDEE;PARTSTAT=ACCEPTED:mailto:${officer.email}`,
  ]);
  const received = await app.app.get(ReceiveMail).execute(Buffer.from(reply));
  expect(received).toEqual({ outcome: 'answer', visitId: visit.id });
  const { path } = await subscribeTo(app, guest, 'me');
  const uids = events(await readFeed(app, path)).map((event) => event.getFirstPropertyValue('uid'));
  expect(uids).toContain(tour);
  expect(uids).not.toContain(visit.id);
  await cancelled();
});

test('one’s own alarms are in one’s invitations and feed, in nobody else’s', async () => {
  const path = '/api/me/calendar';
  await request(app.server)
    .put(path)
    .set(guest)
    .send({ alarmMinutes: [-1] })
    .expect(422);
  const { body } = await request(app.server)
    .put(path)
    .set(guest)
    .send({ alarmMinutes: [30, 1440] })
    .expect(200);
  expect(body).toEqual({ alarmMinutes: [1440, 30] });
  await choose([tour]);
  const invited = (await told()).find(({ line }) => line.startsWith('REQUEST tour'));
  const alarms = invited?.event.component.getAllSubcomponents('valarm') ?? [];
  expect(alarms.map((alarm) => String(alarm.getFirstPropertyValue('trigger')))).toEqual(['-P1D', '-PT30M']);
  expect(alarms.map((alarm) => alarm.getFirstPropertyValue('action'))).toEqual(['DISPLAY', 'DISPLAY']);
  expect(alarms[0]?.getFirstPropertyValue('description')).toBe(invited?.event.summary);
  const personal = await subscribeTo(app, guest, 'me');
  expect(await readFeed(app, personal.path)).toContain('BEGIN:VALARM');
  const unit = await subscribeTo(app, guest, 'unit');
  expect(await readFeed(app, unit.path)).not.toContain('BEGIN:VALARM');
  await cancelled();
});
