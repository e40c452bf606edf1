import type { AddressInfo } from 'node:net';
import fastify from 'fastify';
import { Pool } from 'pg';

const LOOK_UP = `SELECT f.digest, f.changed_at FROM feed f JOIN person p ON p.id = f.person_id
  WHERE f.created_at IS NOT NULL AND f.token_hash = $1`;

/** What a server can do at the best: nothing but Fastify, and with one prepared statement by a key. */
export async function startBareServer(
  { url }: { url: string },
  body: string,
): Promise<{ port: number; close(): Promise<void> }> {
  const pool = new Pool({ connectionString: url, max: 10 });
  const server = fastify();
  const bytes = Buffer.from(body);
  server.get('/feeds/:file', (_, reply) => {
    void reply.header('etag', '"x"').status(304).send();
  });
  server.get<{ Params: { file: string } }>('/queried/:file', async ({ params }, reply) => {
    await pool.query({ name: 'look-up', text: LOOK_UP, values: [params.file] });
    return reply.header('etag', '"x"').status(304).send();
  });
  server.get('/queried-bytes', async (_, reply) => {
    await pool.query({ name: 'look-up', text: LOOK_UP, values: ['x'] });
    return reply.type('text/calendar; charset=utf-8').send(bytes);
  });
  server.get('/bytes', (_, reply) => {
    void reply.type('text/calendar; charset=utf-8').send(bytes);
  });
  await server.listen({ port: 0, host: '127.0.0.1' });
  return {
    port: (server.server.address() as AddressInfo).port,
    close: async () => {
      await server.close();
      await pool.end();
    },
  };
}
