import { describe, expect, test } from '@jest/globals';
import { nextSequence } from './sequence.js';

const slot = {
  startsAt: new Date('2025-10-30T02:00:00Z'),
  endsAt: new Date('2025-10-30T05:00:00Z'),
  ownHours: null,
  place: 'Aula Rutan Banjarnegara',
  mode: 'on-site',
} as const;
const previous = { ...slot, sequence: 3 };
const later = new Date('2025-10-30T06:00:00Z');

describe('SEQUENCE', () => {
  test.each([
    ['a text fix', { ...slot }, 3],
    ['equal instants in other objects', { ...slot, startsAt: new Date(slot.startsAt) }, 3],
    ['blanks around and inside the place', { ...slot, place: ' Aula  Rutan\nBanjarnegara ' }, 3],
    ['another start', { ...slot, startsAt: new Date('2025-10-30T01:00:00Z') }, 4],
    ['another end', { ...slot, endsAt: later }, 4],
    ['other hours of a day', { ...slot, ownHours: '{[0,60),[120,180)}' }, 4],
    ['another place', { ...slot, place: 'Aula Rutan Purbalingga' }, 4],
    ['another way to meet', { ...slot, mode: 'online' as const }, 4],
    [
      'all at once',
      { startsAt: slot.endsAt, endsAt: later, ownHours: null, place: 'Lapangan', mode: 'hybrid' as const },
      4,
    ],
    ['a cancel', 'cancelled' as const, 4],
  ])('%s', (_, next, expected) => {
    expect(nextSequence(previous, next)).toBe(expected);
  });
});
