import { describe, expect, test } from '@jest/globals';
import { dueDay } from './learning-check.js';

const endsAt = new Date('2025-10-30T05:00:00Z');
const after = (days: number, ms = 0): Date => new Date(endsAt.getTime() + days * 86_400_000 + ms);

describe('What is done of what was learned', () => {
  test.each([
    [after(1), null],
    [after(30, -1), null],
    [after(30), 30],
    [after(50, -1), 30],
    [after(50), null],
    [after(60), 60],
    [after(90), 90],
    [after(110, -1), 90],
    [after(110), null],
    [after(400), null],
  ])('is asked at %s for day %s', (now, day) => expect(dueDay(endsAt, now)).toBe(day));
});
