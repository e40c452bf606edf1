import '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { RequestError } from './request-error.js';

/** A form with one file as it came: its text fields, and the file when one was chosen. */
export interface Upload {
  fields: Record<string, string>;
  file: { name: string; content: Buffer } | null;
  /** The file is larger than it may be. */
  isTooLarge: boolean;
}

interface Expected {
  /** Name of the file's field. */
  field: string;
  /** Most bytes of the file. */
  largest: number;
}

/**
 * Reads a form with one file (RFC 7578): the one place where a multipart body is taken, so that a broken one is the
 * sender's fault everywhere.
 *
 * @throws RequestError `unsupported-media-type`, `malformed-request`, `body-too-large` for too many parts
 */
export async function readUpload(request: FastifyRequest, expected: Expected): Promise<Upload> {
  if (!request.isMultipart()) throw new RequestError('unsupported-media-type');
  try {
    return await readParts(request, expected);
  } catch (error) {
    // What the parser counts has a status; what it cannot read has none.
    if ((error as { statusCode?: number }).statusCode === 413) throw new RequestError('body-too-large');
    throw new RequestError('malformed-request');
  }
}

async function readParts(request: FastifyRequest, { field, largest }: Expected): Promise<Upload> {
  const limits = { fileSize: largest, files: 1, fields: 20, fieldSize: 20_000 };
  const upload: Upload = { fields: {}, file: null, isTooLarge: false };
  const options = { limits, throwFileSizeLimit: false };
  for await (const part of request.parts(options)) {
    if (part.type === 'file') {
      // Read to its end, so that the fields after a file that is too large are not lost.
      const content = await part.toBuffer();
      upload.isTooLarge ||= part.file.truncated;
      // A form without a chosen file sends a part without a name.
      if (part.fieldname === field && part.filename) {
        upload.file = { name: part.filename.replaceAll('\0', ''), content };
      }
    } else if (typeof part.value === 'string') {
      upload.fields[part.fieldname] = part.value.replaceAll('\0', '');
    }
  }
  return upload;
}

/** The document in the field `file`, or null when none was chosen. @throws RequestError as readUpload, `body-too-large` */
export async function readDocument(request: FastifyRequest, largest: number): Promise<Upload['file']> {
  const { file, isTooLarge } = await readUpload(request, { field: 'file', largest });
  if (isTooLarge) throw new RequestError('body-too-large');
  return file;
}
