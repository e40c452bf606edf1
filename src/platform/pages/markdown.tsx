import MarkdownIt from 'markdown-it';
import type { VNode } from 'preact';

/** Deepest heading there is in HTML, and the one above which a text stands. */
const DEEPEST = 6;
const SECTION = 2;

/** Addresses that a link of a text may lead to: other sites, mail, and pages of this one. */
const ADDRESS = /^(?:https?:\/\/|mailto:|\/(?![/\\])|#)/i;

const markdown = new MarkdownIt('default', { html: false, linkify: true, breaks: true }).disable('image');

markdown.validateLink = (address) => ADDRESS.test(address.trim());

markdown.core.ruler.push('tame', ({ tokens }) => {
  let above = SECTION;
  for (const token of tokens) {
    // Alignment comes as an inline style, which the content security policy forbids.
    if (token.attrs) token.attrs = token.attrs.filter(([name]) => name !== 'style');
    if (token.type === 'heading_open')
      above = Math.min(SECTION + Number(token.tag.slice(1)), above + 1, DEEPEST);
    if (token.type.startsWith('heading_')) token.tag = `h${above}`;
    for (const child of token.children ?? []) {
      if (child.type === 'link_open') child.attrSet('rel', 'nofollow noopener');
    }
  }
});

markdown.renderer.rules['table_open'] = () =>
  '<div class="markdown-table" role="region" aria-label="Tabel" tabindex="0"><table class="table">';
markdown.renderer.rules['table_close'] = () => '</table></div>';

/**
 * Markdown as HTML that cannot do harm: what is HTML in it is shown as it was typed, links lead to nothing but pages and
 * mail, pictures are none. Its headings stand below that of a section (`h2`), one rank at a time.
 */
export function markdownHtml(text: string): string {
  return markdown.render(text);
}

/** The words of a text that somebody typed as Markdown, without marks, in one line. */
export function markdownText(text: string): string {
  const blocks = markdown.parse(text, {}).flatMap(({ type, content, children }) => {
    if (type === 'inline') return [(children ?? []).map(wordsOf).join('')];
    return type === 'fence' || type === 'code_block' ? [content] : [];
  });
  return blocks.join(' ').replaceAll(/\s+/g, ' ').trim();
}

const wordsOf = ({ type, content }: { type: string; content: string }): string =>
  type === 'softbreak' || type === 'hardbreak' ? ' ' : content;

/** A text that somebody typed as Markdown. */
export function Markdown({ text }: { text: string }): VNode {
  return <div class="markdown" dangerouslySetInnerHTML={{ __html: markdownHtml(text) }} />;
}
