import { cleanWholly } from '../text/clean-text.js';

/** A copy in which every text is one that XML 1.0 can hold: one character of another kind breaks the whole file. */
export function xmlContent<Content>(content: Content): Content {
  if (typeof content === 'string') return cleanWholly(content) as Content;
  if (Array.isArray(content)) return content.map(xmlContent) as Content;
  if (typeof content !== 'object' || content === null) return content;
  const entries = Object.entries(content as Record<string, unknown>);
  return Object.fromEntries(entries.map(([name, value]) => [name, xmlContent(value)])) as Content;
}
