import { describe, expect, test } from '@jest/globals';
import { bareNip, isNip, maskNip } from './nip.js';

describe('NIP', () => {
  test.each(['198001012005011001', '199912312024212345', '000000000000000000'])(
    '%s has the form',
    (value) => {
      expect(isNip(value)).toBe(true);
    },
  );

  test.each([
    '',
    '19800101200501100',
    '1980010120050110011',
    '19800101 200501 1 001',
    '19800101200501100x',
    '198001012005011001\n',
  ])('%p has not', (value) => {
    expect(isNip(value)).toBe(false);
  });

  test.each([
    '19800101 200501 1 001',
    '19800101.200501.1.001',
    '19800101-200501–1-001',
    ' 198001012005011001 ',
  ])('%p is read without what stands between its digits', (typed) => {
    expect(bareNip(typed)).toBe('198001012005011001');
  });

  test('the mask leaves the serial number only', () => {
    expect(maskNip('198001012005011001')).toBe('***************001');
  });

  test('what is not a NIP is masked whole', () => {
    expect(maskNip('19800101')).toBe('********');
    expect(maskNip('')).toBe('');
  });
});
