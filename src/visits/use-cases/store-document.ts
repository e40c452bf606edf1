import { Injectable } from '@nestjs/common';
import { FileStore } from '../../platform/files/file-store.js';
import { zipNames } from '../../platform/files/zip-names.js';
import type { GivenFile } from '../../platform/http/file-upload.js';
import { mediaTypeOf, safeFileName } from '../domain/file-kinds.js';

/** A document that lies in the store, and that no row names yet. */
export interface StoredDocument {
  name: string;
  mediaType: string;
  /** Bytes. */
  size: number;
  sha256: string;
}

/** Looks what a file is, and brings documents into the store: before the transaction that adds their row. */
@Injectable()
export class StoreDocument {
  constructor(private readonly store: FileStore) {}

  /**
   * @param takes which media types are taken of those that are kept
   * @returns null for what is none of them
   * @throws FileError `files-away`
   */
  async execute(
    { name: givenName, file }: GivenFile,
    takes: (mediaType: string) => boolean = () => true,
  ): Promise<StoredDocument | null> {
    const name = safeFileName(givenName);
    const [head, packed] = await Promise.all([file.head(), zipNames(file)]);
    const mediaType = mediaTypeOf(name, { head, packed });
    if (mediaType === null || !takes(mediaType)) return null;
    await this.store.keep(file);
    return { name, mediaType, size: file.size, sha256: file.sha256 };
  }
}
