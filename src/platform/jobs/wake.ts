import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { Client } from 'pg';
import { Database } from '../database/database.js';
import { DatabaseUrl } from './database-url.js';

/** The one channel of all topics. */
const CHANNEL = 'sambang_wake';
const NOTIFY = 'SELECT pg_notify($1, topic) FROM unnest($2::text[]) AS topic';
/** Milliseconds between looks at whether the connection still answers, and how long an answer may take. */
const PROBE = { every: 10_000, within: 5000 } as const;
/** Milliseconds before a lost connection is made again. */
const RECONNECT = { first: 500, most: 10_000 } as const;

type Listener = () => void;

/**
 * Tells every process that something waits (LISTEN and NOTIFY), the moment it is committed. Only a hint: who listens
 * also looks by itself now and then, since a notice is lost while no connection listens.
 */
@Injectable()
export class Wake implements OnApplicationShutdown {
  private readonly logger = new Logger('wake');
  private readonly listeners = new Map<string, Set<Listener>>();
  private readonly due = new Set<string>();
  private client: Client | undefined;
  private isListening = false;
  private timer: NodeJS.Timeout | undefined;
  private delay: number = RECONNECT.first;
  private closed = false;
  private opened = false;

  constructor(
    private readonly url: DatabaseUrl,
    private readonly database: Database,
  ) {}

  /**
   * Signals topics once the open transaction is committed, and not at all when it rolls back; at once outside one. Many
   * signals of one topic in one transaction are one. By a statement of its own: a transaction that notifies would have all
   * others that do wait while it commits, in the whole server.
   */
  signal(...topics: readonly string[]): void {
    this.database.afterCommit(() => {
      if (this.due.size === 0) queueMicrotask(() => void this.notify());
      for (const topic of topics) this.due.add(topic);
    });
  }

  /**
   * Calls back at every signal of a topic, and whenever the listening connection was made anew. The first call opens
   * the one connection of this process that listens. @returns how to stop
   */
  on(topic: string, listener: Listener): () => void {
    const those = this.listeners.get(topic) ?? new Set();
    this.listeners.set(topic, those.add(listener));
    if (!this.opened) {
      this.opened = true;
      void this.connect();
    }
    return () => {
      those.delete(listener);
    };
  }

  async onApplicationShutdown(): Promise<void> {
    this.closed = true;
    clearTimeout(this.timer);
    await this.client?.end().catch(() => undefined);
  }

  /** Only a hint: where it is lost, whoever listens looks by itself. */
  private async notify(): Promise<void> {
    const topics = [...this.due];
    this.due.clear();
    try {
      if (this.client && this.isListening) await this.client.query(NOTIFY, [CHANNEL, topics]);
      else await this.database.query(NOTIFY, [CHANNEL, topics]);
    } catch (error) {
      this.logger.debug(`a signal was lost: ${(error as Error).message}`);
    }
  }

  private async connect(): Promise<void> {
    if (this.closed) return;
    const client = new Client({
      connectionString: this.url.value,
      application_name: 'sambang-wake',
      connectionTimeoutMillis: PROBE.within,
      query_timeout: PROBE.within,
      keepAlive: true,
    });
    this.client = client;
    client.on('notification', ({ payload }) => {
      this.call(payload ?? '');
    });
    client.on('error', (error) => {
      this.lose(client, error);
    });
    client.on('end', () => {
      this.lose(client, new Error('the connection ended'));
    });
    try {
      await client.connect();
      await client.query(`LISTEN ${CHANNEL}`);
      this.isListening = true;
      this.delay = RECONNECT.first;
      for (const topic of this.listeners.keys()) this.call(topic);
      this.probeLater(client);
    } catch (error) {
      this.lose(client, error as Error);
    }
  }

  private probeLater(client: Client): void {
    this.timer = setTimeout(() => {
      client.query('SELECT 1').then(
        () => {
          if (client === this.client) this.probeLater(client);
        },
        (error: unknown) => {
          this.lose(client, error as Error);
        },
      );
    }, PROBE.every);
  }

  private call(topic: string): void {
    for (const listener of this.listeners.get(topic) ?? []) listener();
  }

  /** Gives a connection up and makes another after a while. */
  private lose(client: Client, error: Error): void {
    if (this.closed || client !== this.client) return;
    this.client = undefined;
    this.isListening = false;
    clearTimeout(this.timer);
    client.end().catch(() => undefined);
    if (this.delay === RECONNECT.first) this.logger.warn(`not listening for now: ${error.message}`);
    this.timer = setTimeout(() => void this.connect(), this.delay);
    this.delay = Math.min(this.delay * 2, RECONNECT.most);
  }
}
