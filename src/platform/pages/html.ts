import type { FastifyReply } from 'fastify';
import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';

/** Answers with a page. It shows what one person may see, so nobody keeps it. */
export async function html(reply: FastifyReply, page: VNode, status = 200): Promise<void> {
  await reply
    .status(status)
    .type('text/html; charset=utf-8')
    .header('cache-control', 'no-store')
    .send(`<!doctype html>${renderToString(page)}`);
}

/** Sends the browser on after a form, so that loading again does not send the form again (RFC 9110 section 15.4.4). */
export async function seeOther(reply: FastifyReply, path: string): Promise<void> {
  await reply.header('cache-control', 'no-store').redirect(path, 303);
}
