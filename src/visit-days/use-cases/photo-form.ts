import '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { RequestError } from '../../platform/http/request-error.js';
import { LARGEST_PHOTO } from '../domain/picture-format.js';

/** A form with a photo as it came: its text fields, and the file when one was chosen. */
export interface PhotoForm {
  fields: Record<string, string>;
  content: Buffer | null;
}

/** Reads a form with one photo. @throws RequestError `unsupported-media-type`; what is too large is refused with 413 */
export async function readPhotoForm(request: FastifyRequest): Promise<PhotoForm> {
  if (!request.isMultipart()) throw new RequestError('unsupported-media-type');
  const limits = { fileSize: LARGEST_PHOTO, files: 1, fields: 10, fieldSize: 20_000 };
  const form: PhotoForm = { fields: {}, content: null };
  for await (const part of request.parts({ limits })) {
    if (part.type === 'file') {
      const content = await part.toBuffer();
      // A form without a chosen file sends a part without a name.
      if (part.fieldname === 'photo' && part.filename) form.content = content;
    } else if (typeof part.value === 'string') {
      form.fields[part.fieldname] = part.value;
    }
  }
  return form;
}
