const OFFSET = 0x811c9dc5;
const PRIME = 0x01000193;

/** Tells a pasted text from another (FNV-1a of 32 bits, and its length): a form says by it which text it showed the columns of. */
export function pastedMark(text: string): string {
  const plain = text.replace(/\r\n?/g, '\n').trim();
  let hash = OFFSET;
  for (let i = 0; i < plain.length; i++) hash = Math.imul(hash ^ plain.charCodeAt(i), PRIME);
  return `${(hash >>> 0).toString(16)}-${plain.length}`;
}
