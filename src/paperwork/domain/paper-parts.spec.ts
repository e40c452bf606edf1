import { describe, expect, test } from '@jest/globals';
import { headOf, timeLines } from './paper-parts.js';

describe('whom a letter addresses', () => {
  test.each([
    ['upt', 'Rutan Kelas IIB Banjarnegara', 'Kepala Rutan Kelas IIB Banjarnegara'],
    ['kanwil', 'Kanwil Ditjenpas Bali', 'Kepala Kanwil Ditjenpas Bali'],
    ['directorate', 'Direktorat Jenderal Pemasyarakatan', 'Direktur Jenderal Pemasyarakatan'],
    ['directorate', 'Inspektorat Jenderal', 'Inspektur Jenderal'],
    ['directorate', 'BPSDM', 'Pimpinan BPSDM'],
    ['partner', 'Universitas Contoh', 'Pimpinan Universitas Contoh'],
  ] as const)('of %s “%s” is %s', (kind, name, head) => {
    expect(headOf({ code: 'x', name, kind, place: null })).toBe(head);
  });
});

describe('when it is', () => {
  const lines = (from: string, to: string, ownHours: string | null = null) =>
    timeLines({ startsAt: new Date(from), endsAt: new Date(to), ownHours }, 'Asia/Makassar');

  test('of one day, and of several with the same hours', () => {
    expect(lines('2025-10-30T01:00:00Z', '2025-10-30T04:00:00Z')).toEqual([
      ['Hari, tanggal', 'Kamis, 30 Oktober 2025'],
      ['Waktu', 'pukul 09.00–12.00 WITA'],
    ]);
    expect(lines('2025-10-27T01:00:00Z', '2025-10-29T04:00:00Z')).toEqual([
      ['Hari, tanggal', 'Senin–Rabu, 27–29 Oktober 2025'],
      ['Waktu', 'pukul 09.00–12.00 WITA tiap hari'],
    ]);
  });

  test('of days with hours of their own, and over a night', () => {
    expect(lines('2025-10-29T01:00:00Z', '2025-10-30T03:00:00Z', '{[0,180),[1440,1560)}')).toEqual([
      [
        'Hari, tanggal',
        ['Rabu, 29 Oktober 2025, pukul 09.00–12.00 WITA', 'Kamis, 30 Oktober 2025, pukul 09.00–11.00 WITA'],
      ],
      ['Waktu', 'sebagaimana pada hari tersebut'],
    ]);
    expect(lines('2025-10-29T12:00:00Z', '2025-10-29T22:00:00Z')).toEqual([
      [
        'Hari, tanggal',
        'Rabu, 29 Oktober 2025, pukul 20.00 WITA sampai Kamis, 30 Oktober 2025, pukul 06.00 WITA',
      ],
      ['Waktu', 'sebagaimana pada hari tersebut'],
    ]);
  });
});
