import type { Readable } from 'node:stream';
import type { SpooledFile } from './spooled-file.js';

/** Where objects can lie. */
export const filePlaces = ['folder', 's3'] as const;
export type FilePlace = (typeof filePlaces)[number];

/** An object as it is about to be read. */
export interface OpenObject {
  stream: Readable;
  /** Bytes, as the store says. */
  size: number;
}

/**
 * A store of objects, each under the SHA-256 of its bytes: what is there never changes, and writing it twice is writing it
 * once. Whatever keeps it from working is a `FileError` `files-away`.
 */
export abstract class ObjectStore {
  abstract readonly place: FilePlace;

  /** Bytes of an object; null where there is none. */
  abstract size(sha256: string): Promise<number | null>;

  /** Writes an object whole or not at all. It may take the spooled file itself. */
  abstract put(file: SpooledFile): Promise<void>;

  /** Null where there is none. */
  abstract read(sha256: string): Promise<OpenObject | null>;

  /** Removes an object; none is as good. */
  abstract remove(sha256: string): Promise<void>;
}
