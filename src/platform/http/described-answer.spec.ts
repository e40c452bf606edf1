import { expect, test } from '@jest/globals';
import { answerOf } from './described-answer.js';

const fields = {
  title: { kind: 'text', longest: 10, empty: 'refused', label: 'Judul' },
  number: { kind: 'text', longest: 10, empty: 'null', label: 'Nomor', answer: 'letters.request.number' },
  date: { kind: 'date', empty: 'null', label: 'Tanggal', answer: 'letters.request.date' },
} as const;

test('each field is answered in its place, and nothing that is not described', () => {
  const whole = { title: 'a', number: null, date: '2025-10-30', secret: 'x' };
  expect(answerOf(fields, whole)).toEqual({
    title: 'a',
    letters: { request: { number: null, date: '2025-10-30' } },
  });
});
