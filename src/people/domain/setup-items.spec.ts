import { expect, test } from '@jest/globals';
import type { Actor } from '../../platform/security/actor.js';
import { factsFor, setupItems } from './setup-items.js';

const actor = (role: Actor['role'], unit: string | null, regionalOffice: string | null): Actor => ({
  ...{ personId: 'x', name: 'X', email: 'x@x.test', role, unit, regionalOffice },
  placeName: null,
  timeZone: 'Asia/Jakarta',
});
const head = actor('unit-head', 'rutan-banjarnegara', 'jawa-tengah');

test('each role has items of its own, officers none', () => {
  expect(factsFor(actor('officer', 'rutan-banjarnegara', 'jawa-tengah'))).toEqual([]);
  expect(factsFor(head)).toEqual(['hosting-rules', 'unit-contact', 'unit-officers']);
  expect(factsFor(actor('regional', null, 'jawa-tengah'))).toEqual(['units-headed', 'office-addressed']);
  expect(factsFor(actor('administrator', null, null))).toContain('mail-works');
});

test('what is done is gone, and so is what was put away', () => {
  const counts = {
    'hosting-rules': { total: 1, done: 1 },
    'unit-contact': { total: 3, done: 1 },
    'unit-officers': { total: 1, done: 0 },
  };
  expect(setupItems(head, counts, new Set(['unit-officers']))).toEqual([
    expect.objectContaining({
      item: 'unit-contact',
      left: 2,
      detail: '1 dari 3 isian (surel, telepon, alamat) terisi; 2 lagi.',
      href: '/upt/rutan-banjarnegara/ubah',
    }),
  ]);
});
