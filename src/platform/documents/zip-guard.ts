import { inflateRawSync } from 'node:zlib';

/** What may be in a packed file. */
export interface ZipLimits {
  entries: number;
  /** Bytes of all entries, unpacked. */
  unpacked: number;
}

export interface ZipEntry {
  name: string;
  content: Buffer;
}

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const END_BYTES = 22;
const LONGEST_COMMENT = 65_535;
const STORED = 0;
const DEFLATED = 8;

/** Where the last record of the file begins, or -1 (PKWARE APPNOTE 6.3.10, section 4.3.16). */
function endOf(file: Buffer): number {
  const first = Math.max(0, file.length - END_BYTES - LONGEST_COMMENT);
  for (let at = file.length - END_BYTES; at >= first; at--) if (file.readUInt32LE(at) === END) return at;
  return -1;
}

/**
 * Unpacks a file with a measured hand: what its directory says of sizes is not believed, and what unpacks to more than
 * may be is refused before it is unpacked. Null for what is no such file, is encrypted, or is too much.
 */
export function unzipWithin(file: Buffer, limits: ZipLimits): ZipEntry[] | null {
  try {
    return entriesOf(file, limits);
  } catch (thrown) {
    if (thrown instanceof RangeError || isOfZlib(thrown)) return null;
    throw thrown;
  }
}

const isOfZlib = (thrown: unknown): boolean =>
  thrown instanceof Error && String((thrown as { code?: unknown }).code ?? '').startsWith('Z_');

function entriesOf(file: Buffer, { entries: most, unpacked }: ZipLimits): ZipEntry[] | null {
  const end = file.length < END_BYTES ? -1 : endOf(file);
  if (end < 0) return null;
  const count = file.readUInt16LE(end + 10);
  if (count > most) return null;
  const entries: ZipEntry[] = [];
  let left = unpacked;
  let at = file.readUInt32LE(end + 16);
  for (let n = 0; n < count; n++) {
    if (file.readUInt32LE(at) !== CENTRAL) return null;
    const isEncrypted = (file.readUInt16LE(at + 8) & 1) === 1;
    const method = file.readUInt16LE(at + 10);
    const packed = file.readUInt32LE(at + 20);
    const lengths = [28, 30, 32].map((offset) => file.readUInt16LE(at + offset)) as [number, number, number];
    const name = file.toString('utf8', at + 46, at + 46 + lengths[0]);
    const local = file.readUInt32LE(at + 42);
    if (isEncrypted || file.readUInt32LE(local) !== LOCAL) return null;
    const begins = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28);
    const content = unpack(file.subarray(begins, begins + packed), method, left);
    if (!content) return null;
    left -= content.length;
    entries.push({ name, content });
    at += 46 + lengths[0] + lengths[1] + lengths[2];
  }
  return entries;
}

function unpack(packed: Buffer, method: number, most: number): Buffer | null {
  if (method === STORED) return packed.length <= most ? packed : null;
  if (method !== DEFLATED) return null;
  return inflateRawSync(packed, { maxOutputLength: Math.max(most, 1) });
}
