import { expect, test } from '@jest/globals';
import { attendedPeople, readAttended, toldWords } from './attended-party.js';

const unseen = { of: '', kinds: [] };
const list = `1. Sari Dewi; Pembimbing; sari@contoh.test; hadir
2. Budi Santoso, S.H.; Kasubsi; tidak hadir
Citra\tHumas\tcitra@contoh.test`;

test('who stands in the list was there unless the line says otherwise', () => {
  const read = readAttended(list.replaceAll('\t', ';'), unseen);
  expect(read.list.faults).toEqual([]);
  expect(read.told.get(2)).toEqual({ attendance: 'absent', representedBy: null });
  expect(attendedPeople(read, true)).toMatchObject([
    {
      name: 'Sari Dewi',
      position: 'Pembimbing',
      email: 'sari@contoh.test',
      phone: null,
      attendance: 'present',
    },
    { name: 'Budi Santoso, S.H.', position: 'Kasubsi', email: null, phone: null, attendance: 'absent' },
    { name: 'Citra', position: 'Humas', email: 'citra@contoh.test', phone: null, attendance: 'present' },
  ]);
});

test('of a visit to come nobody is marked, and a faulty line is told', () => {
  const read = readAttended('Sari; tidak hadir\nBudi; bukan@surel@', unseen);
  expect(attendedPeople(read, false)).toMatchObject([{ name: 'Sari', attendance: null }]);
  expect(read.list.faults).toMatchObject([{ line: 2 }]);
});

test('columns are as somebody corrected them, also where the words of attendance are taken off', () => {
  const text = 'Melati; Budi; tidak hadir';
  const { mark } = readAttended(text, unseen).list;
  const read = readAttended(text, { of: mark, kinds: ['office', 'name'] });
  expect(read.list.isSeen).toBe(true);
  expect(attendedPeople(read, true)).toMatchObject([
    { name: 'Budi', office: 'Melati', attendance: 'absent' },
  ]);
});

test('a line may also say late, excused, or who came instead', () => {
  const text = 'Sari; terlambat\nBudi; izin.\nCitra; diwakili oleh Dewi Lestari\nEka; sakit';
  const read = readAttended(text, unseen);
  expect(attendedPeople(read, true)).toMatchObject([
    { name: 'Sari', attendance: 'late', representedBy: null },
    { name: 'Budi', attendance: 'excused' },
    { name: 'Citra', attendance: 'represented', representedBy: 'Dewi Lestari' },
    { name: 'Eka', attendance: 'excused' },
  ]);
  expect([...read.told.values()].map(toldWords)).toEqual([
    'terlambat',
    'izin',
    'diwakili Dewi Lestari',
    'izin',
  ]);
});
