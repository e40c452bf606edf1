import type { FastifyRequest } from 'fastify';
import { createContext } from 'preact';

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
}

/** Filled by `html`, so that no page has to hand it on. */
export const SeenContext = createContext<Seen>({ look: 'device', here: null });

/** Read from the header itself: where no route is, nobody has taken its cookies apart. */
export function seenOf({ headers, method, url }: Pick<FastifyRequest, 'headers' | 'method' | 'url'>): Seen {
  const [, kept] = new RegExp(`(?:^|;\\s*)${LOOK_COOKIE}=(\\w+)`).exec(headers.cookie ?? '') ?? [];
  return { look: looks.find((look) => look === kept) ?? 'device', here: method === 'GET' ? url : null };
}
