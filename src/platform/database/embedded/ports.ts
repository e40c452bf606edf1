import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

export const HOST = '127.0.0.1';
/** Below the ports that systems lend to outgoing connections, so that none of those takes it between two starts. */
const RANGE = [20_000, 30_000] as const;
const ATTEMPTS = 100;

/** A port of this computer that nobody listens on now. */
export async function choosePort(): Promise<number> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const port = randomInt(...RANGE);
    if (await isFree(port)) return port;
  }
  throw new Error(`No TCP port between ${RANGE[0]} and ${RANGE[1]} is free for the embedded PostgreSQL.`);
}

export function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => {
      resolve(false);
    });
    probe.listen({ port, host: HOST, exclusive: true }, () => {
      probe.close(() => {
        resolve(true);
      });
    });
  });
}
