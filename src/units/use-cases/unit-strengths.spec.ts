import { expect, test } from '@jest/globals';
import { UnitStrengths } from './unit-strengths.js';

const program = (number: number, count: number) => ({
  code: `akselerasi-${number}`,
  number,
  title: `Program ${number}`,
  count,
});

test('A unit is strong in what all features count of it together', async () => {
  const strengths = new UnitStrengths();
  strengths.register({
    name: 'praktik baik',
    order: 20,
    counts: () => Promise.resolve([program(2, 3), program(5, 1)]),
    href: (unit, code) => `/praktik-baik?upt=${unit}&program=${code}`,
  });
  strengths.register({
    name: 'kunjungan diterima',
    order: 10,
    counts: () => Promise.resolve([program(1, 2), program(2, 1)]),
    href: null,
  });
  const found = await strengths.of('rutan-a');
  expect(found.map(({ number }) => number)).toEqual([2, 1, 5]);
  expect(found[0]?.counts).toEqual([
    { name: 'kunjungan diterima', count: 1, href: null },
    { name: 'praktik baik', count: 3, href: '/praktik-baik?upt=rutan-a&program=akselerasi-2' },
  ]);
});
