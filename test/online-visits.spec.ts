import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type ICAL from 'ical.js';
import request from 'supertest';
import { api } from './support/api-client.js';
import { type TestApp } from './support/app.js';
import { events, readFeed, subscribeTo } from './support/feeds.js';
import { signedIn, type UsualPeople } from './support/people.js';
import { confirmed, create, type Header } from './support/visits.js';
import { LINK, online, sari, startWithHead, visitTools, withoutVisits } from './support/online-visits.js';

let app: TestApp;
let people: UsualPeople;
let administrator: Header;

const OTHER = 'https://meet.google.com/abc-defg-hij';

beforeAll(async () => {
  ({ app, people } = await startWithHead());
  administrator = await signedIn(app, { email: 'admin@pusat.test', role: 'administrator' });
}, 60_000);
afterAll(() => app.close());
beforeEach(() => withoutVisits(app));

const { read, patch } = visitTools(() => ({ app, people }));
const page = async (path: string, by: Header): Promise<string> =>
  (await request(app.server).get(path).set('accept', 'text/html').set(by).expect(200)).text;

interface Told {
  text: string;
  sequence: number;
  location: string;
  conference: string;
  partstat: string;
}

/** Calendar mails of a visit, in order. */
async function told({ id }: { id: string }): Promise<Told[]> {
  await app.settle();
  const rows = await app.database.query<{ text: string; content: string }>(
    `SELECT body_text AS text, calendar_content AS content FROM mail
     WHERE stream = $1 AND calendar_method IS NOT NULL ORDER BY position`,
    [id],
  );
  return rows.map(({ text, content }) => {
    const event = events(content)[0] as ICAL.Component;
    const value = (name: string) => String(event.getFirstPropertyValue(name));
    const partstat = String(event.getFirstProperty('attendee')?.getFirstParameter('partstat'));
    return {
      ...{ text, partstat },
      sequence: Number(value('sequence')),
      location: value('location'),
      conference: value('conference'),
    };
  });
}

describe('How people meet', () => {
  test('is on site unless it is said otherwise, and a link is https only', async () => {
    const visit = await create(app, people.guest);
    expect(visit).toMatchObject({ mode: 'on-site', meetingLink: null });
    for (const meetingLink of [
      'http://meet.contoh.test/a',
      'javascript:alert(1)',
      'https://a:b@meet.contoh.test',
      'x',
    ])
      await patch(visit, { meetingLink }, people.guest, 422);
    await patch(visit, { mode: 'by-letter' }, people.guest, 422);
    const typed = await patch(
      visit,
      { mode: 'online', meetingLink: 'meet.google.com/abc-defg-hij' },
      people.guest,
    );
    expect(typed).toMatchObject({ mode: 'online', meetingLink: OTHER });
    await expect(
      app.database.query(`UPDATE visit SET meeting_link = 'http://meet.contoh.test' WHERE id = $1`, [
        visit.id,
      ]),
    ).rejects.toThrow('visit_meeting_link_check');
  });

  test('is carried by arranged and recorded visits, series and trips, by each leg for itself', async () => {
    const times = { startsAt: '2025-10-30T09:00:00+07:00', endsAt: '2025-10-30T11:00:00+07:00' };
    const said = { title: 'Rapat', mode: 'online', meetingLink: LINK } as const;
    const units = { guestUnit: 'bapas-purwokerto', hostUnit: 'rutan-banjarnegara' };
    const arranged = await api(app)
      .post('/api/arranged-visits', {
        as: people.kanwil,
        body: { ...units, ...times, kind: 'study-visit', ...said },
      })
      .expect(201);
    expect(arranged.body).toMatchObject({ mode: 'online', meetingLink: LINK });
    const over = { startsAt: '2025-10-01T09:00:00+07:00', endsAt: '2025-10-01T11:00:00+07:00' };
    const recorded = await api(app)
      .post('/api/recorded-visits', {
        as: people.guest,
        body: { ...units, ...over, kind: 'study-visit', ...said },
      })
      .expect(201);
    expect(await read(recorded.body.id)).toMatchObject({ mode: 'online', meetingLink: LINK });
    const recurrence = { frequency: 'weekly', every: 1, ordinal: null, until: '2025-11-13' } as const;
    const series = await api(app)
      .post('/api/series', {
        as: people.guest,
        body: { hostUnit: units.hostUnit, ...times, recurrence, ...said },
      })
      .expect(201);
    const dates = await app.database.query<{ mode: string; link: string }>(
      `SELECT v.mode, v.meeting_link AS link FROM series_date d JOIN visit v ON v.id = d.visit_id WHERE d.series_id = $1`,
      [series.body.id],
    );
    expect(dates.length).toBeGreaterThan(1);
    expect(dates.every(({ mode, link }) => mode === 'online' && link === LINK)).toBe(true);
  });

  test('of a trip: nobody travels to a leg that is online', async () => {
    await app.database.query(
      `UPDATE unit SET latitude = -2.61, longitude = 140.67 WHERE code = 'lapas-abepura'`,
    );
    const leg = (hostUnit: string, from: string, to: string, more = {}) => ({
      hostUnit,
      startsAt: `2025-11-04T${from}:00+07:00`,
      endsAt: `2025-11-04T${to}:00+07:00`,
      ...more,
    });
    const near = leg('rutan-banjarnegara', '08:00', '10:00');
    const far = leg('lapas-abepura', '11:00', '12:00');
    const party = [{ name: 'Sari Dewi', email: 'sari@contoh.test' }];
    const plan = (legs: object[]) =>
      api(app).post('/api/trips', {
        as: people.guest,
        body: { kind: 'study-visit', title: 'Dua tempat', legs: legs as [], party, draft: true },
      });
    const refused = await plan([near, far]);
    expect([refused.status, (refused.body as unknown as { code: string }).code]).toEqual([
      409,
      'trip-leg-unreachable',
    ]);
    const made = await plan([near, { ...far, mode: 'online', meetingLink: LINK }]).expect(201);
    expect(made.body.legs).toMatchObject([{ mode: 'on-site' }, { mode: 'online', way: null }]);
    const [, second] = made.body.legs;
    const changed = await patch({ id: second?.visit ?? '' }, { mode: 'on-site' }, people.guest, 409);
    expect(changed.code).toBe('trip-leg-unreachable');
    await app.database.query('DELETE FROM trip');
  });
});

describe('The link', () => {
  test('is known to both units, their regional offices and participants, and to nobody else', async () => {
    const visit = await confirmed(app, people.guest, people.host, {
      ...online,
      participants: [
        sari,
        { ...sari, name: 'Petugas', email: 'petugas@lain.test', side: 'invited', role: 'speaker' },
      ],
    });
    for (const by of [people.guest, people.host, people.kanwil, people.stranger]) {
      expect((await read(visit.id, by)).meetingLink).toBe(LINK);
      expect(await page(`/kunjungan/${visit.id}`, by)).toContain('Masuk rapat daring');
    }
    expect(await read(visit.id, administrator)).toMatchObject({ mode: 'online', meetingLink: null });
    expect(await page(`/kunjungan/${visit.id}`, administrator)).not.toContain('us02web');
    const file = await request(app.server)
      .get('/api/visits/export?format=csv')
      .set(administrator)
      .expect(200);
    expect(file.text).toContain('Daring');
    expect(file.text).not.toContain('us02web');
    const feed = await subscribeTo(app, people.guest, 'unit');
    const text = (await readFeed(app, feed.path)).replaceAll('\r\n ', '');
    expect(text).toContain('LOCATION:Daring\r\n');
    expect(text).not.toMatch(/us02web|CONFERENCE|GEO/);
    const own = await subscribeTo(app, people.stranger, 'me');
    const mine = (await readFeed(app, own.path)).replaceAll('\r\n ', '');
    expect(mine).toContain(`CONFERENCE;VALUE=URI;FEATURE=VIDEO;LABEL=Rapat daring:${LINK}`);
    expect(mine).toContain(`LOCATION:Daring: ${LINK}`);
  });

  test('that changes is mailed to participants with what it was, and keeps their answers', async () => {
    const visit = await confirmed(app, people.guest, people.host, online);
    const [first] = await told(visit);
    expect(first).toMatchObject({ sequence: 0, location: `Daring: ${LINK}`, conference: LINK });
    expect(first?.text).toContain('Masuk rapat daring');
    const [{ id: participant } = { id: '' }] = visit.participants;
    await request(app.server)
      .patch(`/api/visits/${visit.id}/participants/${participant}`)
      .set(people.guest)
      .send({ answer: 'accepted' })
      .expect(200);
    await patch(visit, { meetingLink: OTHER }, people.host);
    const [, second, ...more] = await told(visit);
    expect(more).toEqual([]);
    expect(second).toMatchObject({ sequence: 0, conference: OTHER, partstat: 'ACCEPTED' });
    expect(second?.text).toContain(`Tautan rapat: ${OTHER} (semula ${LINK})`);
    const history = await api(app).get('/api/visits/{id}/history', {
      as: people.guest,
      path: { id: visit.id },
    });
    const { changes } = (history.body as { items: { changes: object[] }[] }).items.at(-1) ?? {};
    expect(changes).toEqual([{ field: 'meetingLink', about: null, before: null, after: null }]);
    await patch(visit, { mode: 'hybrid' }, people.host);
    const [, , third] = await told(visit);
    expect(third).toMatchObject({ sequence: 1, conference: OTHER, partstat: 'NEEDS-ACTION' });
    expect(third?.text).toContain('(semula Daring)');
    await patch(visit, { mode: 'on-site' }, people.host);
    const fourth = (await told(visit)).at(-1);
    expect(fourth).toMatchObject({ sequence: 2, conference: 'null' });
    expect(fourth?.location).not.toContain('aring');
  });

  test('that is missing is asked for on the page and by mail before the visit, until it is there', async () => {
    const visit = await confirmed(app, people.guest, people.host, { mode: 'hybrid' });
    expect(await page(`/kunjungan/${visit.id}`, people.host)).toContain('Tautan rapat belum diisi');
    expect(await page(`/kunjungan/${visit.id}`, people.kanwil)).not.toContain('Isi tautan rapat');
    const asked = async () =>
      (
        await app.database.query<{ to: string }>(
          `SELECT recipient_email AS "to" FROM mail WHERE key LIKE $1 AND subject LIKE 'Tautan rapat belum diisi%' ORDER BY 1`,
          [`reminder:${visit.id}:%link-%`],
        )
      ).map(({ to }) => to);
    app.clock.set(new Date('2025-10-27T09:00:00+07:00'));
    await app.settle();
    expect(await asked()).toEqual([]);
    app.clock.set(new Date('2025-10-28T09:00:00+07:00'));
    await app.settle();
    expect(await asked()).toEqual(['kepala@tuan.test', 'petugas@tamu.test', 'petugas@tuan.test']);
    await patch(visit, { meetingLink: LINK }, people.guest);
    app.clock.set(new Date('2025-10-29T09:00:00+07:00'));
    await app.settle();
    expect(await asked()).toHaveLength(3);
    expect(await page(`/kunjungan/${visit.id}`, people.host)).not.toContain('Isi tautan rapat');
  });
});
