import { expect, test } from '@jest/globals';
import type { Role } from '../../platform/security/actor.js';
import { changeableParts, mayChangeOffice } from './policies.js';

const unit = { code: 'rutan-a', regionalOffice: 'jawa-tengah' };
const all = ['identity', 'hosting', 'contact'];

test.each<[Role, string | null, string | null, string[]]>([
  ['administrator', null, null, all],
  ['regional', null, 'jawa-tengah', all],
  ['regional', null, 'bali', []],
  ['unit-head', 'rutan-a', 'jawa-tengah', ['hosting', 'contact']],
  ['unit-head', 'rutan-b', 'jawa-tengah', []],
  ['officer', 'rutan-a', 'jawa-tengah', []],
])('%s of %s, %s changes %p', (role, own, regionalOffice, parts) => {
  expect(changeableParts(unit, { role, unit: own, regionalOffice })).toEqual(parts);
});

test.each<[Role, string | null, boolean]>([
  ['administrator', null, true],
  ['regional', 'jawa-tengah', true],
  ['regional', 'bali', false],
  ['unit-head', 'jawa-tengah', false],
])('%s of %s changes the office: %s', (role, regionalOffice, expected) => {
  expect(mayChangeOffice('jawa-tengah', { role, unit: null, regionalOffice })).toBe(expected);
});
