import MarkdownIt from 'markdown-it';
import type { VNode } from 'preact';
import type { FieldDescription } from '../text/field-description.js';
import { Markdown, markdownText } from './markdown.js';

const links = new MarkdownIt().linkify.set({ fuzzyLink: false, fuzzyIP: false });
const SAFE = /^(?:https?|mailto):/i;

/** A text that somebody typed without marks: its lines stay lines, and its addresses are links. */
export function PlainText({ text }: { text: string }): VNode {
  const parts: (string | VNode)[] = [];
  let from = 0;
  for (const { index, lastIndex, url } of links.match(text) ?? []) {
    if (!SAFE.test(url)) continue;
    parts.push(
      text.slice(from, index),
      <a href={url} rel="nofollow noopener">
        {text.slice(index, lastIndex)}
      </a>,
    );
    from = lastIndex;
  }
  return (
    <span class="free-text">
      {parts}
      {text.slice(from)}
    </span>
  );
}

type LongField = Extract<FieldDescription, { kind: 'long-text' }>;

/** A described text whole, as its field says that it is written. */
export function FieldText({ field, text }: { field: LongField; text: string }): VNode {
  return field.format === 'markdown' ? <Markdown text={text} /> : <PlainText text={text} />;
}

/** A described text among others, in a card or a row: its words alone, without marks. */
export const fieldExcerpt = (field: LongField, text: string): string =>
  field.format === 'markdown' ? markdownText(text) : text;
