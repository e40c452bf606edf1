import type { SignedRequest } from '../security/access.js';

/** The field that names the account a form was rendered for; no DTO can have one of this name. */
export const FORM_PERSON = 'form-person';

/** The field that names one rendering of a form whose text the device keeps. */
export const FORM_KEY = 'form-key';

/** What a form says of itself, beside what was filled in. */
export interface FormMark {
  /** Id of the account it was rendered for; null when it names none. */
  person: string | null;
  /** Key of the rendering; null when its text is not kept. */
  key: string | null;
}

export interface MarkedRequest extends SignedRequest {
  form?: FormMark;
}

const shapes = { [FORM_PERSON]: /^[0-9a-f-]{36}$/, [FORM_KEY]: /^[\w-]{16,64}$/ } as const;

/**
 * Takes a form's mark off its request, so that only what was filled in is checked and used. Forms with files carry it in
 * their address, because the guard sees that before the files are read.
 */
export function takeMark(request: MarkedRequest): FormMark {
  const places = [request.query, request.body].filter(isRecord);
  const take = (name: keyof typeof shapes): string | null => {
    let value: string | null = null;
    for (const place of places) {
      const sent = place[name];
      if (typeof sent === 'string' && shapes[name].test(sent)) value = sent;
      delete place[name];
    }
    return value;
  };
  request.form = { person: take(FORM_PERSON), key: take(FORM_KEY) };
  return request.form;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
