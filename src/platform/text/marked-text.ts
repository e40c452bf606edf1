/** A piece of a text, and whether it is what was looked for. */
export interface TextPart {
  text: string;
  isHit: boolean;
}

/** Marks around a hit. No text holds them: control characters are refused where texts come in. */
export const hitMarks = { start: '\u0001', end: '\u0002' } as const;

/**
 * A piece of Markdown without its signs, for pieces that are cut from the middle of a text: emphasis, headings, code,
 * and the addresses of links.
 */
export const withoutSigns = (text: string): string =>
  text
    .replaceAll(/\[([^\][]*)\]\([^)]*\)/g, '$1')
    .replaceAll(/\*{1,3}|_{2,3}|~~|`+/g, '')
    .replaceAll(/(^|\s)#{1,6}\s+(?=\S)/g, '$1');

/** The pieces of a text whose hits stand between the marks. */
export function readMarks(text: string): TextPart[] {
  return text
    .split(/(\u0001[^\u0001\u0002]*(?:\u0002|$))/)
    .map((part) => ({ text: part.replaceAll(/[\u0001\u0002]/g, ''), isHit: part.startsWith(hitMarks.start) }))
    .filter((part) => part.text !== '');
}
