import type { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';

/** A file to take away. */
export interface Download {
  /** As it is saved: any letters. */
  name: string;
  mediaType: string;
  content: Buffer;
  /** How many rows a list has in it, or people it is about; left out where it is no list. */
  rows?: number;
}

/** A document that is kept, to take away: its bytes come from wherever they lie, and never change. */
export interface KeptDownload extends Omit<Download, 'content'> {
  sha256: string;
  /** Bytes. */
  size: number;
  open: () => Promise<Readable | Buffer>;
}

const NOT_MODIFIED = 304;

/** How many rows an answer that is sent as a file has. */
export const rowsSent = new WeakMap<FastifyReply, number>();

/** Sends a file as a download, never to be shown inside the site; its name as RFC 8187 writes it (RFC 6266 section 4.3). */
export async function sendDownload(reply: FastifyReply, file: Download | KeptDownload): Promise<void> {
  const content = 'open' in file ? await opened(reply, file) : file.content;
  if (content === null) return;
  if (file.rows !== undefined) rowsSent.set(reply, file.rows);
  await reply
    .type(file.mediaType)
    .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`)
    .send(content);
}

/**
 * Tells a browser that has the document so (RFC 9110 section 8.8.3), and is then null. It asks each time, since who may read
 * it can change.
 */
async function opened(
  reply: FastifyReply,
  { sha256, size, open }: KeptDownload,
): Promise<Readable | Buffer | null> {
  const tag = `"${sha256}"`;
  void reply.headers({ etag: tag, 'cache-control': 'private, no-cache' });
  if (reply.request.headers['if-none-match']?.split(/\s*,\s*/).includes(tag)) {
    await reply.status(NOT_MODIFIED).send();
    return null;
  }
  const content = await open();
  void reply.header('content-length', size);
  return content;
}
