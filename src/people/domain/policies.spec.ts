import { describe, expect, test } from '@jest/globals';
import { roles, type Actor, type Role } from '../../platform/security/actor.js';
import { mayManage, placeFits, type Post } from './policies.js';

const actor = (role: Role): Actor => ({
  personId: '1',
  name: 'Sari',
  email: 'sari@contoh.test',
  role,
  unit: role === 'officer' || role === 'unit-head' ? 'rutan-a' : null,
  regionalOffice: role === 'administrator' ? null : 'jawa-tengah',
  placeName: null,
  timeZone: 'Asia/Jakarta',
});

const posts: Record<string, Post> = {
  'officer here': { role: 'officer', unit: 'rutan-a', regionalOffice: 'jawa-tengah' },
  'head here': { role: 'unit-head', unit: 'rutan-a', regionalOffice: 'jawa-tengah' },
  'officer next door': { role: 'officer', unit: 'rutan-b', regionalOffice: 'jawa-tengah' },
  'head next door': { role: 'unit-head', unit: 'rutan-b', regionalOffice: 'jawa-tengah' },
  'officer elsewhere': { role: 'officer', unit: 'rutan-c', regionalOffice: 'papua' },
  'regional here': { role: 'regional', unit: null, regionalOffice: 'jawa-tengah' },
  administrator: { role: 'administrator', unit: null, regionalOffice: null },
};

const allowed: Record<Role, string[]> = {
  officer: [],
  'unit-head': ['officer here'],
  regional: ['officer here', 'head here', 'officer next door', 'head next door'],
  administrator: Object.keys(posts),
};

describe('mayManage', () => {
  test.each(roles)('%s', (role) => {
    const held = Object.entries(posts).filter(([, post]) => mayManage(actor(role), post));
    expect(held.map(([name]) => name)).toEqual(allowed[role]);
  });

  test('two places that are both unknown are not the same place', () => {
    const homeless = { ...actor('regional'), regionalOffice: null };
    expect(mayManage(homeless, { role: 'officer', unit: 'rutan-a', regionalOffice: null })).toBe(false);
  });
});

describe('placeFits', () => {
  const fits = (unit: string | null, office: string | null): Role[] =>
    roles.filter((role) => placeFits(role, unit, office));

  test('each role has its own kind of place', () => {
    expect(fits('rutan-a', null)).toEqual(['officer', 'unit-head']);
    expect(fits(null, 'jawa-tengah')).toEqual(['regional']);
    expect(fits(null, null)).toEqual(['administrator']);
    expect(fits('rutan-a', 'jawa-tengah')).toEqual([]);
  });
});
