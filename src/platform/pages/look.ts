import { createContext } from 'preact';
import type { MarkedRequest } from './form-mark.js';

/** How pages look: as the device is set, or as somebody chose by hand. */
export const looks = ['device', 'light', 'dark'] as const;
export type Look = (typeof looks)[number];

/** The cookie that keeps a look chosen by hand. */
export const LOOK_COOKIE = 'sambang_tampilan';

/** What a page is told about the request that it answers. */
export interface Seen {
  look: Look;
  /** The address that shows this page again; null where it answers a form. */
  here: string | null;
  /** Id of the account that is signed in; null for a visitor; undefined where that is not known. */
  person: string | null | undefined;
  /** Key of the kept form that the page answers, so that the form shown again is the same one; null otherwise. */
  formKey: string | null;
}

/** Filled by `html`, so that no page has to hand it on. */
export const SeenContext = createContext<Seen>({
  look: 'device',
  here: null,
  person: undefined,
  formKey: null,
});

type SeenRequest = Pick<MarkedRequest, 'headers' | 'method' | 'url' | 'actor' | 'form'>;

/** Read from the headers themselves: where no route is, nobody has taken the cookies apart. */
export function seenOf({ headers, method, url, actor, form }: SeenRequest): Seen {
  const [, kept] = new RegExp(`(?:^|;\\s*)${LOOK_COOKIE}=(\\w+)`).exec(headers.cookie ?? '') ?? [];
  return {
    look: looks.find((look) => look === kept) ?? 'device',
    here: method === 'GET' ? url : null,
    person: actor === undefined ? undefined : (actor?.personId ?? null),
    formKey: form?.key ?? null,
  };
}
