import '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { Injectable } from '@nestjs/common';
import { AppError } from '../errors/app-error.js';
import { Spool } from '../files/spool.js';
import type { SpooledFile } from '../files/spooled-file.js';
import { LARGEST_FILE } from '../text/sizes.js';
import { RequestError } from './request-error.js';

/** A file as it was chosen: its name, and its bytes on the disk. */
export interface GivenFile {
  name: string;
  file: SpooledFile;
}

/** A form with files as it came. */
export interface FileForm {
  fields: Record<string, string>;
  /** In the order in which they were sent. */
  files: GivenFile[];
  /** A file is larger than it may be, or all are together. */
  isTooLarge: boolean;
}

/** How many files a form may bring, and how large all of them together. */
interface FileLimits {
  files: number;
  together: number;
}

const ONE_FILE: FileLimits = { files: 1, together: LARGEST_FILE };

/** Takes forms with documents: their bytes go to the disk as they come, and never whole through the memory. */
@Injectable()
export class FileUploads {
  constructor(private readonly spool: Spool) {}

  /**
   * Does work with the files of the field `file` (RFC 7578), and removes what is left of them however it ends.
   *
   * @throws RequestError `unsupported-media-type`, `malformed-request`, `body-too-large` for too many parts; FileError `files-away`
   */
  async with<Result>(
    request: FastifyRequest,
    work: (form: FileForm) => Promise<Result>,
    limits: FileLimits = ONE_FILE,
  ): Promise<Result> {
    if (!request.isMultipart()) throw new RequestError('unsupported-media-type');
    const form: FileForm = { fields: {}, files: [], isTooLarge: false };
    try {
      await this.read(request, form, limits).catch((error: unknown) => {
        throw asSendersFault(error);
      });
      return await work(form);
    } finally {
      await Promise.all(form.files.map(({ file }) => file.discard()));
    }
  }

  /** The one file of the field `file`. @throws RequestError `malformed-request` without one, `body-too-large` */
  withOne<Result>(request: FastifyRequest, work: (given: GivenFile) => Promise<Result>): Promise<Result> {
    return this.with(request, ({ files: [given], isTooLarge }) => {
      if (isTooLarge) throw new RequestError('body-too-large');
      if (!given) throw new RequestError('malformed-request');
      return work(given);
    });
  }

  private async read(
    request: FastifyRequest,
    form: FileForm,
    { files, together }: FileLimits,
  ): Promise<void> {
    const limits = { fileSize: LARGEST_FILE, files: files + EMPTY_PARTS, fields: 20, fieldSize: 20_000 };
    const options = { limits, throwFileSizeLimit: false };
    let left = together;
    for await (const part of request.parts(options)) {
      if (part.type !== 'file') {
        if (typeof part.value === 'string') form.fields[part.fieldname] = part.value.replaceAll('\0', '');
        continue;
      }
      // A form without a chosen file sends a part without a name. What is too much is read to its end and not kept, so that
      // the fields behind it are not lost.
      if (part.fieldname !== 'file' || !part.filename || form.isTooLarge) {
        part.file.resume();
        continue;
      }
      const file = await this.spool.take(part.file);
      form.files.push({ name: part.filename.replaceAll('\0', ''), file });
      left -= file.size;
      form.isTooLarge ||= part.file.truncated || left < 0;
    }
    if (form.files.length > files) throw new RequestError('body-too-large');
  }
}

/** Inputs of a form in which nothing was chosen are sent as files, too. */
const EMPTY_PARTS = 20;

/** What the parser counts has a status; what it cannot read has none. */
function asSendersFault(error: unknown): unknown {
  if (error instanceof AppError) return error;
  return new RequestError(
    (error as { statusCode?: number }).statusCode === 413 ? 'body-too-large' : 'malformed-request',
  );
}
