import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import request from 'supertest';
import { startApp, type TestApp } from './support/app.js';
import { signedIn, usualPeople } from './support/people.js';
import { confirmed, requested, step, type Header } from './support/visits.js';

interface FreeTime {
  timeZone: string;
  items: { startsAt: string; endsAt: string; freePlaces: number; score?: number; reasons?: string[] }[];
}

let app: TestApp;
let guest: Header;
let host: Header;

beforeAll(async () => {
  app = await startApp();
  ({ guest, host } = await usualPeople(app));
});
afterAll(() => app.close());

const ask = (query: string, code = 'rutan-banjarnegara') =>
  request(app.server).get(`/api/units/${code}/availability?${query}`).set(guest);
const day = (date: string) =>
  `from=${encodeURIComponent(`${date}T00:00:00+07:00`)}&to=${encodeURIComponent(`${date}T23:59:00+07:00`)}`;
const free = async (query: string) => (await ask(query).expect(200)).body as FreeTime;
const times = ({ items }: FreeTime) =>
  items.map(({ startsAt, endsAt }) => `${startsAt.slice(11, 16)}-${endsAt.slice(11, 16)}`);

describe('availability', () => {
  test('a free day shows its hosting windows, in the host’s zone', async () => {
    const shown = await free(`${day('2025-10-30')}&minutes=120`);
    expect(shown.timeZone).toBe('Asia/Jakarta');
    expect(times(shown)).toEqual(['08:00-12:00', '13:00-16:00']);
    expect(shown.items[0]).toMatchObject({ startsAt: '2025-10-30T08:00:00+07:00', freePlaces: 1 });
  });

  test('a period may be named by dates of the host’s calendar, the last one whole', async () => {
    const byDates = await free('from=2025-10-30&to=2025-10-30&minutes=120');
    expect(byDates).toEqual(await free(`${day('2025-10-30')}&minutes=120`));
  });

  test('what is taken or offered by the host is not free, what is only asked for is', async () => {
    await confirmed(app, guest, host);
    expect(times(await free(`${day('2025-10-30')}&minutes=60`))).toEqual(['08:00-09:00', '13:00-16:00']);
    const asked = await requested(app, guest, {
      startsAt: '2025-10-31T08:00:00+07:00',
      endsAt: '2025-10-31T10:00:00+07:00',
    });
    expect(times(await free(`${day('2025-10-31')}&minutes=60`))).toEqual(['08:00-11:30', '13:30-16:00']);
    const offer = { startsAt: '2025-10-31T13:30:00+07:00', endsAt: '2025-10-31T16:00:00+07:00' };
    await step(app, host, asked, 'propose', offer);
    expect(times(await free(`${day('2025-10-31')}&minutes=60`))).toEqual(['08:00-11:30']);
  });

  test('common windows leave out what the guest has, best first, with the reasons', async () => {
    const elsewhere = await signedIn(app, {
      email: 'lain@tuan.test',
      role: 'officer',
      unit: 'rutan-purbalingga',
    });
    await confirmed(app, guest, elsewhere, {
      hostUnit: 'rutan-purbalingga',
      startsAt: '2025-11-05T08:00:00+07:00',
      endsAt: '2025-11-05T12:00:00+07:00',
    });
    const alone = await free(`${day('2025-11-05')}&minutes=120`);
    expect(times(alone)).toEqual(['08:00-12:00', '13:00-16:00']);
    const both = await free(`${day('2025-11-05')}&minutes=120&guest=bapas-purwokerto`);
    expect(times(both)).toEqual(['13:00-16:00']);
    const month = 'from=2025-10-21T00:00:00Z&to=2025-11-21T00:00:00Z';
    const ranked = await free(`${month}&minutes=120&guest=bapas-purwokerto`);
    const scores = ranked.items.map(({ score }) => score ?? 0);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    expect(ranked.items[0]?.reasons).toContain('decent-notice');
  });

  test('every window it shows can be booked from its start', async () => {
    const { items } = await free('from=2025-11-10T00:00:00Z&to=2025-11-14T00:00:00Z&minutes=90');
    expect(items.length).toBeGreaterThan(5);
    for (const { startsAt } of items) {
      const endsAt = new Date(new Date(startsAt).getTime() + 90 * 60_000).toISOString();
      await confirmed(app, guest, host, { startsAt, endsAt });
    }
  });

  test.each([
    ['an end before the start', 'from=2025-11-02T00:00:00Z&to=2025-11-01T00:00:00Z', 422],
    ['a period of a year', 'from=2025-11-02T00:00:00Z&to=2026-11-01T00:00:00Z', 422],
    ['no period', 'minutes=60', 422],
    ['no length', `${day('2025-11-03')}&minutes=0`, 422],
    ['an unknown guest', `${day('2025-11-03')}&guest=entah`, 422],
    ['the host as guest', `${day('2025-11-03')}&guest=rutan-banjarnegara`, 422],
  ])('%s is a clear 4xx', async (_, query, status) => {
    await ask(query).expect(status);
  });

  test('an unknown host is not found', async () => {
    await ask(day('2025-11-03'), 'entah').expect(404);
  });
});
