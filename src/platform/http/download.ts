import type { FastifyReply } from 'fastify';

/** A file to take away. */
export interface Download {
  /** As it is saved: any letters. */
  name: string;
  mediaType: string;
  content: Buffer;
}

/** Sends a file as a download, never to be shown inside the site; its name as RFC 8187 writes it (RFC 6266 section 4.3). */
export async function sendDownload(
  reply: FastifyReply,
  { name, mediaType, content }: Download,
): Promise<void> {
  await reply
    .type(mediaType)
    .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`)
    .send(content);
}
