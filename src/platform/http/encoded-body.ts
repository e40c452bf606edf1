import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const codings = ['br', 'gzip', 'identity'] as const;
/** A content coding (RFC 9110 section 8.4.1), in the order in which they are preferred. */
export type Coding = (typeof codings)[number];

/** Shorter ones gain nothing. */
const SHORTEST = 256;
const makers = {
  br: (bytes: Buffer) =>
    promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }),
  gzip: (bytes: Buffer) => promisify(gzip)(bytes),
};

/** The coding that a client likes best (RFC 9110 section 12.5.3); none where it takes none of them. */
export function codingFor(accepted: string | undefined): Coding {
  let [best, most]: [Coding, number] = ['identity', 0];
  const wanted = qualities(accepted ?? '');
  for (const coding of codings) {
    const quality = wanted.get(coding) ?? (coding === 'identity' ? 0 : (wanted.get('*') ?? 0));
    if (quality > most) [best, most] = [coding, quality];
  }
  return best;
}

function qualities(accepted: string): Map<string, number> {
  const entries = accepted.split(',').map((part): [string, number] => {
    const [name = '', ...parameters] = part.split(';').map((text) => text.trim().toLowerCase());
    const quality = parameters.find((text) => text.startsWith('q='))?.slice(2);
    return [name.replace(/^x-gzip$/, 'gzip'), quality === undefined ? 1 : Number(quality) || 0];
  });
  return new Map(entries);
}

/** A text that goes out as it is or compressed; each form is made once. */
export class EncodedBody {
  readonly bytes: Buffer;
  /** SHA-256. */
  readonly digest: string;
  private readonly made = new Map<Coding, Promise<Buffer>>();
  private compressed = 0;

  /** @param text as a string, or in UTF-8 */
  constructor(text: string | Buffer) {
    this.bytes = typeof text === 'string' ? Buffer.from(text) : text;
    this.digest = createHash('sha256').update(this.bytes).digest('base64url');
  }

  /** Of all forms that are made, in bytes. */
  get size(): number {
    return this.bytes.length + this.compressed;
  }

  /** The bytes, and the coding that they have. */
  async as(coding: Coding): Promise<{ bytes: Buffer; coding: Coding }> {
    if (coding === 'identity' || this.bytes.length < SHORTEST)
      return { bytes: this.bytes, coding: 'identity' };
    const known = this.made.get(coding);
    const making = known ?? makers[coding](this.bytes);
    if (!known) this.made.set(coding, making);
    const bytes = await making;
    if (!known) this.compressed += bytes.length;
    return { bytes, coding };
  }
}
