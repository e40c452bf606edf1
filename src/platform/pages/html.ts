import '@fastify/compress';
import type { FastifyReply } from 'fastify';
import { h, type VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { SeenContext, seenOf } from './look.js';

/**
 * Answers with a page, compressed. It shows what one person may see, so nobody keeps it; and no secret stands in it
 * beside text that somebody else chose, which compression would give away by its length (BREACH).
 */
export async function html(reply: FastifyReply, page: VNode, status = 200): Promise<void> {
  const seen = h(SeenContext.Provider, { value: seenOf(reply.request) }, page);
  const content = Buffer.from(`<!doctype html>${renderToString(seen)}`);
  void reply.status(status).type('text/html; charset=utf-8').header('cache-control', 'no-store');
  // Where no route is, the plugin that compresses is not there either.
  const { compress } = reply as { compress?: FastifyReply['compress'] };
  await (compress ? compress.call(reply, content) : reply.send(content));
}

/** Sends the browser on after a form, so that loading again does not send the form again (RFC 9110 section 15.4.4). */
export async function seeOther(reply: FastifyReply, path: string): Promise<void> {
  await reply.header('cache-control', 'no-store').redirect(path, 303);
}
