import { describe, expect, test } from '@jest/globals';
import ICAL from 'ical.js';
import { CalendarError } from './calendar-error.js';
import type { CalendarAttendee, CalendarVisit } from './calendar-visit.js';
import { feed } from './feed.js';
import { cancellation, invitation } from './invitation.js';

const visit: CalendarVisit = {
  uid: '0b6f6c1e-7d0a-4c55-9a55-2f5f3d3f7f10',
  sequence: 2,
  state: 'confirmed',
  startsAt: new Date('2025-10-30T02:00:00Z'),
  endsAt: new Date('2025-10-30T05:00:00Z'),
  timeZone: 'Asia/Jakarta',
  title: 'Studi tiru',
  description: 'Hubungi Siti, 0812-3456-7890, siti@contoh.test',
  place: 'Aula',
  url: 'https://sambang.contoh.test/kunjungan/1',
  createdAt: new Date('2025-10-20T00:00:00Z'),
  changedAt: new Date('2025-10-21T00:00:00Z'),
};
const organizer = { name: 'Rutan Banjarnegara', email: 'kunjungan@contoh.test' };
const siti: CalendarAttendee = {
  name: 'Siti',
  email: 'siti@contoh.test',
  role: 'member',
  answer: 'needs-action',
};
const stampedAt = new Date('2025-10-22T03:00:00Z');

const eventOf = (text: string) =>
  new ICAL.Component(ICAL.parse(text) as unknown[]).getFirstSubcomponent('vevent')!;
const attendeeOf = (text: string) => eventOf(text).getFirstProperty('attendee')!;

describe('invitation and cancellation', () => {
  test.each([
    ['leader', 'CHAIR'],
    ['member', 'REQ-PARTICIPANT'],
    ['speaker', 'REQ-PARTICIPANT'],
    ['minute-taker', 'REQ-PARTICIPANT'],
    ['observer', 'OPT-PARTICIPANT'],
  ] as const)('a %s is %s', (role, expected) => {
    const attendee = attendeeOf(invitation(visit, organizer, { ...siti, role }, stampedAt));
    expect(attendee.getFirstParameter('role')).toBe(expected);
  });

  test.each([
    ['needs-action', 'NEEDS-ACTION', 'TRUE'],
    ['accepted', 'ACCEPTED', undefined],
    ['tentative', 'TENTATIVE', undefined],
    ['declined', 'DECLINED', undefined],
  ] as const)('the answer %s is kept, and asked for only while there is none', (answer, status, rsvp) => {
    const requested = attendeeOf(invitation(visit, organizer, { ...siti, answer }, stampedAt));
    expect(requested.getFirstParameter('partstat')).toBe(status);
    expect(requested.getFirstParameter('rsvp')).toBe(rsvp);
    const cancelled = attendeeOf(cancellation(visit, organizer, { ...siti, answer }, stampedAt));
    expect(cancelled.getFirstParameter('rsvp')).toBeUndefined();
  });

  test('a cancel keeps UID and SEQUENCE, is CANCELLED and frees the time', () => {
    const event = eventOf(cancellation({ ...visit, state: 'confirmed' }, organizer, siti, stampedAt));
    expect(event.getFirstPropertyValue('uid')).toBe(visit.uid);
    expect(event.getFirstPropertyValue('sequence')).toBe(2);
    expect(event.getFirstPropertyValue('status')).toBe('CANCELLED');
    expect(event.getFirstPropertyValue('transp')).toBe('TRANSPARENT');
  });

  test('a cancel to one who was taken out says nothing of the visit', () => {
    const text = cancellation(
      { ...visit, state: 'confirmed' },
      organizer,
      siti,
      stampedAt,
      'x',
      'attendance',
    );
    const event = eventOf(text);
    expect(event.getFirstPropertyValue('status')).toBeNull();
    expect(event.getFirstPropertyValue('transp')).toBe('TRANSPARENT');
    expect(text).toContain('METHOD:CANCEL');
  });

  test.each([
    ['calendar-uid-invalid', { uid: 'a;b' }],
    ['calendar-zone-unknown', { timeZone: 'Europe/Berlin' as 'Asia/Jakarta' }],
    ['calendar-time-invalid', { endsAt: visit.startsAt }],
    ['calendar-time-invalid', { startsAt: new Date(Number.NaN) }],
    ['calendar-time-invalid', { changedAt: new Date(Number.NaN) }],
    ['calendar-sequence-invalid', { sequence: -1 }],
    ['calendar-sequence-invalid', { sequence: 1.5 }],
    ['calendar-visit-cancelled', { state: 'cancelled' as const }],
  ])('is not written with %s', (code, change) => {
    const write = () => invitation({ ...visit, ...change }, organizer, siti, stampedAt);
    expect(write).toThrow(CalendarError);
    expect(write).toThrow(code);
  });
});

describe('feed', () => {
  const text = (personal: boolean) => feed({ name: 'Sambang', timeZone: 'Asia/Jakarta', personal }, [visit]);

  test('only a personal one keeps phones and mail addresses', () => {
    expect(eventOf(text(true)).getFirstPropertyValue('description')).toBe(visit.description);
    expect(eventOf(text(false)).getFirstPropertyValue('description')).toBe(
      'Hubungi Siti, [telepon disembunyikan], [surel disembunyikan]',
    );
  });

  test('hides a number that a control character breaks up', () => {
    const hidden = { ...visit, description: '', title: 'WA 0812\u00003456789' };
    const event = eventOf(feed({ name: 'Sambang', timeZone: 'Asia/Jakarta' }, [hidden]));
    expect(event.getFirstPropertyValue('summary')).toBe('WA [telepon disembunyikan]');
  });

  test('is stamped with the last change of the visit', () => {
    expect(String(eventOf(text(false)).getFirstPropertyValue('dtstamp'))).toBe('2025-10-21T00:00:00Z');
  });

  test('asks to be read again after an hour', () => {
    expect(text(false)).toContain('\r\nREFRESH-INTERVAL;VALUE=DURATION:PT1H\r\nX-PUBLISHED-TTL:PT1H\r\n');
  });
});
