import type { SpooledFile } from './spooled-file.js';

/** What is looked at: more no document has. */
const MOST_ENTRIES = 20_000;
const LARGEST_DIRECTORY = 4 * 1024 * 1024;

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const END_BYTES = 22;
const LONGEST_COMMENT = 65_535;
const ENTRY_BYTES = 46;

/**
 * Names of what is packed in a file, by its directory alone, which is held in memory (PKWARE APPNOTE 6.3.10, section 4.3);
 * null for what has no sound directory.
 */
export async function zipNames(file: SpooledFile): Promise<string[] | null> {
  const tailBytes = Math.min(file.size, END_BYTES + LONGEST_COMMENT);
  const tail = await file.bytes(file.size - tailBytes, tailBytes);
  const end = endIn(tail);
  if (end < 0) return null;
  const [count, size, at] = [
    tail.readUInt16LE(end + 10),
    tail.readUInt32LE(end + 12),
    tail.readUInt32LE(end + 16),
  ];
  if (count > MOST_ENTRIES || size > LARGEST_DIRECTORY || at + size > file.size) return null;
  return namesIn(await file.bytes(at, size), count);
}

function endIn(tail: Buffer): number {
  for (let at = tail.length - END_BYTES; at >= 0; at--) if (tail.readUInt32LE(at) === END) return at;
  return -1;
}

function namesIn(directory: Buffer, count: number): string[] | null {
  const names: string[] = [];
  let at = 0;
  for (let n = 0; n < count; n++) {
    if (at + ENTRY_BYTES > directory.length || directory.readUInt32LE(at) !== CENTRAL) return null;
    const [name, extra, comment] = [28, 30, 32].map((offset) => directory.readUInt16LE(at + offset));
    const begins = at + ENTRY_BYTES;
    names.push(directory.toString('utf8', begins, begins + (name ?? 0)));
    at = begins + (name ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  return names;
}
