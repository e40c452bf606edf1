import { expect, test } from '@jest/globals';
import { gatherParty } from './party.js';
import type { TypedParty } from './booking-input.js';

const typed: TypedParty = {
  officers: [],
  pasted: '',
  pastedColumns: { of: '', kinds: [] },
  outsiders: '',
  outsiderColumns: { of: '', kinds: [] },
  outsiderSide: 'guest',
  leader: '',
  size: '',
};
const unsaid = { position: null, rank: null, nip: null };
const official = { position: 'Kasubsi', rank: 'Penata (III/c)', nip: '198001012005011001' };
const own = [
  { personId: '1', name: 'Ratna', email: 'ratna@contoh.test', phone: null, ...unsaid },
  { personId: '2', name: 'Bambang', email: 'bambang@contoh.test', phone: '+6281234567890', ...official },
];
const gather = (change: Partial<TypedParty>) => gatherParty({ ...typed, ...change }, own, 'Bapas');

test('who is ticked comes with what the own account says', () => {
  const { members } = gather({ officers: ['1', '2'] });
  expect(members).toMatchObject([
    { name: 'Ratna', office: 'Bapas', ...unsaid },
    { name: 'Bambang', office: 'Bapas', ...official },
  ]);
});

test('a party is who was ticked and who was pasted, each once, the first of them leading', () => {
  const { members, twice, size } = gather({
    officers: ['2', 'nobody'],
    pasted: 'Sari;Staf;sari@contoh.test\nBambang lagi;;bambang@contoh.test',
    outsiders: 'Tono;Dinas Pertanian',
  });
  expect(members.map(({ name, position, office, role }) => [name, position ?? office, role])).toEqual([
    ['Bambang', 'Kasubsi', 'leader'],
    ['Sari', 'Staf', 'member'],
    ['Tono', 'Dinas Pertanian', 'member'],
  ]);
  expect([twice, size]).toEqual([['Bambang lagi'], 3]);
});

test('who is invited neither leads nor counts', () => {
  const { members, size } = gather({ outsiders: 'Tono;Dinas', outsiderSide: 'invited' });
  expect(members).toMatchObject([{ side: 'invited', role: 'member' }]);
  expect(size).toBe(1);
});

test('a leader can be chosen, by mail address or by name', () => {
  const leader = (key: string) =>
    gather({ officers: ['1', '2'], pasted: 'Tanpa Surel', leader: key }).members.find(
      ({ role }) => role === 'leader',
    )?.name;
  expect(leader('bambang@contoh.test')).toBe('Bambang');
  expect(leader('Tanpa Surel')).toBe('Tanpa Surel');
  expect(leader('sudah dihapus')).toBe('Ratna');
});

test.each([
  ['12', 12],
  ['0', null],
  ['1001', null],
  ['-3', null],
  ['banyak', null],
])('a size typed as %s is %s', (size, expected) => expect(gather({ size }).size).toBe(expected));
