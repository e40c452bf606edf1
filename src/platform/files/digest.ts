import { createHash } from 'node:crypto';
import { Transform } from 'node:stream';

/** Lets bytes through, and counts and digests them. */
export class Digest extends Transform {
  private readonly hash = createHash('sha256');
  bytes = 0;

  override _transform(chunk: Buffer, _encoding: string, done: (error: null, chunk: Buffer) => void): void {
    this.hash.update(chunk);
    this.bytes += chunk.length;
    done(null, chunk);
  }

  /** SHA-256 of what went through, in hex; asked once, at the end. */
  sha256(): string {
    return this.hash.digest('hex');
  }
}
