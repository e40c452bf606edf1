import { describe, expect, test } from '@jest/globals';
import { passwordFault } from './password-policy.js';

const EMAIL = 'petugas.bapas@contoh.test';

describe('passwordFault', () => {
  test.each([
    ['123456789', 'too-short'],
    ['1234567890', null],
    ['😀'.repeat(9), 'too-short'],
    ['😀'.repeat(10), null],
    ['a'.repeat(200), null],
    ['a'.repeat(201), 'too-long'],
    [EMAIL, 'own-address'],
    [` ${EMAIL.toUpperCase()} `, 'own-address'],
    [`${EMAIL}!`, null],
  ])('%j: %s', (password, fault) => {
    expect(passwordFault(password, EMAIL)).toBe(fault);
  });
});
