import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import ICAL from 'ical.js';
import type { CalendarAttendee } from './calendar-visit.js';
import { feed } from './feed.js';
import { cancellation, invitation } from './invitation.js';
import { visitObject, type CalendarSource } from './visit-object.js';

/*
 * How a visit on site, online and in between stands in calendars; byte for byte in test/golden/mode-<mode>.ics.
 * After a wanted change: `npm test -- src/calendars/domain/meeting -u`, then read the diff.
 */

type VisitMode = CalendarSource['mode'];

/** As long as those of Teams are, with digits that look like a telephone number. */
const LINK =
  'https://teams.microsoft.com/l/meetup-join/19%3ameeting_081234567890abcdefghijkl%40thread.v2/0?context=%7b%22Tid%22%3a%22628123456789%22%7d';

const source = (mode: VisitMode, meetingLink: string | null = LINK): CalendarSource => {
  const told: Partial<CalendarSource> = {
    id: '0b6f6c1e-7d0a-4c55-9a55-2f5f3d3f7f10',
    reference: 'KO-2025-000123',
    state: 'confirmed',
    sequence: 0,
    kind: 'coordination',
    title: 'Rapat pembinaan',
    purpose: 'Menyusun rencana bersama',
    topics: [],
    programs: [],
    mode,
    meetingLink,
    place: 'Aula',
    contactName: 'Siti Rahayu',
    contactPhone: '+6281234567890',
    contactEmail: null,
    guestUnitName: 'Bapas Purwokerto',
    hostUnitName: 'Rutan Banjarnegara',
    timeZone: 'Asia/Jakarta',
    hostAddress: 'Jalan Letjend Suprapto 38',
    latitude: -7.396112,
    longitude: 109.697921,
    startsAt: new Date('2025-10-30T02:00:00Z'),
    endsAt: new Date('2025-10-30T05:00:00Z'),
    ownHours: null,
    createdAt: new Date('2025-10-20T01:15:00Z'),
    changedAt: new Date('2025-10-22T03:00:30Z'),
  };
  return told as CalendarSource;
};

const organizer = { name: 'Rutan Banjarnegara', email: 'jadwal@sambang.contoh.test' };
const siti: CalendarAttendee = {
  name: 'Siti Rahayu',
  email: 'siti@contoh.test',
  role: 'member',
  answer: 'needs-action',
};
const PAGE = 'https://sambang.contoh.test/kunjungan/1';
const object = (mode: VisitMode, link?: string | null, audience: 'participant' | 'feed' = 'participant') =>
  visitObject(source(mode, link), [], audience, PAGE);
const asked = (mode: VisitMode, link?: string | null): string =>
  invitation(object(mode, link), organizer, siti, new Date('2025-10-22T03:00:31Z'));

const eventOf = (text: string): ICAL.Component =>
  new ICAL.Component(ICAL.parse(text) as unknown[]).getFirstSubcomponent('vevent')!;
const valueOf = (text: string, name: string): string | null => {
  const value = eventOf(text).getFirstPropertyValue(name);
  return value === null ? null : String(value);
};

const modes: readonly VisitMode[] = ['on-site', 'online', 'hybrid'];
const golden = (mode: VisitMode) => new URL(`../../../test/golden/mode-${mode}.ics`, import.meta.url);
const isUpdate = (): boolean => {
  const state = expect.getState() as unknown as { snapshotState?: { _updateSnapshot?: string } };
  return state.snapshotState?._updateSnapshot === 'all';
};

describe('a visit in calendars', () => {
  test.each(modes)('%s, byte for byte', (mode) => {
    const bytes = asked(mode);
    if (isUpdate()) writeFileSync(golden(mode), bytes);
    expect(bytes).toBe(readFileSync(golden(mode), 'utf8'));
    for (const line of bytes.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  });

  test('on site has its place and position, and leads into no meeting that was held in readiness', () => {
    const text = asked('on-site');
    expect(valueOf(text, 'location')).toBe('Aula, Rutan Banjarnegara, Jalan Letjend Suprapto 38');
    expect(valueOf(text, 'geo')).toBe('-7.396112,109.697921');
    expect(text).not.toMatch(/CONFERENCE|teams/u);
  });

  test('online has the meeting as a URI, in LOCATION and in DESCRIPTION, and no GEO', () => {
    const text = asked('online');
    const [conference, ...more] = eventOf(text).getAllProperties('conference');
    expect(more).toEqual([]);
    expect(conference?.type).toBe('uri');
    expect(conference?.getFirstParameter('feature')).toBe('VIDEO');
    expect(conference?.getFirstParameter('label')).toBe('Rapat daring');
    expect(conference?.getFirstValue()).toBe(LINK);
    expect(valueOf(text, 'location')).toBe(`Daring: ${LINK}`);
    expect(valueOf(text, 'description')).toContain(`\nTautan rapat: ${LINK}\n`);
    expect(valueOf(text, 'geo')).toBeNull();
  });

  test('in between has both', () => {
    const text = asked('hybrid');
    expect(valueOf(text, 'conference')).toBe(LINK);
    expect(valueOf(text, 'location')).toBe(
      `Aula, Rutan Banjarnegara, Jalan Letjend Suprapto 38; daring: ${LINK}`,
    );
    expect(valueOf(text, 'geo')).toBe('-7.396112,109.697921');
  });

  test('without a link yet it says that one is to come', () => {
    const text = asked('online', null);
    expect(valueOf(text, 'location')).toBe('Daring');
    expect(valueOf(text, 'description')).toContain('\nTautan rapat: menyusul\n');
    expect(text).not.toContain('CONFERENCE');
  });

  test.each(modes)('%s, in a feed that is not personal: nobody is let into the meeting', (mode) => {
    const options = { name: 'Kunjungan', timeZone: 'Asia/Jakarta' } as const;
    const text = feed(options, [object(mode, LINK, 'feed')]);
    expect(text.replaceAll('\r\n ', '')).not.toMatch(/CONFERENCE|teams|Tautan/u);
    expect(valueOf(text, 'location')).toBe(
      { 'on-site': 'Aula', online: 'Daring', hybrid: 'Aula' }[mode] +
        (mode === 'online' ? '' : ', Rutan Banjarnegara, Jalan Letjend Suprapto 38') +
        (mode === 'hybrid' ? '; daring' : ''),
    );
  });

  test('a personal feed has the link whole, whatever its digits look like', () => {
    const options = { name: 'Kunjungan', timeZone: 'Asia/Jakarta', personal: true } as const;
    const text = feed(options, [object('online')]);
    expect(valueOf(text, 'conference')).toBe(LINK);
    expect(valueOf(text, 'description')).toContain(LINK);
  });

  test('what is cancelled leads into no meeting', () => {
    const text = cancellation(object('online'), organizer, siti, new Date('2025-10-28T02:00:00Z'), 'Batal.');
    expect(text).not.toContain('CONFERENCE');
    expect(valueOf(text, 'comment')).toBe('Batal.');
  });

  test.each(['http://meet.contoh.test/a', 'javascript:alert(1)', 'https://meet.contoh.test/a\r\nX-A:b'])(
    'only an https address on one line is a conference: %s',
    (link) => {
      const text = asked('online', link);
      expect(text.split('\r\n').filter((line) => line.startsWith('X-A'))).toEqual([]);
      expect(valueOf(text, 'conference') ?? 'https:').toMatch(/^https:/u);
      if (!link.startsWith('https:')) expect(text).not.toContain('CONFERENCE');
    },
  );
});
