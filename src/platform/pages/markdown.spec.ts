import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { markdownHtml } from './markdown.js';

const elements =
  /^(?:p|br|h[3-6]|em|strong|s|ul|ol|li|blockquote|hr|pre|code|a|div|table|thead|tbody|tr|th|td)$/;

/** Elements and attributes of the answer, as a browser's tokeniser would find them. */
function tagsOf(html: string): { name: string; attributes: string }[] {
  return [...html.matchAll(/<\/?([a-z][^\s/>]*)([^>]*)>/gi)].map(([, name = '', attributes = '']) => ({
    name,
    attributes,
  }));
}

test('texts are laid out, and their headings go on below those of the page without a gap', () => {
  expect(markdownHtml('Satu\ndua\n\n- a\n- **b**')).toBe(
    '<p>Satu<br>\ndua</p>\n<ul>\n<li>a</li>\n<li><strong>b</strong></li>\n</ul>\n',
  );
  const ranks = [...markdownHtml('### a\n# b\n### c\n###### d\n## e').matchAll(/<h(\d)>/g)];
  expect(ranks.map(([, rank]) => Number(rank))).toEqual([3, 3, 4, 5, 4]);
});

test('links lead to pages and mail, and ask that they be not followed; no picture is fetched', () => {
  expect(markdownHtml('[a](https://a.test)')).toContain(
    '<a href="https://a.test" rel="nofollow noopener">a</a>',
  );
  expect(markdownHtml('https://b.test')).toContain('rel="nofollow noopener"');
  for (const address of [
    'javascript:alert(1)',
    'data:text/html,x',
    '//a.test',
    'vbscript:x',
    'JaVaScRiPt:x',
  ]) {
    expect(markdownHtml(`[a](${address})`)).not.toContain('href');
    expect(markdownHtml(`<${address}>`)).not.toMatch(/href="(?!https?:)/);
  }
  expect(markdownHtml('![x](https://a.test/x.png)')).not.toContain('<img');
});

test('tables bring no inline style', () => {
  const html = markdownHtml('|a|b|\n|:-:|--:|\n|1|2|');
  expect(html).toContain('<th>a</th>');
  expect(html).not.toContain('style');
});

const evil = fc.constantFrom(
  ...[
    '<script>',
    '</p>',
    '<img src=x onerror=x>',
    '[a](',
    'javascript:',
    'data:',
    ')',
    '"',
    "'",
    '<',
    '>',
    '&#x6a;',
  ],
  ...[
    '`',
    '```',
    '\n',
    '|',
    '---',
    '#',
    '![',
    '](',
    '<a href="javascript:x">',
    '[b]: javascript:x',
    '\t',
    '&lt;',
  ],
  ...['onclick=x', 'https://a.test"onmouseover="x', '<svg/onload=x>', '\u0000', '<!--', ']]>', 'style=x'],
);

test('whatever is typed, only harmless elements and attributes come out', () => {
  const text = fc
    .array(fc.oneof(evil, fc.string({ maxLength: 8 })), { maxLength: 12 })
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(text, (typed) => {
      for (const { name, attributes } of tagsOf(markdownHtml(typed))) {
        expect(name).toMatch(elements);
        const names = [...attributes.matchAll(/([\w-]+)="[^"]*"/g)].map(([, attribute]) => attribute);
        expect(attributes.replace(/\s[\w-]+="[^"<>]*"/g, '').trim()).toBe('');
        expect(['href', 'title', 'rel', 'class', 'start', 'role', 'aria-label', 'tabindex']).toEqual(
          expect.arrayContaining(names),
        );
        const href = /href="([^"]*)"/.exec(attributes)?.[1];
        if (href !== undefined) expect(href).toMatch(/^(?:$|https?:\/\/|mailto:|\/(?!\/)|#)/i);
      }
    }),
    { numRuns: 3000 },
  );
});
