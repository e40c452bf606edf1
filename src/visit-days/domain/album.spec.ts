import { describe, expect, test } from '@jest/globals';
import { awaitedClearance, captionRemarks, mayBlur, moved, rearranged } from './album.js';
import type { JudgedEntry, Viewer } from './photo-clearance.js';

const entry: JudgedEntry = {
  kind: 'photo',
  author: 'sari',
  authorUnit: 'bapas',
  cleared: false,
  headCleared: false,
};
const viewer = (given: Partial<Viewer>): Viewer => ({
  personId: 'x',
  role: 'officer',
  unit: null,
  regionalOffice: null,
  ...given,
});
const rutan = { hostUnit: 'rutan', hostUnitType: 'rutan' };
const lpka = { hostUnit: 'rutan', hostUnitType: 'lpka' };

test.each([
  ['', ['empty']],
  ['  ', ['empty']],
  ['Kepala Bapas meninjau kebun hidroponik di Rutan Banjarnegara', []],
  ['Hubungi 0812-3456-7890', ['contact']],
  ['Hubungi sari@bapas.test', ['contact']],
  ['Sari, NIP 19800101 200501 2 001', ['nip']],
  ['NIP 198001012005012001, telepon (0281) 636789', ['nip', 'contact']],
  ['a'.repeat(301), ['long']],
  ['Tahun 2025, 12 kolam, 30 Oktober 2025', []],
])('the caption %j has the remarks %j', (caption, remarks) => {
  expect(captionRemarks(caption)).toEqual(remarks);
});

test('a photo waits for its author, then at an LPKA for the head of the host', () => {
  const cleared = { ...entry, cleared: true };
  expect(awaitedClearance(entry, rutan)).toBe('author');
  expect(awaitedClearance(cleared, rutan)).toBeNull();
  expect(awaitedClearance(entry, lpka)).toBe('author');
  expect(awaitedClearance(cleared, lpka)).toBe('head');
  expect(awaitedClearance({ ...cleared, headCleared: true }, lpka)).toBeNull();
});

test('its own people and those of the host blur a photo, nobody else', () => {
  expect(mayBlur(entry, viewer({ personId: 'sari' }), rutan)).toBe(true);
  expect(mayBlur(entry, viewer({ unit: 'bapas' }), rutan)).toBe(true);
  expect(mayBlur(entry, viewer({ unit: 'rutan' }), rutan)).toBe(true);
  expect(mayBlur(entry, viewer({ unit: 'lapas' }), rutan)).toBe(false);
  expect(mayBlur(entry, viewer({ role: 'regional', regionalOffice: 'jateng' }), rutan)).toBe(false);
});

describe('The order', () => {
  test('of what somebody sees changes around what they do not see', () => {
    expect(rearranged(['a', 'b', 'c', 'd'], ['d', 'a'])).toEqual(['d', 'b', 'c', 'a']);
    expect(rearranged(['a', 'b'], [])).toEqual(['a', 'b']);
  });

  test('changes by one place, and not beyond its ends', () => {
    expect(moved(['a', 'b', 'c'], 'c', -1)).toEqual(['a', 'c', 'b']);
    expect(moved(['a', 'b', 'c'], 'a', 1)).toEqual(['b', 'a', 'c']);
    expect(moved(['a', 'b', 'c'], 'a', -1)).toEqual(['a', 'b', 'c']);
    expect(moved(['a', 'b', 'c'], 'c', 1)).toEqual(['a', 'b', 'c']);
    expect(moved(['a', 'b'], 'x', 1)).toEqual(['a', 'b']);
  });
});
