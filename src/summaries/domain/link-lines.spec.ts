import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { linkLines, readLinkLines } from './link-lines.js';

describe('Links as lines', () => {
  test('have a title before a bar, or none', () => {
    const text =
      'Foto | https://contoh.go.id/a\n\n  https://contoh.go.id/b  \r\nA | B | http://contoh.go.id/c';
    expect(readLinkLines(text)).toEqual({
      links: [
        { title: 'Foto', url: 'https://contoh.go.id/a' },
        { title: '', url: 'https://contoh.go.id/b' },
        { title: 'A | B', url: 'http://contoh.go.id/c' },
      ],
      fault: null,
    });
  });

  test.each(['contoh.go.id', 'Foto https://a.id', 'javascript:alert(1)', 'Foto | ', 'https://'])(
    'refuse %p by name',
    (line) => {
      expect(readLinkLines(`https://contoh.go.id\n${line}`).fault).toContain(line.trim());
    },
  );

  test('refuse more than fifty', () => {
    expect(readLinkLines('https://a.id\n'.repeat(51)).fault).toBe('paling banyak 50 tautan');
  });

  test('come back as they were written', () => {
    const title = fc.stringMatching(/^[A-Za-z][A-Za-z0-9 ]{0,20}[A-Za-z]$/);
    const url = fc.webUrl({ withFragments: true, withQueryParameters: true });
    fc.assert(
      fc.property(fc.array(fc.record({ title, url }), { maxLength: 20 }), (links) => {
        expect(readLinkLines(linkLines(links))).toEqual({ links, fault: null });
      }),
    );
  });
});
