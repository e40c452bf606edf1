import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import ICAL from 'ical.js';
import request from 'supertest';
import { wib } from './support/agendas.js';
import { startApp, type TestApp } from './support/app.js';
import { events, readFeed, subscribeTo } from './support/feeds.js';
import { usualPeople } from './support/people.js';
import { confirmed, requested, step, type Header } from './support/visits.js';
import { api, wrong } from './support/api-client.js';

let app: TestApp;
let guest: Header;
let host: Header;

beforeAll(async () => {
  app = await startApp();
  ({ guest, host } = await usualPeople(app));
});
afterAll(() => app.close());

describe('free and busy times of a unit', () => {
  test('tell when, and of which kind, but neither what nor who', async () => {
    const participants = [{ name: 'Sari', email: 'sari@contoh.test', side: 'guest', role: 'leader' }];
    const times = { startsAt: wib('09:00', '2025-11-18'), endsAt: wib('11:00', '2025-11-18') };
    await confirmed(app, guest, host, { ...times, participants });
    const askedTimes = { startsAt: wib('09:00', '2025-11-19'), endsAt: wib('11:00', '2025-11-19') };
    const asked = await requested(app, guest, askedTimes);
    await app.database.query(
      `INSERT INTO closed_day (unit, date, reason) VALUES ('rutan-banjarnegara', '2025-11-20', 'Apel'),
         ('rutan-banjarnegara', '2025-11-21', 'Apel')`,
    );
    const { path, name, eventsUrl } = await subscribeTo(app, host, { scope: 'unit', shows: 'busy' });
    expect(new URL(eventsUrl ?? '').pathname).toBe(path.replace('.ics', '.acara.ics'));
    expect(name).toMatch(/^Waktu sibuk Rutan/);
    const text = await readFeed(app, path);
    const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
    expect(calendar.getAllSubcomponents().map((component) => component.name)).toEqual(['vfreebusy']);
    const busy = calendar.getFirstSubcomponent('vfreebusy')?.getAllProperties('freebusy') ?? [];
    const told = busy.map((property) => {
      const period = property.getFirstValue() as ICAL.Period;
      return `${String(property.getParameter('fbtype'))} ${period.toICALString()}`;
    });
    expect(told).toEqual(
      expect.arrayContaining([
        'BUSY 20251118T020000Z/20251118T040000Z',
        'BUSY-TENTATIVE 20251119T020000Z/20251119T040000Z',
        // Two closed days that touch.
        'BUSY-UNAVAILABLE 20251119T170000Z/20251121T170000Z',
      ]),
    );
    const asEvents = await readFeed(app, path.replace('.ics', '.acara.ics'));
    expect(
      events(asEvents).map((event) =>
        ['dtstart', 'dtend', 'summary'].map((name) => String(event.getFirstPropertyValue(name))).join(' '),
      ),
    ).toEqual(
      expect.arrayContaining([
        '2025-11-18T02:00:00Z 2025-11-18T04:00:00Z Terisi',
        '2025-11-19T02:00:00Z 2025-11-19T04:00:00Z Terisi (belum pasti)',
        '2025-11-20 2025-11-22 Tutup',
      ]),
    );
    expect(asEvents).not.toMatch(/DESCRIPTION|LOCATION|ATTENDEE|ORGANIZER|Sari|Ketahanan|Apel/);
    expect(text).not.toMatch(/SUMMARY|DESCRIPTION|LOCATION|ATTENDEE|ORGANIZER|Sari|Ketahanan|Apel/);
    await step(app, host, asked, 'decline', { reason: 'x' });
    expect(await readFeed(app, path)).not.toContain('BUSY-TENTATIVE');
  });

  test('are what alone is told as events', async () => {
    const { path, eventsUrl } = await subscribeTo(app, host, 'unit');
    expect(eventsUrl).toBeNull();
    await request(app.server).get(path.replace('.ics', '.acara.ics')).expect(404);
  });

  test('are asked for a unit alone, whole', async () => {
    for (const body of [
      { scope: 'me', shows: 'busy' },
      { scope: 'unit', shows: 'busy', states: ['confirmed'] },
    ]) {
      const refused = await api(app)
        .post('/api/feeds', { as: guest, body: wrong(body) })
        .expect(422);
      expect(refused.body).toMatchObject({ code: 'feed-busy-unfit' });
    }
  });
});
