import { open, rm } from 'node:fs/promises';
import { asFilesAway } from './file-error.js';

/** What the first bytes and the last of a file are read of it for. */
const HEAD_BYTES = 4096;

/** A file that came in and lies on this machine's disk under a name of its own, counted and digested. */
export class SpooledFile {
  constructor(
    readonly path: string,
    readonly size: number,
    readonly sha256: string,
  ) {}

  /** Its first bytes, 4 KiB at the most. */
  head(): Promise<Buffer> {
    return this.bytes(0, HEAD_BYTES);
  }

  /** Bytes from a place on; fewer where it ends. @throws FileError `files-away` */
  async bytes(from: number, length: number): Promise<Buffer> {
    try {
      const file = await open(this.path, 'r');
      try {
        const { bytesRead, buffer } = await file.read(Buffer.alloc(length), 0, length, Math.max(0, from));
        return buffer.subarray(0, bytesRead);
      } finally {
        await file.close();
      }
    } catch (error) {
      throw asFilesAway(error);
    }
  }

  /** Removes what is left of it here; what was kept of it stays. */
  async discard(): Promise<void> {
    // What cannot be removed now goes with the parts that are too old.
    await rm(this.path, { force: true }).catch(() => undefined);
  }
}
