import { expect, test } from '@jest/globals';
import { cellText } from './document-table.js';

test.each([
  ['numbers with a dot and a comma', 1234.5, 'number', '1.234,5'],
  ['hours with one decimal', 26.04, 'hours', '26'],
  ['dates by day, month, year', '2025-10-30', 'date', '30-10-2025'],
  ['text as it is, though it looks like a date', '2025-10-30', 'text', '2025-10-30'],
  ['a dash for what is not known', null, 'number', '–'],
] as const)('writes %s', (_, cell, kind, text) => {
  expect(cellText(cell, kind)).toBe(text);
});
