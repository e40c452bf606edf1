import { describe, expect, test } from '@jest/globals';
import { isCleared, mayClearAsHead, maySeeEntry, type JudgedEntry, type Viewer } from './photo-clearance.js';

const rutan = { hostUnit: 'tuan', hostUnitType: 'rutan' };
const lpka = { hostUnit: 'tuan', hostUnitType: 'lpka' };
const photo = (cleared: boolean, headCleared = false): JudgedEntry => ({
  kind: 'photo',
  author: 'sari',
  authorUnit: 'tamu',
  cleared,
  headCleared,
});
const viewers = {
  author: { personId: 'sari', role: 'officer', unit: 'pindah', regionalOffice: 'jateng' },
  colleague: { personId: 'budi', role: 'officer', unit: 'tamu', regionalOffice: 'jateng' },
  host: { personId: 'wati', role: 'officer', unit: 'tuan', regionalOffice: 'jateng' },
  'head of the host': { personId: 'joko', role: 'unit-head', unit: 'tuan', regionalOffice: 'jateng' },
  kanwil: { personId: 'rina', role: 'regional', unit: null, regionalOffice: 'jateng' },
} satisfies Record<string, Viewer>;
type Name = keyof typeof viewers;
const seenBy = (entry: JudgedEntry, place: typeof rutan): Name[] =>
  (Object.keys(viewers) as Name[]).filter((name) => maySeeEntry(entry, viewers[name], place));
const everybody = Object.keys(viewers);
const own = ['author', 'colleague'];

describe('A photo is seen', () => {
  test.each([
    ['without clearance', photo(false), rutan, own],
    ['with clearance', photo(true), rutan, everybody],
    ['without clearance at an LPKA', photo(false), lpka, own],
    ["with its author's clearance at an LPKA", photo(true), lpka, [...own, 'head of the host']],
    ['with both clearances at an LPKA', photo(true, true), lpka, everybody],
  ])('%s by those who may', (_, entry, place, expected) => {
    expect(seenBy(entry, place)).toEqual(expected);
    expect(isCleared(entry, place)).toBe(expected === everybody);
  });

  test('a note by everybody', () => {
    expect(seenBy({ ...photo(false), kind: 'note' }, lpka)).toEqual(everybody);
  });
});

test('only the head of an LPKA that is host clears as head', () => {
  const may = (place: typeof rutan) =>
    (Object.keys(viewers) as Name[]).filter((name) => mayClearAsHead(viewers[name], place));
  expect(may(rutan)).toEqual([]);
  expect(may(lpka)).toEqual(['head of the host']);
});
