import { expect, test } from '@jest/globals';
import { recordedWords } from './recorded-words.js';

test('What came after a summary is counted by what people call it', () => {
  const fields = [
    { field: 'participant.attendance', count: 2 },
    { field: 'photo', count: 1 },
    { field: 'replyLetterNumber', count: 1 },
    { field: 'assignmentLetterDate', count: 1 },
    { field: 'place', count: 1 },
  ];
  expect(recordedWords(fields)).toBe('2 kehadiran, 1 foto, 2 data surat, 1 data lain');
  expect(recordedWords([])).toBe('');
});
