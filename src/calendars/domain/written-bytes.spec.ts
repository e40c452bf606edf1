import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import ICAL from 'ical.js';
import type { CalendarVisit } from './calendar-visit.js';
import { cleanLine, cleanName, calendarText, cleanUrl } from './clean.js';
import { feed } from './feed.js';
import { cancellation, invitation } from './invitation.js';

const hostile = fc.constantFrom(
  ...[
    '\r\nX-EVIL:1',
    '\nEND:VEVENT\nBEGIN:VEVENT\nUID:evil',
    '\rATTENDEE:mailto:evil@contoh.test',
    '"',
    ';',
    ',',
    ':',
  ],
  ...[
    '\\',
    '\\n',
    '\\N',
    '\\,',
    '\n',
    '\r',
    '\t',
    '\v',
    '\f',
    '\u0000',
    '\u007F',
    '\u0085',
    '\u2028',
    '\u2029',
  ],
  ...[
    '^',
    '^n',
    "^'",
    '@',
    ' ',
    '\uFEFF',
    '\uD83D',
    '\uDE00',
    '😀',
    '👩‍👩‍👧',
    '🇮🇩',
    'é',
    'e\u0301',
    '漢',
    'ꦗꦮ',
    '";CN="x',
  ],
);
const codeUnits = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 12 })
  .map((units) => String.fromCharCode(...units));
const filler = fc.integer({ min: 1, max: 76 }).map((length) => 'x'.repeat(length));
const anyText = fc
  .array(fc.oneof(hostile, codeUnits, filler, fc.string({ unit: 'binary', maxLength: 20 })), {
    maxLength: 12,
  })
  .map((parts) => parts.join(''));
const anyUrl = fc.oneof(
  anyText,
  anyText.map((text) => `https://sambang.contoh.test/${text}`),
  fc.webUrl({ withFragments: true, withQueryParameters: true }),
  fc.constantFrom('javascript:alert(1)', 'https://budi:rahasia@contoh.test/', 'http://a/\\,;@"'),
);
const minute = fc.integer({ min: 0, max: 60_000_000 }).map((minutes) => minutes * 60_000);
const anyVisit: fc.Arbitrary<CalendarVisit> = fc
  .record({
    sequence: fc.nat(100),
    state: fc.constantFrom('tentative' as const, 'confirmed' as const),
    start: minute,
    length: fc.integer({ min: 1, max: 5000 }),
    timeZone: fc.constantFrom('Asia/Jakarta' as const, 'Asia/Makassar' as const, 'Asia/Jayapura' as const),
    title: anyText,
    alarmMinutes: fc.array(fc.integer({ min: 0, max: 40_320 }), { maxLength: 3 }),
    description: anyText,
    place: anyText,
    url: anyUrl,
    latitude: fc.double({ min: -11, max: 6, noNaN: true }),
    uid: fc.uuid(),
  })
  .map(({ start, length, latitude, ...rest }) => ({
    ...rest,
    startsAt: new Date(start),
    endsAt: new Date(start + length * 60_000),
    coordinates: { latitude, longitude: 0 },
    createdAt: new Date(start),
    changedAt: new Date(start + 1000),
  }));
const organizer = { name: 'Rutan Banjarnegara', email: 'kunjungan@contoh.test' };
const attendeeOf = (name: string) => ({
  name,
  email: 'siti@contoh.test',
  role: 'member' as const,
  answer: 'needs-action' as const,
});
const stampedAt = new Date('2025-10-22T03:00:00Z');

const PEOPLE = ['organizer', 'attendee'];
const EVENT = [
  'uid',
  'sequence',
  'dtstamp',
  'dtstart',
  'dtend',
  'summary',
  'transp',
  'location',
  'geo',
  'description',
];
const EVENT_END = [
  'url',
  'status',
  'x-microsoft-cdo-busystatus',
  'comment',
  'created',
  'last-modified',
  'class',
];

const parsed = (text: string) => new ICAL.Component(ICAL.parse(text) as unknown[]);
const names = (component: ICAL.Component) => component.getAllProperties().map((property) => property.name);

/** ical.js takes these three for values of an unknown type and leaves their TEXT escapes to its caller. */
function unescaped(calendar: ICAL.Component, name: string): string {
  return String(calendar.getFirstPropertyValue(name) ?? '').replace(/\\([\\;,])/gu, '$1');
}

/** What the bytes promise whatever was put in (RFC 5545 3.1). */
function expectSoundBytes(text: string) {
  const bytes = Buffer.from(text, 'utf8');
  expect(bytes.toString('utf8')).toBe(text); // no lone surrogate
  expect(bytes.subarray(-15).toString('latin1')).toBe('END:VCALENDAR\r\n');
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[^\P{Cc}]|[\u2028\u2029]/u);
  const lines = bytes.toString('latin1').split('\r\n').slice(0, -1);
  for (const line of lines) {
    expect(line.length).toBeLessThanOrEqual(75);
    new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(line, 'latin1')); // throws on a split character
  }
}

function expectVisit(event: ICAL.Component, visit: CalendarVisit, allowed: string[]) {
  const found = names(event);
  expect(new Set(found).size).toBe(found.length);
  expect(found).toEqual(allowed.filter((name) => found.includes(name)));
  const value = (name: string) => event.getFirstPropertyValue(name);
  expect(value('uid')).toBe(visit.uid);
  expect(value('summary')).toBe(cleanLine(visit.title));
  expect(value('description') ?? '').toBe(calendarText(visit.description));
  expect(value('location') ?? '').toBe(cleanLine(visit.place));
  expect(value('url')).toBe(cleanUrl(visit.url));
  const alarms = event.getAllSubcomponents();
  expect(alarms).toHaveLength(value('status') === 'CANCELLED' ? 0 : (visit.alarmMinutes ?? []).length);
  for (const alarm of alarms) {
    expect(names(alarm)).toEqual(['action', 'trigger', 'description']);
    expect(alarm.getFirstPropertyValue('description')).toBe(cleanLine(visit.title));
  }
  const geo = value('geo') as unknown as number[];
  expect(geo[0]).toBeCloseTo(visit.coordinates!.latitude, 5);
  expect(String(event.getFirstProperty('dtstart')!.getFirstValue())).not.toMatch(/Z$/);
  expect(event.getFirstProperty('dtstart')!.getFirstParameter('tzid')).toBe(visit.timeZone);
}

describe('whatever a person types', () => {
  test('an invitation holds it as cleaned, and nothing else', () => {
    fc.assert(
      fc.property(anyVisit, anyText, anyText, (visit, guest, host) => {
        const text = invitation(visit, { ...organizer, name: host }, attendeeOf(guest), stampedAt);
        expectSoundBytes(text);
        const calendar = parsed(text);
        expect(names(calendar)).toEqual(['version', 'prodid', 'method']);
        expect(calendar.getFirstPropertyValue('method')).toBe('REQUEST');
        expect(calendar.getAllSubcomponents().map(({ name }) => name)).toEqual(['vtimezone', 'vevent']);
        const event = calendar.getFirstSubcomponent('vevent')!;
        expectVisit(event, visit, [...EVENT, ...PEOPLE, ...EVENT_END.filter((name) => name !== 'comment')]);
        const cn = (name: string) => event.getFirstProperty(name)!.getFirstParameter('cn');
        expect(cn('attendee')).toBe(cleanName(guest) || 'siti@contoh.test');
        expect(cn('organizer')).toBe(cleanName(host) || organizer.email);
        expect(event.getFirstPropertyValue('attendee')).toMatch(/^mailto:siti@contoh\.test$/i);
      }),
      { numRuns: 300 },
    );
  });

  test('a cancellation holds it as cleaned, the reason too', () => {
    fc.assert(
      fc.property(anyVisit, anyText, (visit, comment) => {
        const text = cancellation(visit, organizer, attendeeOf('Siti'), stampedAt, comment);
        expectSoundBytes(text);
        const calendar = parsed(text);
        expect(calendar.getFirstPropertyValue('method')).toBe('CANCEL');
        const event = calendar.getFirstSubcomponent('vevent')!;
        expectVisit(event, visit, [...EVENT, ...PEOPLE, ...EVENT_END]);
        expect(event.getFirstPropertyValue('status')).toBe('CANCELLED');
        expect(event.getFirstPropertyValue('comment') ?? '').toBe(calendarText(comment));
      }),
      { numRuns: 200 },
    );
  });

  test('a personal feed holds it as cleaned, in the order given, the same bytes each time', () => {
    fc.assert(
      fc.property(
        fc.array(anyVisit, { maxLength: 4 }),
        anyText,
        anyText,
        anyUrl,
        (visits, name, description, url) => {
          const options = { name, description, url, timeZone: 'Asia/Jakarta' as const, personal: true };
          const text = feed(options, visits);
          expect(feed({ ...options }, structuredClone(visits))).toBe(text);
          expectSoundBytes(text);
          const calendar = parsed(text);
          const head = [
            'version',
            'prodid',
            'url',
            'name',
            'x-wr-calname',
            'x-wr-caldesc',
            'refresh-interval',
          ];
          const allowed = [...head, 'x-published-ttl', 'x-wr-timezone'];
          expect(names(calendar)).toEqual(allowed.filter((one) => names(calendar).includes(one)));
          expect(unescaped(calendar, 'name')).toBe(cleanLine(name));
          expect(unescaped(calendar, 'x-wr-calname')).toBe(cleanLine(name));
          expect(unescaped(calendar, 'x-wr-caldesc')).toBe(cleanLine(description));
          const events = calendar.getAllSubcomponents('vevent');
          expect(events).toHaveLength(visits.length);
          const allowedInEvent = [...EVENT, ...EVENT_END.filter((one) => one !== 'comment')];
          events.forEach((event, index) => expectVisit(event, visits[index]!, allowedInEvent));
        },
      ),
      { numRuns: 200 },
    );
  });

  test('a feed that is not personal holds no ATTENDEE, no ORGANIZER, no METHOD and not one @', () => {
    fc.assert(
      fc.property(fc.array(anyVisit, { maxLength: 3 }), anyText, anyUrl, (visits, name, url) => {
        const text = feed({ name, description: name, url, color: 'teal', timeZone: 'Asia/Jayapura' }, visits);
        expectSoundBytes(text);
        expect(text).not.toContain('@');
        const calendar = parsed(text);
        expect(names(calendar)).not.toContain('method');
        const inEvents = calendar.getAllSubcomponents('vevent').flatMap(names);
        expect(inEvents.filter((one) => PEOPLE.includes(one))).toEqual([]);
        expect(calendar.getAllSubcomponents('vevent')).toHaveLength(visits.length);
      }),
      { numRuns: 200 },
    );
  });
});
