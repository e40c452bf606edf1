import type { EventEmitter } from 'node:events';
import type { Socket } from 'node:net';
import { Logger } from '@nestjs/common';
import { Client, types, type ClientConfig } from 'pg';
import { writableInstant } from '../text/date-range.js';
import { failedTransaction, isStalePlan } from './postgres-errors.js';
import { PreparedStatements } from './prepared-statements.js';
import type { SessionLimits } from './time-limits.js';

/** How long a statement waits for a free connection, or a connection to be made, in milliseconds. */
const LONGEST_WAIT = 5000;

/** TypeORM's options for the pool: connections stay open when idle, and one that breaks is told and replaced. */
export function poolOptions(limits: SessionLimits) {
  const logger = new Logger('database');
  return {
    connectTimeoutMS: LONGEST_WAIT,
    poolErrorHandler: (error: Error) => {
      logger.warn(`An idle connection was lost: ${error.message}`);
    },
    extra: {
      Client: preparingClient(limits),
      // What a transaction asks side by side is sent at once, without waiting for each answer in turn.
      pipeline: true,
      idleTimeoutMillis: 0,
      types: { getTypeParser },
      keepAlive: true,
      keepAliveInitialDelayMillis: 10_000,
      onConnect: (client: Client) => {
        letGoWhenEnded(client);
        return limits.applyTo(client);
      },
    },
  };
}

/** As TypeORM begins a transaction, and ends it. */
const [BEGIN, COMMIT] = ['START TRANSACTION', 'COMMIT'];

/** A beginning is not waited for: it goes along with the first statement, which fails where this failed. */
function begun(beginning: Promise<unknown>): Promise<{ rows: never[] }> {
  beginning.catch(() => undefined);
  return Promise.resolve({ rows: [] });
}

/** Of a transaction in which something failed, PostgreSQL answers to COMMIT that it was rolled back, and no error. */
async function committed<Ended extends { command: string }>(ending: Promise<Ended>): Promise<Ended> {
  const ended = await ending;
  if (ended.command !== COMMIT) throw failedTransaction();
  return ended;
}

/** A client with what its types do not tell of its connection. */
type Wired = Client & { connection: EventEmitter & { stream: Socket } };

type Send = (text: unknown, values?: unknown, ...rest: unknown[]) => unknown;

/** Has all that is sent in this turn of the event loop leave as one packet, since each costs both sides a wake-up. */
function sendTogether({ connection: { stream } }: Wired): void {
  if (stream.writableCorked > 0) return;
  stream.cork();
  process.nextTick(() => {
    stream.uncork();
  });
}

/** A client that names what it is sent often; behind a pooler a name may not reach the connection that knows it. */
function preparingClient(limits: SessionLimits): new (config?: ClientConfig) => Client {
  const statements = new PreparedStatements();
  return class PreparingClient extends Client {
    constructor(config?: ClientConfig) {
      super(config);
      const send = this.query.bind(this) as Send;
      const named: Send = (text, values, ...rest) => {
        sendTogether(this as unknown as Wired);
        if (text === BEGIN) return begun(send(text) as Promise<unknown>);
        if (text === COMMIT) return committed(send(text) as Promise<{ command: string }>);
        const isPlain = typeof text === 'string' && Array.isArray(values) && rest.length === 0;
        const name = isPlain && !limits.isPooled ? statements.nameOf(text) : null;
        if (!isPlain || name === null) return send(text, values, ...rest);
        const answer = send({ name, text, values }) as Promise<unknown>;
        return answer.catch((error: unknown) => {
          if (isStalePlan(error)) statements.refuse(text);
          throw error;
        });
      };
      this.query = named as Client['query'];
    }
  };
}

const parseInstant = types.getTypeParser(types.builtins.TIMESTAMPTZ) as (text: string) => Date | number;

/** An instant that is stored beyond what a Date writes (`infinity`, five digits of a year) is read as the nearest. */
const getTypeParser = ((oid: number, format?: 'text' | 'binary') =>
  oid === (types.builtins.TIMESTAMPTZ as number) && format !== 'binary'
    ? (text: string) => writableInstant(Number(parseInstant(text)))
    : types.getTypeParser(oid, format as 'text')) as typeof types.getTypeParser;

/**
 * A server that ends a connection in the midst of a statement answers that statement first (57P01 and the like), so that
 * the pool would hand the dying connection on. FATAL means that it ends (PostgreSQL, Error and Notice Message Fields).
 */
function letGoWhenEnded(client: Client): void {
  const { connection } = client as Wired;
  connection.on('errorMessage', ({ severity }: { severity?: string }) => {
    if (severity === 'FATAL') void client.end();
  });
}
