/** Octets by which a text says how it is written (Unicode, section 23.8), and the name of that encoding. */
const marks: readonly (readonly [octets: readonly number[], encoding: string])[] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
];

/**
 * The text of a part of a mail, in whatever charset it was written: as its first octets say, else as its header says,
 * else UTF-8; what is not that is read as windows-1252, in which every octet is a letter.
 *
 * @param charset as the part's Content-Type names it; undefined where it names none
 */
export function partText(content: Buffer, charset: string | undefined): string {
  const marked = marks.find(([octets]) => octets.every((octet, at) => content[at] === octet))?.[1];
  for (const encoding of [marked, charset, 'utf-8']) {
    const text = encoding === undefined ? null : decoded(content, encoding);
    if (text !== null) return text;
  }
  return new TextDecoder('windows-1252').decode(content);
}

/** Null where no such encoding is known, or the octets are not written in it. */
function decoded(content: Buffer, encoding: string): string | null {
  try {
    return new TextDecoder(encoding.trim(), { fatal: true }).decode(content);
  } catch {
    return null;
  }
}
