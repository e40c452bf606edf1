import { localPath } from './local-path.js';
import { isSecret, type SentField, type SentFields } from './sent-fields.js';

/** A form that came after its session had ended: it goes along through signing in, and is then sent as it was. */
export interface KeptForm extends SentFields {
  /** Where it was sent to: a path of this site, with its query. */
  action: string;
}

/** The field of the sign-in form that carries it. */
export const KEPT_FORM = 'titipan';

/** The form as one field's text. A password is not carried. */
export function writeKeptForm({ action, texts, files }: KeptForm): string {
  const pairs = texts.filter(({ name }) => !isSecret(name)).map(({ name, value }) => [name, value]);
  return JSON.stringify([action, pairs, files]);
}

/** Reads such a text; null for anything else, also for a form of another site. */
export function readKeptForm(text: unknown): KeptForm | null {
  if (typeof text !== 'string' || text === '') return null;
  const [address, pairs, files] = asArray(parsed(text));
  const action = localPath(address);
  const texts = asArray(pairs).map(pairOf);
  const names = asArray(files);
  if (action === null || !texts.every((pair) => pair !== null) || !names.every(isText)) return null;
  return { action, texts, files: names };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function pairOf(pair: unknown): SentField | null {
  const [name, value] = asArray(pair);
  return isText(name) && isText(value) ? { name, value } : null;
}

const asArray = (value: unknown): unknown[] => (Array.isArray(value) ? (value as unknown[]) : []);
const isText = (value: unknown): value is string => typeof value === 'string';
