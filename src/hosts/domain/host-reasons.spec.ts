import { expect, test } from '@jest/globals';
import { reasonsOf } from './host-reasons.js';

const nothing = {
  name: 'Rutan',
  notes: 0,
  replications: 0,
  uses: 0,
  hosted: 0,
  rating: null,
  distance: null,
  nextFree: null,
};

test('each reason is told in words, in the host’s zone', () => {
  const host = {
    ...nothing,
    ...{ notes: 3, replications: 2, uses: 1, hosted: 4, rating: { average: 4.5833, count: 12 } },
    ...{ distance: { km: 41.6, confirmed: false }, nextFree: new Date('2026-12-02T23:00:00Z') },
  };
  expect(reasonsOf(host, 'kehumasan', 'Asia/Jakarta')).toEqual([
    '3 praktik baik tentang kehumasan',
    'direplikasi 2 UPT',
    'dipakai 1 UPT',
    'menerima 4 kunjungan tentang kehumasan',
    'dinilai 4,6 dari 5 oleh 12 tamu',
    'kira-kira 42 km',
    'luang Kamis, 3 Desember 2026',
  ]);
});

test('what is not known is not told', () => {
  expect(reasonsOf(nothing, '', 'Asia/Jayapura')).toEqual([]);
});
