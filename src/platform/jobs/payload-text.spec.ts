import { describe, expect, test } from '@jest/globals';
import { payloadText } from './payload-text.js';

describe('A payload as a log may show it', () => {
  test('keeps ids, numbers, instants and codes', () => {
    const payload = {
      visitId: '0198c0de-0000-7000-8000-000000000001',
      version: 3,
      at: '2025-10-20T01:00:00.000Z',
      day: '2025-10-20',
      kinds: ['time', 'visit.changed'],
      last: null,
    };
    expect(JSON.parse(payloadText(payload))).toEqual(payload);
  });

  test.each([
    ['an address', 'siti@contoh.test'],
    ['a name', 'Siti Aminah'],
    ['a phone', '+6281234567890'],
    ['a token', 'hJ2k_9sQmZ0aVb3xR7'],
    ['a long run of letters', 'a'.repeat(43)],
  ])('tells of %s only how long it is, however deep', (_, secret) => {
    const text = payloadText({ deep: [{ secret }] });
    expect(text).not.toContain(secret);
    expect(text).toContain(`[${secret.length} characters]`);
  });

  test('is never longer than a line can bear, and says nothing of nothing', () => {
    expect(payloadText({ list: Array.from({ length: 5000 }, (_, i) => i) })).toHaveLength(2001);
    expect(payloadText(undefined)).toBe('null');
  });
});
