import { expect, test } from '@jest/globals';
import type { AgendaItem } from './agenda-items.js';
import { withSuccessor } from './rename-person.js';

const session = (id: string, ...persons: string[]): AgendaItem => ({
  id,
  startsAt: new Date('2025-10-30T02:00:00Z'),
  endsAt: new Date('2025-10-30T03:00:00Z'),
  title: 'Sambutan',
  kind: 'remarks',
  place: '',
  persons,
  note: '',
});

test('one person takes the other’s place, however the name is written, and is named once', () => {
  const items = [
    session('a', 'budi  SANTOSO', 'Kepala'),
    session('b', 'Sari', 'Budi Santoso'),
    session('c', 'Budi'),
  ];
  const after = withSuccessor(items, 'Budi Santoso', 'Sari');
  expect(after.map(({ persons }) => persons)).toEqual([['Sari', 'Kepala'], ['Sari'], ['Budi']]);
  expect(after[2]).toBe(items[2]);
});
