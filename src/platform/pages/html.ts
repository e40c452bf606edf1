import '@fastify/compress';
import '@fastify/cookie';
import type { FastifyReply } from 'fastify';
import { h, type VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { MarkedRequest } from './form-mark.js';
import { SeenContext, seenOf } from './look.js';

/** Whom a page was made for, empty for a visitor; the service worker asks it before it keeps or shows a page. */
const PERSON_HEADER = 'sambang-person';

/** Keys of the forms that were saved, for `platform/pages/browser/device-texts.ts`. */
const SAVED_COOKIE = 'sambang_tersimpan';
const MOST_SAVED = 10;
const WEEK_SECONDS = 7 * 24 * 60 * 60;

const TOO_MANY_REQUESTS = 429;
/** What a page that refuses for too many requests asks to wait that does not know better. */
const SECONDS_TO_WAIT = 60;

/**
 * Answers with a page, compressed. It shows what one person may see, so nobody keeps it; and no secret stands in it
 * beside text that somebody else chose, which compression would give away by its length (BREACH).
 */
export async function html(reply: FastifyReply, page: VNode, status = 200): Promise<void> {
  const seen = seenOf(reply.request);
  const whole = h(SeenContext.Provider, { value: seen }, page);
  const content = Buffer.from(`<!doctype html>${renderToString(whole)}`);
  if (seen.person !== undefined) void reply.header(PERSON_HEADER, seen.person ?? '');
  void reply.status(status).type('text/html; charset=utf-8').header('cache-control', 'no-store');
  if (status === TOO_MANY_REQUESTS && !reply.hasHeader('retry-after')) {
    void reply.header('retry-after', SECONDS_TO_WAIT);
  }
  // Where no route is, the plugin that compresses is not there either.
  const { compress } = reply as { compress?: FastifyReply['compress'] };
  await (compress ? compress.call(reply, content) : reply.send(content));
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
