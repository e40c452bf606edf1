import '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { RequestError } from '../../platform/http/request-error.js';
import { LARGEST_PICTURE } from '../../platform/pictures/picture-format.js';
import { VisitDayError } from '../domain/error-codes.js';

/** A form with a photo as it came: its text fields, and the file when one was chosen. */
export interface PhotoForm {
  fields: Record<string, string>;
  content: Buffer | null;
  /** The file is larger than any photo may be. */
  isTooLarge: boolean;
}

/** Reads a form with one photo. @throws RequestError `unsupported-media-type` */
export async function readPhotoForm(request: FastifyRequest): Promise<PhotoForm> {
  if (!request.isMultipart()) throw new RequestError('unsupported-media-type');
  const limits = { fileSize: LARGEST_PICTURE, files: 1, fields: 10, fieldSize: 20_000 };
  const options = { limits, throwFileSizeLimit: false };
  const form: PhotoForm = { fields: {}, content: null, isTooLarge: false };
  for await (const part of request.parts(options)) {
    if (part.type === 'file') {
      // Read to its end, so that the fields after a file that is too large are not lost.
      const content = await part.toBuffer();
      form.isTooLarge ||= part.file.truncated;
      // A form without a chosen file sends a part without a name.
      if (part.fieldname === 'photo' && part.filename) form.content = content;
    } else if (typeof part.value === 'string') {
      form.fields[part.fieldname] = part.value;
    }
  }
  return form;
}

/** The file of the form. @throws VisitDayError `photo-missing`, `photo-too-large` */
export function photoOf({ content, isTooLarge }: PhotoForm): Buffer {
  if (isTooLarge) throw new VisitDayError('photo-too-large');
  if (!content) throw new VisitDayError('photo-missing');
  return content;
}
