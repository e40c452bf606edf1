import type { FastifyReply } from 'fastify';
import type { BundleFile } from './read-bundles.js';

/** Sends a file of a bundle piece by piece as a download; its name as RFC 8187 writes it (RFC 6266 section 4.3). */
export async function sendBundle(
  reply: FastifyReply,
  { name, mediaType, size, stream }: BundleFile,
): Promise<void> {
  await reply
    .type(mediaType)
    .header('cache-control', 'no-store')
    .header('content-length', size)
    .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`)
    .send(stream);
}
