import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import ICAL from 'ical.js';
import type { CalendarAttendee, CalendarVisit } from './calendar-visit.js';
import { feed } from './feed.js';
import { busyWindow, dayPeriod, freeBusy, type BusyTimes } from './free-busy.js';
import { busyEvents } from './busy-events.js';
import { cancellation, invitation } from './invitation.js';

/*
 * Each object is compared byte for byte with test/golden/<name>.ics.
 * After a wanted change: `npm test -- src/calendars/domain/golden -u`, then read the diff.
 */

const organizer = { name: 'Rutan Kelas IIB Banjarnegara', email: 'kunjungan@sambang.contoh.test' };
const siti: CalendarAttendee = {
  name: 'Siti Rahayu, S.H.',
  email: 'siti.rahayu@contoh.test',
  role: 'leader',
  answer: 'needs-action',
};

const wib: CalendarVisit = {
  uid: '0b6f6c1e-7d0a-4c55-9a55-2f5f3d3f7f10',
  sequence: 0,
  state: 'confirmed',
  startsAt: new Date('2025-10-30T02:00:00Z'),
  endsAt: new Date('2025-10-30T05:00:00Z'),
  timeZone: 'Asia/Jakarta',
  title: 'Studi tiru ketahanan pangan dan kehumasan: Bapas Kelas II Purwokerto ke Rutan Banjarnegara',
  description:
    'Waktu: Kamis, 30 Oktober 2025, pukul 09.00–12.00 WIB\nTopik: ketahanan pangan; kehumasan\n\n' +
    'Susunan acara:\n- 09.00–09.30 WIB: Sambutan, “selamat datang” (Aula)\n\nNomor kunjungan: ST-2025-000123',
  place: 'Aula Rutan Banjarnegara; Jl. Letjend Suprapto 38, Banjarnegara',
  url: 'https://sambang.contoh.test/kunjungan/ST-2025-000123',
  coordinates: { latitude: -7.396112, longitude: 109.697921 },
  createdAt: new Date('2025-10-20T01:15:00Z'),
  changedAt: new Date('2025-10-22T03:00:30Z'),
};

const wita: CalendarVisit = {
  ...wib,
  uid: '5a3f0d7c-9a53-4a3e-8f0b-5b0f4a0f2c21',
  sequence: 1,
  startsAt: new Date('2025-11-12T00:30:00Z'),
  endsAt: new Date('2025-11-12T04:00:00Z'),
  timeZone: 'Asia/Makassar',
  title: 'Studi tiru kehumasan: Lapas Kelas IIA Bontang ke Lapas Kelas I Makassar',
  description: 'Waktu baru: Rabu, 12 November 2025, pukul 08.30–12.00 WITA',
  place: 'Ruang Rapat Lantai 2',
  url: 'https://sambang.contoh.test/kunjungan/ST-2025-000131',
  coordinates: undefined,
};

const wit: CalendarVisit = {
  ...wib,
  uid: 'c2a9c7f4-11f2-4a59-bb3c-8e6d1f0c9a77',
  sequence: 2,
  startsAt: new Date('2025-12-01T22:30:00Z'),
  endsAt: new Date('2025-12-02T01:30:00Z'),
  timeZone: 'Asia/Jayapura',
  title: 'Kunjungan kerja: Bapas Kelas II Jayapura ke Lapas Kelas IIA Abepura 🤝',
  description: 'Waktu: Selasa, 2 Desember 2025, pukul 07.30–10.30 WIT',
  place: '',
  url: '',
  coordinates: { latitude: 0, longitude: 140.65 },
};

/** Thursday 09.00–12.00, no Friday, Saturday 08.00–10.00, Sunday as Thursday. */
const ownHours: CalendarVisit = {
  ...wib,
  days: 4,
  otherDays: [
    { after: 1, hours: null },
    {
      after: 2,
      hours: { startsAt: new Date('2025-11-01T01:00:00Z'), endsAt: new Date('2025-11-01T03:00:00Z') },
    },
  ],
};

const places = { wib, wita, wit } as const;

/** Each method in each zone; the three differ in role, answer and name too. */
const messages: Record<string, () => string> = Object.fromEntries(
  Object.entries(places).flatMap(([zone, visit]) => [
    [
      `request-${zone}`,
      () => invitation({ ...visit, sequence: 0 }, organizer, siti, new Date('2025-10-22T03:00:31Z')),
    ],
    [
      `request-update-${zone}`,
      () =>
        invitation(
          { ...visit, sequence: 1 },
          organizer,
          { ...siti, role: 'observer', answer: 'accepted' },
          new Date('2025-10-27T07:00:00Z'),
        ),
    ],
    [
      `cancel-${zone}`,
      () =>
        cancellation(
          { ...visit, sequence: 2 },
          organizer,
          { ...siti, name: '', role: 'speaker', answer: 'tentative' },
          new Date('2025-10-28T02:00:00Z'),
          'Tuan rumah berhalangan; mohon maaf.',
        ),
    ],
  ]),
);

const busy: BusyTimes = {
  uid: '7f8f8d63-2a5e-4b7f-9a64-1b1c4be0a1de',
  name: 'Waktu sibuk Rutan Kelas IIB Banjarnegara',
  ...busyWindow(wib.startsAt, 'Asia/Jakarta'),
  changedAt: wib.changedAt,
  timeZone: 'Asia/Jakarta',
  periods: [
    { type: 'BUSY', startsAt: wib.startsAt, endsAt: wib.endsAt },
    dayPeriod('2025-11-10', 'Asia/Jakarta'),
  ],
};

const cases: Record<string, () => string> = {
  ...messages,
  'request-days': () => invitation({ ...wib, days: 3 }, organizer, siti, new Date('2025-10-22T03:00:31Z')),
  'request-own-hours': () => invitation(ownHours, organizer, siti, new Date('2025-10-22T03:00:31Z')),
  'cancel-own-hours': () =>
    cancellation({ ...ownHours, sequence: 1 }, organizer, siti, new Date('2025-10-28T02:00:00Z'), 'Ditunda.'),
  'feed-own-hours': () => feed({ name: 'Sambang: kunjungan saya', timeZone: 'Asia/Jakarta' }, [ownHours]),
  'request-alarms': () =>
    invitation({ ...wib, alarmMinutes: [1440, 30] }, organizer, siti, new Date('2025-10-22T03:00:31Z')),
  feed: () =>
    feed(
      {
        name: 'Sambang: Kanwil Ditjenpas Jawa Tengah, semua kunjungan',
        description: 'Kunjungan yang diterima; diperbarui tiap jam',
        color: 'teal',
        timeZone: 'Asia/Jakarta',
        url: 'https://sambang.contoh.test/umpan',
      },
      [wib, { ...wita, state: 'tentative' }, { ...wit, state: 'cancelled' }],
    ),
  'feed-empty': () => feed({ name: 'Sambang: kunjungan saya', timeZone: 'Asia/Makassar' }, []),
  'cancel-removed': () =>
    cancellation(
      { ...wib, sequence: 2 },
      organizer,
      siti,
      new Date('2025-10-28T02:00:00Z'),
      '',
      'attendance',
    ),
  'free-busy': () => freeBusy(busy),
  'busy-events': () => busyEvents(busy),
};

function isUpdate(): boolean {
  const state = expect.getState() as unknown as { snapshotState?: { _updateSnapshot?: string } };
  return state.snapshotState?._updateSnapshot === 'all';
}

function times(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
  return calendar.getAllSubcomponents('vevent').map((component) => {
    const zones = calendar.getAllSubcomponents('vtimezone').map((zone) => new ICAL.Timezone(zone));
    const instant = (name: string) => {
      const property = component.getFirstProperty(name)!;
      const time = property.getFirstValue() as ICAL.Time;
      time.zone = zones.find((zone) => zone.tzid === property.getFirstParameter('tzid'))!;
      return new Date(time.toUnixTime() * 1000).toISOString();
    };
    return [instant('dtstart'), instant('dtend')];
  });
}

describe('golden calendar files', () => {
  test.each(Object.keys(cases))('%s', (name) => {
    const file = new URL(`../../../test/golden/${name}.ics`, import.meta.url);
    const bytes = Buffer.from(cases[name]!(), 'utf8');
    if (isUpdate()) writeFileSync(file, bytes);
    expect(bytes.toString('utf8')).toBe(readFileSync(file, 'utf8'));
    expect(bytes.equals(readFileSync(file))).toBe(true);
  });

  test.each([
    ...Object.entries(places).flatMap(([zone, visit]) =>
      ['request', 'request-update', 'cancel'].map((method): [string, CalendarVisit[]] => [
        `${method}-${zone}`,
        [visit],
      ]),
    ),
    ['request-days', [wib]] as [string, CalendarVisit[]],
    ['request-alarms', [wib]] as [string, CalendarVisit[]],
    ['cancel-removed', [wib]] as [string, CalendarVisit[]],
    ['feed', [wib, wita, wit]] as [string, CalendarVisit[]],
    ['feed-empty', []] as [string, CalendarVisit[]],
  ])('%s tells another parser the instants that were meant', (name, visits) => {
    const file = new URL(`../../../test/golden/${name}.ics`, import.meta.url);
    expect(times(readFileSync(file, 'utf8'))).toEqual(
      visits.map(({ startsAt, endsAt }) => [startsAt.toISOString(), endsAt.toISOString()]),
    );
  });
});
