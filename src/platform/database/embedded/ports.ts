import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';
import { setTimeout } from 'node:timers/promises';

export const HOST = '127.0.0.1';
/** Below the ports that systems lend to outgoing connections, so that none of those takes it between two starts. */
const RANGE = [20_000, 30_000] as const;
const ATTEMPTS = 100;
/** A killed server looks gone before the kernel has closed what it listened on, on a busy machine for a second or more. */
const LEAVES_WITHIN_MS = 5_000;
const LOOK_EVERY_MS = 100;

/** A port of this computer that nobody listens on now. */
export async function choosePort(): Promise<number> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const port = randomInt(...RANGE);
    if (await isFree(port)) return port;
  }
  throw new Error(`No TCP port between ${RANGE[0]} and ${RANGE[1]} is free for the embedded PostgreSQL.`);
}

/** Whether nobody listens on a port, once whoever was just ending there has had the time to. */
export async function becomesFree(port: number): Promise<boolean> {
  for (let waited = 0; waited < LEAVES_WITHIN_MS; waited += LOOK_EVERY_MS) {
    if (await isFree(port)) return true;
    await setTimeout(LOOK_EVERY_MS);
  }
  return false;
}

function isFree(port: number): Promise<boolean> {
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
