import { createContext } from 'preact';
import type { MarkedRequest } from './form-mark.js';
import type { Comparison } from './two-versions.js';

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
  /** The date of whoever reads it; null where that is not known. */
  today: string | null;
  /** The form that the page answers; null where it answers none. */
  answered: AnsweredForm | null;
  /** How that form stands to what somebody else stored meanwhile; null unless it was refused for that. */
  overtaken: Overtaken | null;
}

/** What a form that was overtaken by another's is told beside it. */
export interface Overtaken {
  comparison: Comparison;
  by: SavedBy | null;
}

/** Who stored what stands now, and when, as it is told. */
export interface SavedBy {
  name: string;
  when: string;
}

/** A form that came, by which the same one is known when it is shown again. */
export interface AnsweredForm {
  /** Where it was sent to, without a query. */
  path: string;
  key: string | null;
  /** The version of what it changes, as it said; null where it says none. */
  version: string | null;
}

/** Filled by `html`, so that no page has to hand it on. */
export const SeenContext = createContext<Seen>({
  look: 'device',
  here: null,
  person: undefined,
  today: null,
  answered: null,
  overtaken: null,
});

type SeenRequest = Pick<MarkedRequest, 'headers' | 'method' | 'url' | 'actor' | 'form'> & { body?: unknown };

/** Read from the headers themselves: where no route is, nobody has taken the cookies apart. */
export function seenOf({ headers, method, url, actor, form, body }: SeenRequest): Omit<Seen, 'today'> {
  const [, kept] = new RegExp(`(?:^|;\\s*)${LOOK_COOKIE}=(\\w+)`).exec(headers.cookie ?? '') ?? [];
  return {
    look: looks.find((look) => look === kept) ?? 'device',
    here: method === 'GET' ? url : null,
    person: actor === undefined ? undefined : (actor?.personId ?? null),
    overtaken: null,
    answered: form ? { path: url.replace(/\?.*/, ''), key: form.key, version: versionIn(body) } : null,
  };
}

function versionIn(body: unknown): string | null {
  const version = (body as { version?: unknown } | null | undefined)?.version;
  return typeof version === 'string' ? version : null;
}
