import { describe, expect, test } from '@jest/globals';
import { namedParts, sumLine, type PlannedPart } from './bundle.js';

const part = (section: string, title: string, ending = '.pdf'): PlannedPart => ({
  ...{ kind: 'file', visitId: 'v', ref: 'r' },
  ...{ section, title, ending, reason: '' },
});
const names = (...parts: PlannedPart[]) => namedParts(parts).map(({ name }) => name);

describe('the names of parts in a ZIP', () => {
  test('stand in a numbered folder a section', () => {
    expect(names(part('Surat', 'A'), part('Berkas', 'B'), part('Surat', 'C'))).toEqual([
      '01 Surat/A.pdf',
      '02 Berkas/B.pdf',
      '01 Surat/C.pdf',
    ]);
  });

  test('are never alike, whatever the case of their letters', () => {
    expect(names(part('S', 'a'), part('S', 'A'), part('S', 'a'), part('S', 'a', '.docx'))).toEqual([
      '01 S/a.pdf',
      '01 S/A (2).pdf',
      '01 S/a (3).pdf',
      '01 S/a.docx',
    ]);
  });

  test('lead nowhere, and hold nothing that a file system misreads', () => {
    expect(
      names(part('../../etc', '..\\..\\passwd'), part('a/b', 'x:y*?"<>|\u202E. '), part('', ' . ')),
    ).toEqual(['01 .. .. etc/.. .. passwd.pdf', '02 a b/x y.pdf', '03 Tanpa nama/Tanpa nama.pdf']);
    expect(names(part('S'.repeat(500), '🙂'.repeat(500)))[0]?.length).toBeLessThan(300);
  });
});

test('a sum is a line of sha256sum', () => {
  expect(sumLine({ sha256: 'ab', name: '01 S/a.pdf' })).toBe('ab  01 S/a.pdf\n');
});
