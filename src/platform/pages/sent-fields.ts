import '@fastify/multipart';
import type { FastifyRequest } from 'fastify';

/** What was filled in one field of a form that was not taken. */
export interface SentField {
  name: string;
  value: string;
}

const MOST_FIELDS = 400;
const LARGEST_FIELD = 100_000;
const secret = /sandi|password|secret/i;
const identifier = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;

/**
 * What somebody filled in a form that is refused as a whole, to show it once more: no passwords, no ids that the page
 * put there. Files are not among it.
 */
export async function sentFields(request: FastifyRequest): Promise<SentField[]> {
  const all = request.isMultipart() ? await textsOfUpload(request) : entriesOf(request.body);
  return all
    .filter(({ name, value }) => value.trim() !== '' && !secret.test(name) && !identifier.test(value))
    .slice(0, MOST_FIELDS);
}

function entriesOf(body: unknown): SentField[] {
  if (typeof body !== 'object' || body === null) return [];
  return Object.entries(body).flatMap(([name, given]) =>
    (Array.isArray(given) ? given : [given])
      .filter((value): value is string => typeof value === 'string')
      .map((value) => ({ name, value })),
  );
}

/** The texts that came beside a file; the file is read to its end and dropped. */
async function textsOfUpload(request: FastifyRequest): Promise<SentField[]> {
  const texts: SentField[] = [];
  const limits = { fields: MOST_FIELDS, fieldSize: LARGEST_FIELD, files: 5 };
  const options = { limits, throwFileSizeLimit: false };
  try {
    for await (const part of request.parts(options)) {
      if (part.type === 'file') part.file.resume();
      else if (typeof part.value === 'string') texts.push({ name: part.fieldname, value: part.value });
    }
  } catch {
    // A broken upload: what came before the break is shown.
  }
  return texts;
}
