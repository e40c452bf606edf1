import '@fastify/compress';
import '@fastify/cookie';
import type { FastifyReply } from 'fastify';
import { h, type VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { MarkedRequest } from './form-mark.js';
import { SeenContext, seenOf, type Overtaken, type SavedBy, type Seen } from './look.js';
import { readerToday } from './reader-day.js';

/** Whom a page was made for, empty for a visitor; the service worker asks it before it keeps or shows a page. */
const PERSON_HEADER = 'sambang-person';

/** Keys of the forms that were saved, for `platform/pages/browser/device-texts.ts`. */
export const SAVED_COOKIE = 'sambang_tersimpan';
const MOST_SAVED = 10;
const WEEK_SECONDS = 7 * 24 * 60 * 60;

const TOO_MANY_REQUESTS = 429;
/** What a page that refuses for too many requests asks to wait that does not know better. */
const SECONDS_TO_WAIT = 60;

const whole = new WeakSet<FastifyReply>();

/** Sends a page as it is that holds a secret beside what others wrote: compressed, its length would give it away (BREACH). */
export const keepWhole = (reply: FastifyReply): void => {
  whole.add(reply);
};

/** What is stored now, of a form that was refused because somebody else stored meanwhile. */
export interface Standing {
  /** The page as whoever opens it now is shown it; null for a form that asks for something new. */
  page: VNode | null;
  by?: SavedBy | null;
}

/**
 * Answers with a page, compressed. It shows what one person may see, so nobody keeps it; and no secret stands in it
 * beside text that somebody else chose, unless it is kept whole (`keepWhole`).
 */
export async function html(
  reply: FastifyReply,
  page: VNode,
  status = 200,
  standing: Standing | null = null,
): Promise<void> {
  const seen = { ...seenOf(reply.request), today: readerToday() };
  const overtaken = standing && (await overtakenBy(standing, seen, reply.request.body));
  const content = Buffer.from(`<!doctype html>${render(page, { ...seen, overtaken })}`);
  if (seen.person !== undefined) void reply.header(PERSON_HEADER, seen.person ?? '');
  void reply.status(status).type('text/html; charset=utf-8').header('cache-control', 'no-store');
  if (status === TOO_MANY_REQUESTS && !reply.hasHeader('retry-after')) {
    void reply.header('retry-after', SECONDS_TO_WAIT);
  }
  // Where no route is, the plugin that compresses is not there either.
  const { compress } = reply as { compress?: FastifyReply['compress'] };
  await (compress && !whole.has(reply) ? compress.call(reply, content) : reply.send(content));
}

const render = (page: VNode, seen: Seen): string =>
  renderToString(h(SeenContext.Provider, { value: seen }, page));

async function overtakenBy({ page, by = null }: Standing, seen: Seen, body: unknown): Promise<Overtaken> {
  // What reads pages is loaded by the first that was overtaken.
  const { compareForm } = await import('./compare-form.js');
  const path = seen.answered?.path ?? '';
  const shown = page && render(page, { ...seen, answered: null });
  const comparison = shown && compareForm(shown, path, (body ?? {}) as SentBody);
  return { comparison: comparison || { differing: [], equal: [] }, by };
}

type SentBody = Readonly<Record<string, unknown>>;

/** Answers a script of a page that sent one of its forms, and says whose form it was. */
export async function toScript(reply: FastifyReply, body: object, status = 200): Promise<void> {
  const { person } = seenOf(reply.request);
  if (person !== undefined) void reply.header(PERSON_HEADER, person ?? '');
  const type = status < 400 ? 'application/json' : 'application/problem+json';
  void reply.status(status).type(`${type}; charset=utf-8`).header('cache-control', 'no-store');
  await reply.send(JSON.stringify(body));
}

/** Tells the browser which kept form was saved, beside those it has not heard of yet; no secret, a form's own key. */
function tellSaved(reply: FastifyReply): void {
  const request: MarkedRequest = reply.request;
  if (!request.form?.key) return;
  const untold = (request.cookies[SAVED_COOKIE] ?? '').split(' ').filter((key) => /^[\w-]{16,64}$/.test(key));
  const saved = [...untold, request.form.key].slice(-MOST_SAVED).join(' ');
  void reply.setCookie(SAVED_COOKIE, saved, { path: '/', sameSite: 'lax', maxAge: WEEK_SECONDS });
}

/** Sends the browser on after a form, so that loading again does not send the form again (RFC 9110 section 15.4.4). */
export async function seeOther(reply: FastifyReply, path: string): Promise<void> {
  tellSaved(reply);
  await reply.header('cache-control', 'no-store').redirect(path, 303);
}
