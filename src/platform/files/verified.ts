import { createHash } from 'node:crypto';
import { Transform, type TransformCallback } from 'node:stream';
import { FileError } from './file-error.js';

/**
 * Lets an object through and holds it against its digest: the last piece goes on only once all of it was found right, so that
 * nobody takes a damaged file for a whole one.
 */
export class Verified extends Transform {
  private readonly hash = createHash('sha256');
  private held: Buffer | null = null;

  /** @param damaged is told once when it is not as it was written */
  constructor(
    private readonly sha256: string,
    private readonly damaged: () => void,
  ) {
    super();
  }

  override _transform(chunk: Buffer, _encoding: string, done: TransformCallback): void {
    this.hash.update(chunk);
    const before = this.held;
    this.held = chunk;
    done(null, before);
  }

  override _flush(done: TransformCallback): void {
    if (this.hash.digest('hex') === this.sha256) return done(null, this.held);
    this.damaged();
    done(new FileError('file-damaged', `${this.sha256} is not as it was written`));
  }
}
