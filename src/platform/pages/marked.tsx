import type { VNode } from 'preact';
import type { TextPart } from '../text/marked-text.js';

/** A text with its hits marked. */
export function Marked({ parts }: { parts: readonly TextPart[] }): VNode {
  return <>{parts.map(({ text, isHit }, i) => (isHit ? <mark key={i}>{text}</mark> : text))}</>;
}
