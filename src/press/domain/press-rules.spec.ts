import { describe, expect, test } from '@jest/globals';
import { after, pressActions, pressStates } from './press-states.js';
import { quoteActions, quoteAfter, quoteStates } from './quote-states.js';
import { withoutNames } from './cleaned.js';
import { countParties, type CountedPerson } from './parties.js';

test('every state and action of a text', () => {
  const table = pressActions.map((action) => [action, ...pressStates.map((state) => after(state, action))]);
  expect(table).toEqual([
    ['save', 'draft', 'draft', 'draft'],
    ['approve', 'approved', null, null],
    ['make-ready', null, 'ready', null],
    ['take-back', null, 'draft', 'draft'],
    ['unsettle', 'draft', 'draft', 'draft'],
  ]);
});

test('every state and action of a quote', () => {
  const states = ['none', ...quoteStates] as const;
  const table = quoteActions.map((action) => [action, ...states.map((state) => quoteAfter(state, action))]);
  expect(table).toEqual([
    ['ask', 'asked', 'asked', 'answered', 'approved', 'asked'],
    ['write', ...states.map(() => 'answered')],
    ['approve', ...states.map(() => 'approved')],
    ['decline', ...states.map(() => 'declined')],
  ]);
});

describe('names of those who take part', () => {
  test.each([
    ['Bapak Dwi Prasetyo menjelaskan.', 'salah satu peserta menjelaskan.'],
    ['Kebun dirawat dwi prasetyo.', 'Kebun dirawat salah satu peserta.'],
    ['Dwi Prasetyowati menjelaskan.', 'Dwi Prasetyowati menjelaskan.'],
    ['Sari buah dijual.', 'Sari buah dijual.'],
  ])('%s', (text, expected) => expect(withoutNames(text, ['Dwi Prasetyo', 'Sari'])).toBe(expected));
});

describe('a party', () => {
  const guest = { code: 'g', name: 'Bapas Kelas II Purwokerto', place: null };
  const joined = { code: 'j', name: 'Lapas Kelas IIA Purwokerto', place: null };
  const host = { code: 'h', name: 'Rutan Kelas IIB Banjarnegara', place: null };
  const person = (given: Partial<CountedPerson>): CountedPerson => ({
    side: 'guest',
    broughtBy: null,
    role: 'member',
    position: null,
    answer: 'needs-action',
    attendance: null,
    ...given,
  });
  const count = (...people: CountedPerson[]) => countParties(people, [guest, joined], host);

  test('counts those who did not decline, and once somebody says so those who were there', () => {
    expect(count(person({}), person({ answer: 'declined' })).parties[0]?.count).toBe(1);
    expect(
      count(person({}), person({ attendance: 'late' }), person({ attendance: 'absent' })).parties[0]?.count,
    ).toBe(1);
  });

  test('has those whom its office brought', () => {
    const { parties, invited } = count(
      person({}),
      person({ broughtBy: 'j' }),
      person({ side: 'host' }),
      person({ side: 'invited' }),
    );
    expect(parties.map(({ office, count: number }) => [office, number])).toEqual([
      ['g', 1],
      ['j', 1],
      ['h', 1],
    ]);
    expect(invited).toBe(1);
  });

  test.each([
    ['Kepala Bapas', 'Kepala Bapas Kelas II Purwokerto'],
    ['Plt. Kepala Bapas Kelas II Purwokerto', 'Kepala Bapas Kelas II Purwokerto'],
    ['Kepala Seksi Bimbingan Klien', null],
    ['Kasubsi', null],
    [null, null],
  ])('is led by its head alone: %s', (position, leader) =>
    expect(count(person({ role: 'leader', position })).parties[0]?.leader).toBe(leader),
  );
});
