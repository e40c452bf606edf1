import { expect, test } from '@jest/globals';
import { personClashes } from './person-clashes.js';

const item = (startsAt: string, endsAt: string, ...persons: string[]) => ({
  startsAt: new Date(`2025-10-30T${startsAt}:00Z`),
  endsAt: new Date(`2025-10-30T${endsAt}:00Z`),
  persons,
});

test('whoever leads two sessions at one time is named, however the name is written', () => {
  const items = [
    item('09:00', '10:00', 'Ani', 'Budi'),
    item('09:30', '10:30', ' ani ', 'Citra'),
    item('10:30', '11:00', 'Citra'),
  ];
  expect(personClashes(items)).toEqual([{ person: 'ani', index: 1, otherIndex: 0 }]);
  expect(personClashes([])).toEqual([]);
});
