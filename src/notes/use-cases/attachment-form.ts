import '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { RequestError } from '../../platform/http/request-error.js';
import { NoteError } from '../domain/error-codes.js';
import type { GivenPicture } from './keep-note-attachments.js';

/** A form with one file as it came: its text fields, and the file when one was chosen. */
export interface AttachmentForm {
  fields: Record<string, string>;
  file: { name: string; content: Buffer } | null;
  isTooLarge: boolean;
}

/**
 * Reads a form with one file in the field `file`.
 * @param largest bytes
 * @throws RequestError `unsupported-media-type`
 */
export async function readAttachmentForm(request: FastifyRequest, largest: number): Promise<AttachmentForm> {
  if (!request.isMultipart()) throw new RequestError('unsupported-media-type');
  const limits = { fileSize: largest, files: 1, fields: 10, fieldSize: 20_000 };
  const options = { limits, throwFileSizeLimit: false };
  const form: AttachmentForm = { fields: {}, file: null, isTooLarge: false };
  for await (const part of request.parts(options)) {
    if (part.type === 'file') {
      // Read to its end, so that the fields after a file that is too large are not lost.
      const content = await part.toBuffer();
      form.isTooLarge ||= part.file.truncated;
      // A form without a chosen file sends a part without a name.
      if (part.fieldname === 'file' && part.filename) form.file = { name: part.filename, content };
    } else if (typeof part.value === 'string') {
      form.fields[part.fieldname] = part.value;
    }
  }
  return form;
}

/** The picture of the form, with its caption and whether it is cleared. @throws NoteError `note-picture-missing`, `note-picture-too-large` */
export function pictureOf({ fields, file, isTooLarge }: AttachmentForm): GivenPicture {
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
export function fileOf({ file, isTooLarge }: AttachmentForm): { name: string; content: Buffer } {
  if (isTooLarge) throw new NoteError('note-file-too-large');
  if (!file) throw new NoteError('note-file-unknown');
  return file;
}

const captionFault = { field: 'caption', message: 'mohon tuliskan apa yang terlihat pada gambar' };
