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

/** How many rows an answer that is sent as a file has. */
export const rowsSent = new WeakMap<FastifyReply, number>();

/** Sends a file as a download, never to be shown inside the site; its name as RFC 8187 writes it (RFC 6266 section 4.3). */
export async function sendDownload(
  reply: FastifyReply,
  { name, mediaType, content, rows }: Download,
): Promise<void> {
  if (rows !== undefined) rowsSent.set(reply, rows);
  await reply
    .type(mediaType)
    .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`)
    .send(content);
}
