import type { FastifyRequest } from 'fastify';
import type { FileForm, GivenFile } from '../../platform/http/file-upload.js';
import { readUpload, type Upload } from '../../platform/http/upload.js';
import { NoteError } from '../domain/error-codes.js';
import type { GivenPicture } from './keep-note-attachments.js';

/**
 * Reads a form with one file in the field `file`.
 * @param largest bytes
 * @throws RequestError as readUpload
 */
export const readAttachmentForm = (request: FastifyRequest, largest: number): Promise<Upload> =>
  readUpload(request, { field: 'file', largest });

/** The picture of the form, with its caption and whether it is cleared. @throws NoteError `note-picture-missing`, `note-picture-too-large` */
export function pictureOf({ fields, file, isTooLarge }: Upload): GivenPicture {
  if (isTooLarge) throw new NoteError('note-picture-too-large');
  if (!file) throw new NoteError('note-picture-missing');
  const caption = (fields['caption'] ?? '')
    .replace(/\p{C}+/gu, ' ')
    .trim()
    .slice(0, 300);
  if (caption === '') throw new NoteError('note-caption-missing', {}, [captionFault]);
  const cleared = ['yes', 'ya'].includes(fields['cleared'] ?? '');
  return { content: file.content, caption, cleared };
}

/** The document of the form. @throws NoteError `note-file-unknown`, `note-file-too-large` */
export function fileOf({ files: [given], isTooLarge }: FileForm): GivenFile {
  if (isTooLarge) throw new NoteError('note-file-too-large');
  if (!given) throw new NoteError('note-file-unknown');
  return given;
}

const captionFault = { field: 'caption', message: 'mohon tuliskan apa yang terlihat pada gambar' };
