import { describe, expect, test } from '@jest/globals';
import { knownRanks, rankOf } from './ranks.js';

describe('ranks', () => {
  test('are those from I/a to IV/e, and I to XVII of those with a contract', () => {
    expect(knownRanks).toHaveLength(17 + 17);
    expect(knownRanks.slice(0, 2)).toEqual(['Juru Muda (I/a)', 'Juru Muda Tingkat I (I/b)']);
    expect(knownRanks[16]).toBe('Pembina Utama (IV/e)');
    expect(knownRanks.at(-1)).toBe('PPPK Golongan XVII');
  });

  test('a known one is what it was', () => {
    expect(knownRanks.map(rankOf)).toEqual(knownRanks);
  });

  test.each([
    ['III/c', 'Penata (III/c)'],
    ['III d', 'Penata Tingkat I (III/d)'],
    ['IIIc', 'Penata (III/c)'],
    ['3d', 'Penata Tingkat I (III/d)'],
    ['Gol. III/d', 'Penata Tingkat I (III/d)'],
    ['Golongan ruang II/a', 'Pengatur Muda (II/a)'],
    ['penata tk. I – III/d', 'Penata Tingkat I (III/d)'],
    ['Penata Tk.1 (III/d)', 'Penata Tingkat I (III/d)'],
    ['Penata Muda Tingkat I, III/b', 'Penata Muda Tingkat I (III/b)'],
    ['Pembina Utama Muda / IV-c', 'Pembina Utama Muda (IV/c)'],
    ['PPPK IX', 'PPPK Golongan IX'],
    ['Golongan IX', 'PPPK Golongan IX'],
    ['IX (PPPK)', 'PPPK Golongan IX'],
    ['P3K gol. III', 'PPPK Golongan III'],
    ['VII', 'PPPK Golongan VII'],
  ])('%p is %p', (typed, rank) => {
    expect(rankOf(typed)).toBe(rank);
  });

  test.each([
    ['Penata (III/d)', 'Penata (III/d)'],
    ['Penata', 'Penata'],
    ['III', 'III'],
    ['III/e', 'III/e'],
    ['PPPK XVIII', 'PPPK XVIII'],
    ['  Ajun  Komisaris Polisi ', 'Ajun Komisaris Polisi'],
    ['Pembina Utama Muda (IV/d)', 'Pembina Utama Muda (IV/d)'],
    ['', ''],
  ])('%p, which is none of them, stays %p', (typed, rank) => {
    expect(rankOf(typed)).toBe(rank);
  });
});
