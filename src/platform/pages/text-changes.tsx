import { diffWordsWithSpace } from 'diff';
import type { VNode } from 'preact';

/** The style sheet of its page. */
export const TEXT_CHANGES_STYLES = 'platform/pages/text-changes.css';

/** A text beside its older self: words that were added are underlined, words that were removed struck through. */
export function TextChanges({ before, after }: { before: string; after: string }): VNode {
  return (
    <div class="text-changes">
      {diffWordsWithSpace(before, after).map(({ value, added, removed }, index) => {
        if (added) return <Marked words="ditambahkan" element="ins" text={value} key={index} />;
        if (removed) return <Marked words="dihapus" element="del" text={value} key={index} />;
        return <span key={index}>{value}</span>;
      })}
    </div>
  );
}

function Marked({ words, element, text }: { words: string; element: 'ins' | 'del'; text: string }): VNode {
  const Element = element;
  return (
    <Element>
      <span class="visually-hidden"> [{words}: </span>
      {text}
      <span class="visually-hidden">] </span>
    </Element>
  );
}
