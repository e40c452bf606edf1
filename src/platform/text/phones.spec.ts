import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { normalisePhone } from './phones.js';

describe('phone numbers', () => {
  test.each([
    ['081234567890', '+6281234567890'],
    ['6281234567890', '+6281234567890'],
    ['+6281234567890', '+6281234567890'],
    ['006281234567890', '+6281234567890'],
    [' 0812-3456-7890 ', '+6281234567890'],
    ['(0812) 3456.7890', '+6281234567890'],
    ['0812–3456\u00a07890', '+6281234567890'],
    ['+62 (0) 812 3456 7890', '+6281234567890'],
    ['+62 812 3456 789', '+628123456789'],
    ['(0286) 591-234', '+62286591234'],
    ['021 555 12345', '+622155512345'],
    ['+65 6123 4567', '+6561234567'],
    ['+1 (415) 555-0100', '+14155550100'],
    ['0065 6123 4567', '+6561234567'],
  ])('%p is stored as %s', (value, stored) => {
    expect(normalisePhone(value)).toBe(stored);
  });

  test.each([
    '',
    '   ',
    '0812',
    '081234',
    '08123456789012345',
    '+62',
    '+62 812',
    '112',
    '4155550100',
    '+0812345678',
    '+123456',
    '+1234567890123456',
    '0812-345x-7890',
    '++6281234567890',
    'tel:081234567890',
    '０８１２３４５６７８９０',
  ])('%p is refused', (value) => {
    expect(normalisePhone(value)).toBeNull();
  });

  test('what is stored stays as it is, and is E.164', () => {
    const written = fc.string({ unit: fc.constantFrom(...'0123456789+-. ()'), minLength: 6, maxLength: 20 });
    fc.assert(
      fc.property(written, fc.constantFrom('', '08', '62', '+62', '+65'), (rest, prefix) => {
        const stored = normalisePhone(prefix + rest);
        fc.pre(stored !== null);
        expect(stored).toMatch(/^\+[1-9]\d{7,14}$/);
        expect(normalisePhone(stored)).toBe(stored);
      }),
    );
  });
});
