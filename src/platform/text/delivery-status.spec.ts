import { describe, expect, test } from '@jest/globals';
import { statusIn } from './delivery-status.js';

describe('the code in what a server said', () => {
  test.each([
    ['550 5.1.1 <a@b.test>: tidak dikenal', '5.1.1'],
    ['550-5.7.26 diblokir', '5.7.26'],
    ['#5.1.10 null MX', '5.1.10'],
    ['550 4.2.2 penuh, 5.1.1', '4.2.2'],
    ['4.2.2 (mailbox full)', '4.2.2'],
    ['550 no such user', null],
    ['host 192.5.1.1 said no', null],
    ['2.0.0 diterima', null],
  ])('%s: %s', (said, status) => {
    expect(statusIn(said)).toBe(status);
  });
});
