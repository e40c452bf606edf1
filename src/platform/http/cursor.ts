import { isKey, type CursorKey } from './cursor-keys.js';
import { RequestError } from './request-error.js';

/** Sort keys of the last row of a page: the next page starts strictly after them (keyset paging). */
export type CursorKeys = readonly (string | number)[];

/** A page of a list; `nextCursor` is null on the last one. */
export interface Page<Item> {
  items: Item[];
  nextCursor: string | null;
}

function encodeCursor(keys: CursorKeys): string {
  return Buffer.from(JSON.stringify(keys)).toString('base64url');
}

type KeysOf<Kinds extends readonly CursorKey[]> = {
  readonly [Place in keyof Kinds]: Kinds[Place] extends 'integer' ? number : string;
};

/**
 * Reads a cursor of keys of the given kinds.
 *
 * @throws RequestError `bad-cursor` when it is not one of ours
 */
export function decodeCursor<const Kinds extends readonly CursorKey[]>(
  cursor: string,
  kinds: Kinds,
): KeysOf<Kinds> {
  try {
    const keys: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (
      Array.isArray(keys) &&
      keys.length === kinds.length &&
      kinds.every((kind, i) => isKey[kind](keys[i]))
    ) {
      return keys as unknown as KeysOf<Kinds>;
    }
  } catch {
    // Fall through: whatever is wrong with it, the answer is the same.
  }
  throw new RequestError('bad-cursor');
}

/** Makes a page of rows that were read with a limit of one more than wanted. */
export function toPage<Row, Item>(
  rows: readonly Row[],
  limit: number,
  present: (row: Row) => Item,
  keys: (row: Row) => CursorKeys,
): Page<Item> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map(present),
    nextCursor: rows.length > limit && last !== undefined ? encodeCursor(keys(last)) : null,
  };
}
