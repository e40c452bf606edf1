import { describe, expect, test } from '@jest/globals';
import { moveSession, shiftAlong, type SessionTime } from './shift-along.js';

const zone = 'Asia/Jakarta';
const time = (startsAt: string, endsAt: string, day = 30): SessionTime => ({
  startsAt: new Date(`2025-10-${day}T${startsAt}:00+07:00`),
  endsAt: new Date(`2025-10-${day}T${endsAt}:00+07:00`),
});
const session = (name: string, now: SessionTime | null, before: SessionTime | null = now) => ({
  name,
  time: now,
  before,
});
const clock = (date: Date): string => new Date(date.getTime() + 7 * 3_600_000).toISOString().slice(8, 16);
const shown = (sessions: readonly { name: string; time: SessionTime | null }[]): string[] =>
  sessions.map(
    ({ name, time: at }) => `${name} ${at ? `${clock(at.startsAt)}–${clock(at.endsAt).slice(3)}` : '?'}`,
  );

describe('sessions follow', () => {
  test('when one takes longer, with the pauses between them', () => {
    const longer = session('a', time('09:00', '10:15'), time('09:00', '10:00'));
    expect(shown(shiftAlong([longer, session('b', time('10:30', '11:00'))], zone))).toEqual([
      'a 30T09:00–10:15',
      'b 30T10:45–11:15',
    ]);
  });

  test('when one begins at another time, but not one that was set itself', () => {
    const list = [
      session('a', time('09:10', '09:40'), time('09:00', '09:30')),
      session('b', time('09:30', '10:00')),
      session('c', time('10:30', '11:00'), time('10:00', '10:30')),
      session('d', time('10:30', '11:00')),
    ];
    expect(shown(shiftAlong(list, zone))).toEqual([
      'a 30T09:10–09:40',
      'b 30T09:40–10:10',
      'c 30T10:30–11:00',
      'd 30T11:00–11:30',
    ]);
  });

  test('on their own day only, not for a new session, and past one without a time', () => {
    const list = [
      session('a', time('09:00', '10:00'), time('09:00', '09:30')),
      session('new', time('10:00', '10:30'), null),
      session('unread', null, time('10:00', '10:30')),
      session('b', time('11:00', '11:30')),
      session('c', time('09:00', '10:00', 31)),
    ];
    expect(shown(shiftAlong(list, zone))).toEqual([
      'a 30T09:00–10:00',
      'new 30T10:00–10:30',
      'unread ?',
      'b 30T11:30–12:00',
      'c 31T09:00–10:00',
    ]);
  });
});

describe('a session moved in the list', () => {
  const list = [
    session('a', time('09:00', '09:30')),
    session('b', time('09:30', '10:30')),
    session('c', time('11:00', '11:15')),
    session('d', time('11:15', '12:00')),
  ];

  test('takes its length along; pauses stay where they are, and what is around stays', () => {
    const forth = ['b 30T09:00–10:00', 'c 30T10:00–10:15', 'a 30T10:45–11:15', 'd 30T11:15–12:00'];
    expect(shown(moveSession(list, 0, 2, zone))).toEqual(forth);
    expect(shown(moveSession(moveSession(list, 0, 2, zone), 2, 0, zone))).toEqual(shown(list));
  });

  test('keeps the start of the place it takes on another day', () => {
    const days = [session('a', time('14:00', '15:00')), session('b', time('09:00', '09:30', 31))];
    expect(shown(moveSession(days, 1, 0, zone))).toEqual(['b 30T14:00–14:30', 'a 31T09:00–10:00']);
  });

  test('only changes places where a time cannot be read, or there is no such place', () => {
    const unread = [session('a', null), session('b', time('09:00', '10:00'))];
    expect(shown(moveSession(unread, 0, 1, zone))).toEqual(['b 30T09:00–10:00', 'a ?']);
    for (const [index, target] of [
      [0, 9],
      [9, 0],
      [0, -1],
    ] as const) {
      expect(moveSession(list, index, target, zone)).toEqual(list);
    }
  });
});
