import { Injectable } from '@nestjs/common';
import { AppError } from '../../platform/errors/app-error.js';
import { Spool } from '../../platform/files/spool.js';
import type { SpooledFile } from '../../platform/files/spooled-file.js';
import { FileStore } from '../../platform/files/file-store.js';
import type { FileForm, GivenFile } from '../../platform/http/file-upload.js';
import { picturesPdf, UnreadablePicture } from '../../platform/pictures/pictures-pdf.js';
import { pictureFormat } from '../../platform/pictures/picture-format.js';
import { LARGEST_FILE } from '../../platform/text/sizes.js';
import { safeFileName, StoreDocument, type StoredDocument } from '../../visits/index.js';
import { PaperError } from '../domain/error-codes.js';
import { isCopyType, MOST_PHOTOS } from '../domain/signed-copy.js';

/** What a signed copy that is made here is called and says of itself. */
export interface CopyTitle {
  /** Without its ending. */
  name: string;
  madeAt: Date;
}

/** Brings a signed copy into the store as it comes: a document, or photos that become one. */
@Injectable()
export class ReadCopy {
  constructor(
    private readonly documents: StoreDocument,
    private readonly spool: Spool,
    private readonly store: FileStore,
  ) {}

  /** @throws PaperError `copy-missing`, `copy-unknown`, `copy-mixed`, `copy-too-large`, `copy-photo-unreadable`; FileError `files-away` */
  async execute({ files, isTooLarge }: FileForm, title: CopyTitle): Promise<StoredDocument> {
    if (isTooLarge || files.length > MOST_PHOTOS) throw new PaperError('copy-too-large');
    const [first] = files;
    if (!first) throw new PaperError('copy-missing');
    const heads = await Promise.all(files.map(({ file }) => file.head()));
    const isPhoto = heads.map((head) => pictureFormat(head) !== null);
    if (isPhoto.every(Boolean)) return this.photos(files, title);
    if (files.length > 1) throw new PaperError('copy-mixed');
    return this.document(first);
  }

  private async document(given: GivenFile): Promise<StoredDocument> {
    const document = await this.documents.execute(given, isCopyType);
    if (document === null) throw new PaperError('copy-unknown');
    return document;
  }

  private async photos(files: readonly GivenFile[], { name, madeAt }: CopyTitle): Promise<StoredDocument> {
    const pdf = await this.written(
      files.map(({ file }) => file),
      { name, madeAt },
    );
    try {
      if (pdf.size > LARGEST_FILE) throw new PaperError('copy-too-large');
      await this.store.keep(pdf);
      const { size, sha256 } = pdf;
      return { name: safeFileName(`${name}.pdf`), mediaType: 'application/pdf', size, sha256 };
    } finally {
      await pdf.discard();
    }
  }

  private async written(photos: readonly SpooledFile[], { name, madeAt }: CopyTitle): Promise<SpooledFile> {
    try {
      return await this.spool.take(await picturesPdf(photos, name, madeAt));
    } catch (error) {
      if (error instanceof AppError || !(error instanceof UnreadablePicture)) throw error;
      throw new PaperError('copy-photo-unreadable', { page: error.page });
    }
  }
}
