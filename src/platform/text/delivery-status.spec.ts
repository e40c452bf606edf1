import { describe, expect, test } from '@jest/globals';
import { deliveryProblem, isDeadAddress, statusIn } from './delivery-status.js';

const dead = ['5.1.1', '5.1.2', '5.1.3', '5.1.6', '5.1.10', '5.2.1'];

test('six codes of RFC 3463 and RFC 7505 say that an address is dead, and no other', () => {
  const all = [2, 4, 5].flatMap((kind) =>
    [...Array(8).keys()].flatMap((subject) =>
      [...Array(31).keys()].map((detail) => `${kind}.${subject}.${detail}`),
    ),
  );
  expect(all.filter(isDeadAddress)).toEqual(dead);
});

test('each code has words of our own, and any other the same', () => {
  expect(new Set(dead.map(deliveryProblem)).size).toBe(dead.length);
  expect(deliveryProblem('5.0.0')).toBe('server penerimanya menolak surat');
  expect(deliveryProblem('constructor')).toBe('server penerimanya menolak surat');
});

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
