/** A piece of a text, and whether it is what was looked for. */
export interface TextPart {
  text: string;
  isHit: boolean;
}

/**
 * A piece of Markdown without its signs, for pieces that are cut from the middle of a text: emphasis, headings, code,
 * and the addresses of links.
 */
export const withoutSigns = (text: string): string =>
  text
    .replaceAll(/\[([^\][]*)\]\([^)]*\)/g, '$1')
    .replaceAll(/\*{1,3}|_{2,3}|~~|`+/g, '')
    .replaceAll(/(^|\s)#{1,6}\s+(?=\S)/g, '$1');
