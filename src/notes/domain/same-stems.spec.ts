import { expect, test } from '@jest/globals';
import { sameStems } from './same-stems.js';

/** Words of one root, each with the stem that PostgreSQL gives it; `test/note-search.spec.ts` asks PostgreSQL itself. */
const alike: [word: string, stem: string, other: string][] = [
  ['kunjungan', 'kunjung', 'unjung'],
  ['mengunjungi', 'unjung', 'kunjung'],
  ['penanaman', 'anam', 'tanam'],
  ['tanaman', 'tanam', 'anam'],
  ['memelihara', 'pelihara', 'lihara'],
  ['peliharaan', 'lihara', 'pelihara'],
  ['mengolah', 'mengo', 'olah'],
  ['pengolahan', 'olah', 'mengo'],
  ['pemanfaatan', 'panfaat', 'manfaat'],
  ['manfaat', 'manfaat', 'panfaat'],
  ['kelola', 'lola', 'elola'],
  ['bersinergi', 'sinergi', 'sinerg'],
  ['mandiri', 'mandir', 'mandiri'],
  ['nilai', 'nila', 'ilai'],
  ['penilaian', 'ilai', 'nila'],
];

test.each(alike)('%s (%s) is also indexed as %s', (word, stem, other) => {
  expect(sameStems(word, stem)).toContain(other);
  expect(sameStems(word, stem)[0]).toBe(stem);
});

test.each([
  ['nila', 'nila', 'ilai'],
  ['aman', 'aman', 'taman'],
  ['taman', 'taman', 'aman'],
  ['obat', 'obat', 'tobat'],
  ['kawal', 'kawal', 'awal'],
  ['pakan', 'pakan', 'makan'],
  ['pohon', 'pohon', 'mohon'],
  ['media', 'dia', 'kdia'],
  ['roti', 'roti', 'rot'],
])('%s (%s) is not %s', (word, stem, other) => {
  expect(sameStems(word, stem)).not.toContain(other);
});
