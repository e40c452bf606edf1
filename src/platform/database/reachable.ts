import { performance } from 'node:perf_hooks';
import { setTimeout } from 'node:timers/promises';
import { Client, type ClientConfig } from 'pg';
import { StartRefusal } from '../errors/start-refusal.js';

/** SQLSTATEs that pass by themselves: starting, recovering, ending, all connections taken. */
const PASSING_STATES = new Set(['57P03', '57P01', '57P02', '53300']);
/** Of the network: nobody listens (yet), a name that is not known (yet), a connection cut or lost on the way. */
const PASSING_FAULTS = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EPIPE',
]);

/** Whether a database that cannot be reached now may be reached a little later. */
function mayPass(error: unknown): boolean {
  const { code = '', message = '' } = error as { code?: string; message?: string };
  return PASSING_STATES.has(code) || PASSING_FAULTS.has(code) || /timeout|terminated/i.test(message);
}

/** One connection of its own, for as long as the caller wants. */
export async function connect(config: ClientConfig): Promise<Client> {
  const client = new Client({ connectionTimeoutMillis: 10_000, ...config });
  // Told by whoever uses it; without a listener a cut connection would end the process.
  client.on('error', () => undefined);
  try {
    await client.connect();
  } catch (error) {
    await client.end().catch(() => undefined);
    throw error;
  }
  return client;
}

export interface Patience {
  seconds: number;
  signal?: AbortSignal;
  /** Hears about every ten seconds what is waited for. */
  tell: (text: string) => void;
}

/**
 * Waits until the database of DATABASE_URL answers.
 *
 * @throws StartRefusal naming the setting, never its password, when it does not in time or will not
 */
export async function waitForDatabase(url: string, { seconds, signal, tell }: Patience): Promise<void> {
  const { host, pathname } = new URL(url);
  const place = `${host}${pathname}`;
  const begin = performance.now();
  for (let told = 0; ;) {
    try {
      await (await connect({ connectionString: url, application_name: 'sambang-start' })).end();
      return;
    } catch (error) {
      signal?.throwIfAborted();
      const { message } = error as Error;
      const waited = (performance.now() - begin) / 1000;
      if (!mayPass(error) || waited > seconds) {
        const after = waited > 1 ? ` (tried for ${Math.round(waited)} s)` : '';
        throw new StartRefusal(
          `DATABASE_URL: the database ${place} cannot be used${after}: ${message || String(error)}.`,
          { cause: error },
        );
      }
      if (waited >= told) {
        tell(`DATABASE_URL: waiting for the database ${place} (${message || 'no connection'})`);
        told = waited + 10;
      }
      await setTimeout(500, undefined, signal ? { signal } : {});
    }
  }
}
