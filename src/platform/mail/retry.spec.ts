import { describe, expect, test } from '@jest/globals';
import { classify, isServerFault, nextTry, reasonOf } from './retry.js';

describe('classify', () => {
  test.each([
    ['no such recipient', { code: 'EENVELOPE', command: 'RCPT TO', responseCode: 550 }, 'permanent'],
    ['message refused', { code: 'EMESSAGE', command: 'DATA', responseCode: 554 }, 'permanent'],
    ['mailbox busy', { code: 'EENVELOPE', command: 'RCPT TO', responseCode: 451 }, 'temporary'],
    ['our sender refused', { code: 'EENVELOPE', command: 'MAIL FROM', responseCode: 553 }, 'temporary'],
    ['wrong password', { code: 'EAUTH', command: 'AUTH PLAIN', responseCode: 535 }, 'temporary'],
    ['sign-in asked for', { code: 'EENVELOPE', command: 'RCPT TO', responseCode: 530 }, 'temporary'],
    ['server away', { code: 'ESOCKET', command: 'CONN' }, 'temporary'],
    ['server full at greeting', { code: 'EPROTOCOL', command: 'CONN', responseCode: 554 }, 'temporary'],
    ['a fault of any other kind', new TypeError('x'), 'temporary'],
    ['not an error', 'x', 'temporary'],
    ['nothing', null, 'temporary'],
  ])('%s', (_what, error, expected) => {
    expect(classify(error)).toBe(expected);
  });
});

describe('isServerFault', () => {
  test.each([
    [{ code: 'ESOCKET' }, true],
    [{ code: 'EAUTH', responseCode: 535 }, true],
    [{ code: 'ETIMEDOUT' }, true],
    [{ code: 'EENVELOPE', responseCode: 451 }, false],
    [{ code: 'EMESSAGE', responseCode: 554 }, false],
    [new Error('ESOCKET'), false],
    [undefined, false],
  ])('%j: %s', (error, expected) => {
    expect(isServerFault(error)).toBe(expected);
  });
});

describe('nextTry', () => {
  const now = new Date('2025-10-30T02:00:00Z');

  test.each([
    [1, '2025-10-30T02:01:00.000Z'],
    [2, '2025-10-30T02:05:00.000Z'],
    [3, '2025-10-30T02:15:00.000Z'],
    [4, '2025-10-30T03:00:00.000Z'],
    [5, '2025-10-30T06:00:00.000Z'],
    [6, '2025-10-30T14:00:00.000Z'],
  ])('after failed try %i: %s', (tries, expected) => {
    expect(nextTry(tries, now)?.toISOString()).toBe(expected);
  });

  test.each([7, 8, 100])('after failed try %i: given up', (tries) => {
    expect(nextTry(tries, now)).toBeNull();
  });
});

describe('reasonOf', () => {
  test('is one line that PostgreSQL can store', () => {
    expect(reasonOf(new Error('550 no\r\nsuch\u0000user '))).toBe('550 no such user');
  });

  test('is at most 500 characters', () => {
    expect(reasonOf(new Error('x'.repeat(9000)))).toBe('x'.repeat(500));
  });

  test('is never empty for an error', () => {
    expect(reasonOf(new RangeError())).toBe('RangeError');
    expect(reasonOf('refused')).toBe('refused');
  });
});
