import compress from '@fastify/compress';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

/**
 * Lets a route send its answer compressed with `reply.compress`, by what the client takes (RFC 9110 section 12.5.3):
 * Brotli before gzip. A strong validator holds for the bytes as they were; compressed they carry it as a weak one
 * (RFC 9110 section 8.8.1).
 */
export async function allowCompression(app: NestFastifyApplication): Promise<void> {
  await app.register(compress, {
    global: false,
    globalDecompression: false,
    encodings: ['br', 'gzip', 'identity'],
    threshold: 256,
    customTypes: /^text\//,
  });
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onSend', async (_request, reply) => {
      const [encoding, etag] = [reply.getHeader('content-encoding'), reply.getHeader('etag')];
      if (encoding && encoding !== 'identity' && typeof etag === 'string' && etag.startsWith('"')) {
        void reply.header('etag', `W/${etag}`);
      }
    });
}
