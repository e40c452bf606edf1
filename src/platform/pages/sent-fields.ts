import '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { FORM_KEY, FORM_PERSON } from './form-mark.js';

/** What was filled in one field of a form that was not taken. */
export interface SentField {
  name: string;
  value: string;
}

/** All that a form sent, but what stood in its files. */
export interface SentFields {
  texts: SentField[];
  /** Names of the fields that a file was chosen in. */
  files: string[];
}

/** More than the largest form has: an agenda of a hundred sessions with a dozen fields each. */
const MOST_FIELDS = 2_000;
const LARGEST_FIELD = 100_000;
const MOST_FILES = 50;
const secret = /sandi|password|repeat|secret/i;
const identifier = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;

/** Fields that the page itself put into a form. */
const marks: readonly string[] = [FORM_PERSON, FORM_KEY];

/** What was typed and chosen, fit to be shown once more: no passwords, nothing that the page put there. */
export function shownFields(texts: readonly SentField[]): SentField[] {
  return texts.filter(
    ({ name, value }) =>
      value.trim() !== '' && !isSecret(name) && !marks.includes(name) && !identifier.test(value),
  );
}

/** Whether a field of this name holds a password, which is neither shown nor kept. */
export const isSecret = (name: string): boolean => secret.test(name);

/** What a form sent that is refused as a whole. */
export async function sentFields(request: FastifyRequest): Promise<SentFields> {
  const { texts, files } = request.isMultipart()
    ? await partsOfUpload(request)
    : { texts: bodyFields(request.body), files: [] };
  return { texts: texts.slice(0, MOST_FIELDS), files };
}

/** The fields of a form without files, as they were parsed. */
export function bodyFields(body: unknown): SentField[] {
  if (typeof body !== 'object' || body === null) return [];
  return Object.entries(body).flatMap(([name, given]) =>
    (Array.isArray(given) ? given : [given])
      .filter((value): value is string => typeof value === 'string')
      .map((value) => ({ name, value })),
  );
}

/** The texts that came beside a file; the file is read to its end and dropped. */
async function partsOfUpload(request: FastifyRequest): Promise<SentFields> {
  const sent: SentFields = { texts: [], files: [] };
  const limits = { fields: MOST_FIELDS, fieldSize: LARGEST_FIELD, files: MOST_FILES };
  const options = { limits, throwFileSizeLimit: false };
  try {
    for await (const part of request.parts(options)) {
      if (part.type === 'file') {
        part.file.resume();
        sent.files.push(part.fieldname);
      } else if (typeof part.value === 'string') {
        sent.texts.push({ name: part.fieldname, value: part.value });
      }
    }
  } catch {
    // A broken upload: what came before the break is kept.
  }
  return sent;
}
