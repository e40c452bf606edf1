import type { FastifyRequest } from 'fastify';
import { readUpload, type Upload } from '../../platform/http/upload.js';
import { LARGEST_PICTURE } from '../../platform/pictures/picture-format.js';
import { VisitDayError } from '../domain/error-codes.js';

/** Reads a form with one photo. @throws RequestError as readUpload */
export const readPhotoForm = (request: FastifyRequest): Promise<Upload> =>
  readUpload(request, { field: 'photo', largest: LARGEST_PICTURE });

/** The file of the form. @throws VisitDayError `photo-missing`, `photo-too-large` */
export function photoOf({ file, isTooLarge }: Upload): Buffer {
  if (isTooLarge) throw new VisitDayError('photo-too-large');
  if (!file) throw new VisitDayError('photo-missing');
  return file.content;
}
