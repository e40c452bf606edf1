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

/** A form with several files in one field. */
export interface Uploads {
  fields: Record<string, string>;
  files: { name: string; content: Buffer }[];
  /** Names of those that are larger than one may be. */
  tooLarge: string[];
  /** More files, or more bytes of all of them, than may come at once. */
  isTooMuch: boolean;
}

interface ExpectedFiles extends Expected {
  /** Most files, and most bytes of all of them. */
  most: number;
  largestTogether: number;
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

/**
 * Reads a form with several files in one field; what comes beyond the limits is read to its end and dropped.
 *
 * @throws RequestError as readUpload
 */
export async function readUploads(request: FastifyRequest, expected: ExpectedFiles): Promise<Uploads> {
  if (!request.isMultipart()) throw new RequestError('unsupported-media-type');
  try {
    return await readFiles(request, expected);
  } catch (error) {
    if ((error as { statusCode?: number }).statusCode === 413) throw new RequestError('body-too-large');
    throw new RequestError('malformed-request');
  }
}

async function readFiles(
  request: FastifyRequest,
  { field, largest, most, largestTogether }: ExpectedFiles,
): Promise<Uploads> {
  const limits = { fileSize: largest, files: most + 1, fields: 20, fieldSize: 20_000 };
  const uploads: Uploads = { fields: {}, files: [], tooLarge: [], isTooMuch: false };
  let bytes = 0;
  const options = { limits, throwFileSizeLimit: false };
  for await (const part of request.parts(options)) {
    if (part.type !== 'file') {
      if (typeof part.value === 'string') uploads.fields[part.fieldname] = part.value.replaceAll('\0', '');
      continue;
    }
    const name = (part.filename || '').replaceAll('\0', '');
    if (uploads.isTooMuch || part.fieldname !== field || name === '') {
      part.file.resume();
      continue;
    }
    const content = await part.toBuffer();
    bytes += content.length;
    uploads.isTooMuch = bytes > largestTogether || uploads.files.length + uploads.tooLarge.length >= most;
    if (part.file.truncated) uploads.tooLarge.push(name);
    else uploads.files.push({ name, content });
  }
  return uploads;
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
