import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import ICAL from 'ical.js';
import request from 'supertest';
import { startApp, type TestApp } from './support/app.js';
import { events } from './support/feeds.js';
import { signedIn, usualPeople } from './support/people.js';
import { confirmed, requested, step, type Header, type ShownVisit } from './support/visits.js';
import { api } from './support/api-client.js';

let app: TestApp;
let guest: Header;
let host: Header;

const sari = { name: 'Sari', email: 'sari@contoh.test', side: 'guest', role: 'leader' };
const budi = { name: 'Budi', email: 'budi@contoh.test', phone: '08123456789', side: 'host', role: 'speaker' };

beforeAll(async () => {
  app = await startApp();
  ({ guest, host } = await usualPeople(app));
});
afterAll(() => app.close());

interface CalendarMail {
  email: string;
  method: string;
  subject: string;
  event: ICAL.Event;
  partstat: string | undefined;
}

/** Calendar mails of a visit since the start, in order, read by another library. */
async function calendarMails(visit: { id: string }): Promise<CalendarMail[]> {
  await app.settle();
  const rows = await app.database.query<{ email: string; method: string; subject: string; content: string }>(
    `SELECT recipient_email AS email, calendar_method AS method, subject, calendar_content AS content
     FROM mail WHERE stream = $1 AND calendar_method IS NOT NULL ORDER BY position`,
    [visit.id],
  );
  return rows.map(({ content, ...row }) => {
    const calendar = new ICAL.Component(ICAL.parse(content) as unknown[]);
    expect(calendar.getFirstPropertyValue('method')).toBe(row.method);
    const vevent = calendar.getFirstSubcomponent('vevent');
    if (!vevent) throw new Error('no VEVENT');
    const partstat = vevent.getFirstProperty('attendee')?.getParameter('partstat') as string | undefined;
    return { ...row, event: new ICAL.Event(vevent), partstat };
  });
}

const summary = ({ email, method, event }: CalendarMail) => `${method} ${event.sequence} ${email}`;

describe('invitations', () => {
  let visit: ShownVisit;

  test('a confirmation invites everybody with an address, each alone', async () => {
    visit = await confirmed(app, guest, host, { participants: [sari, budi] });
    const mails = await calendarMails(visit);
    expect(mails.map(summary)).toEqual(['REQUEST 0 sari@contoh.test', 'REQUEST 0 budi@contoh.test']);
    for (const { event, partstat, subject } of mails) {
      expect(event.uid).toBe(visit.id);
      expect(event.attendees).toHaveLength(1);
      expect(partstat).toBe('NEEDS-ACTION');
      expect(event.startDate.toJSDate()).toEqual(new Date('2025-10-30T02:00:00Z'));
      expect(subject).toBe('Undangan: Ketahanan pangan dan kehumasan, Kamis, 30 Oktober 2025');
    }
  });

  test('a text fix keeps SEQUENCE and answers, a move raises it and asks again', async () => {
    const [participant] = visit.participants;
    const people = `/api/visits/${visit.id}/participants`;
    await request(app.server)
      .patch(`${people}/${participant?.id}`)
      .set(guest)
      .send({ answer: 'accepted' })
      .expect(200);
    const shown = await api(app).get('/api/visits/{id}', { as: guest, path: { id: visit.id } });
    const fixed = await api(app)
      .patch('/api/visits/{id}', {
        as: guest,
        path: { id: visit.id },
        body: { version: (shown.body as ShownVisit).version, title: 'Ketahanan pangan' },
      })
      .expect(200);
    let mails = await calendarMails(visit);
    expect(mails.slice(2).map(summary)).toEqual(['REQUEST 0 sari@contoh.test', 'REQUEST 0 budi@contoh.test']);
    expect(mails[2]?.partstat).toBe('ACCEPTED');

    const times = { startsAt: '2025-10-30T13:00:00+07:00', endsAt: '2025-10-30T15:00:00+07:00' };
    const proposed = await step(app, host, fixed.body, 'reschedule', {
      ...times,
      reason: 'Apel',
    });
    expect(await calendarMails(visit)).toHaveLength(4);
    visit = await step(app, guest, proposed, 'accept');
    mails = await calendarMails(visit);
    expect(mails.slice(4).map(summary)).toEqual(['REQUEST 1 sari@contoh.test', 'REQUEST 1 budi@contoh.test']);
    expect(mails[4]?.partstat).toBe('NEEDS-ACTION');
    expect(visit.participants.map(({ answer }) => answer)).toEqual(['needs-action', 'needs-action']);
  });

  test('an agenda that is published comes with the same invitation, in one mail a person', async () => {
    const before = (await calendarMails(visit)).length;
    const items = [
      {
        startsAt: visit.startsAt,
        endsAt: visit.endsAt,
        title: 'Tur kebun',
        kind: 'field-tour' as const,
        place: 'Kebun',
      },
    ];
    await api(app)
      .put('/api/visits/{id}/agenda', { as: host, path: { id: visit.id }, body: { version: 0, items } })
      .expect(200);
    await api(app)
      .post('/api/visits/{id}/agenda/publish', { as: host, path: { id: visit.id }, body: { version: 1 } })
      .expect(200);
    const mails = (await calendarMails(visit)).slice(before);
    expect(mails.map(summary)).toEqual(['REQUEST 1 sari@contoh.test', 'REQUEST 1 budi@contoh.test']);
    expect(mails[0]?.subject).toBe('Susunan acara: Ketahanan pangan');
    expect(mails[0]?.event.description).toContain('13.00–15.00 WIB: Tur kebun (Kebun)');
  });

  test('removing one is a CANCEL to that one alone; cancelling reaches the others', async () => {
    const removed = visit.participants.find(({ email }) => email === budi.email);
    await api(app)
      .delete('/api/visits/{id}/participants/{participantId}', {
        as: host,
        path: { id: visit.id, participantId: removed?.id },
      })
      .expect(204);
    const [cancelled] = (await calendarMails(visit)).slice(8);
    expect((await calendarMails(visit)).slice(8).map(summary)).toEqual(['CANCEL 2 budi@contoh.test']);
    expect(cancelled?.event.component.getFirstPropertyValue('status')).toBeNull();
    const current = await api(app).get('/api/visits/{id}', { as: guest, path: { id: visit.id } });
    await step(app, guest, current.body as ShownVisit, 'cancel', { reason: 'Berhalangan' });
    const mails = await calendarMails(visit);
    expect(mails.slice(9).map(summary)).toEqual(['CANCEL 2 sari@contoh.test']);
    expect(mails[9]?.event.component.getFirstPropertyValue('status')).toBe('CANCELLED');
  });

  test('jobs that run again send nothing again', async () => {
    const before = await calendarMails(visit);
    await app.database.query(
      `INSERT INTO pgboss.job (name, data) SELECT name, data FROM pgboss.job WHERE name = 'calendars.send-invitations'`,
    );
    expect(await calendarMails(visit)).toHaveLength(before.length);
  });
});

test('a visit can be saved as a file by those who may see it', async () => {
  const visit = await requested(app, guest);
  const path = `/api/visits/${visit.id}/invite.ics`;
  const file = await request(app.server).get(path).set(host).expect(200);
  expect(file.headers['content-disposition']).toBe(`attachment; filename="${visit.reference}.ics"`);
  const [event] = events(file.text);
  expect(event?.getFirstPropertyValue('status')).toBe('TENTATIVE');
  const stranger = await signedIn(app, { email: 'jauh@lain.test', role: 'officer', unit: 'bapas-surakarta' });
  await request(app.server).get(path).set(stranger).expect(404);
});
