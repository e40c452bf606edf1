/** Longest part of a path that the router takes, in characters; ids and secrets are shorter by far. */
export const LONGEST_PART = 200;

/** What stands for a part that nothing has: it is nobody's id and nobody's secret. */
const NOTHING = '-';

const isReadable = (part: string): boolean => {
  try {
    decodeURIComponent(part);
    return part.length <= LONGEST_PART;
  } catch {
    return false;
  }
};

/**
 * An address as the router can read it. What a mail program cut off or garbled is then the address of nothing, which is
 * answered like any other, and not by the router itself in English.
 */
export function readableUrl(url: string): string {
  const [, path = '', rest = ''] = /^([^?#]*)(.*)$/s.exec(url) ?? [];
  const parts = path.split('/').map((part) => (isReadable(part) ? part : NOTHING));
  return parts.join('/') + rest;
}
