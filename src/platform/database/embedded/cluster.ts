import { performance } from 'node:perf_hooks';
import { setTimeout } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import { StartRefusal } from '../../errors/start-refusal.js';
import type { PostgresAccount } from '../postgres-account.js';
import { connect } from '../reachable.js';
import { keepPort, prepareCluster, readPassword, readPort, USER, type DataFolder } from './data-folder.js';
import { becomesFree, choosePort, HOST } from './ports.js';
import type { Postmaster } from './postmaster.js';

const DATABASE = 'postgres';
const TELL_EVERY_MS = 10_000;
const ATTEMPTS = 3;
/** SQLSTATE invalid_password. */
const WRONG_PASSWORD = '28P01';

export interface Running {
  port: number;
  url: string;
  /** Whether this call started it. */
  startedHere: boolean;
}

/** The database of a data folder: brought up and asked whether it answers. */
export class Cluster {
  private readonly logger = new Logger('database');

  constructor(
    private readonly account: PostgresAccount,
    readonly folder: DataFolder,
    private readonly postmaster: Postmaster,
  ) {}

  /** Makes it when the folder has none yet, and refuses a folder that is not whole. */
  async prepare(): Promise<void> {
    await prepareCluster(this.account, this.folder);
    await readPassword(this.folder);
  }

  private async url(port: number): Promise<string> {
    return `postgres://${USER}:${await readPassword(this.folder)}@${HOST}:${port}/${DATABASE}`;
  }

  /** The one that is running, once it answers; null when none is. */
  async answering(signal?: AbortSignal): Promise<Running | null> {
    const port = await this.postmaster.runningPort();
    if (port === null) return null;
    const url = await this.url(port);
    return (await this.untilItAnswers(url, signal)) ? { port, url, startedHere: false } : null;
  }

  /** Takes over the one that is running as it is, or starts it on the folder's port, and waits until it answers. */
  async bringUp(signal?: AbortSignal): Promise<Running> {
    for (let attempt = 1; ; attempt++) {
      signal?.throwIfAborted();
      try {
        const running = (await this.answering(signal)) ?? (await this.start(signal));
        if ((await readPort(this.folder)) !== running.port) await keepPort(this.folder, running.port);
        return running;
      } catch (error) {
        // Another one came first, or was just ending: look again.
        if (error instanceof StartRefusal || signal?.aborted || attempt === ATTEMPTS) throw error;
        await setTimeout(500 * attempt);
      }
    }
  }

  stop(): Promise<void> {
    return this.postmaster.stop();
  }

  private async start(signal?: AbortSignal): Promise<Running> {
    const port = await this.portToStartOn();
    const url = await this.url(port);
    try {
      await this.postmaster.start(port);
      if (!(await this.untilItAnswers(url, signal)))
        throw new Error('The embedded PostgreSQL ended at once.');
      return { port, url, startedHere: true };
    } catch (error) {
      if ((await this.postmaster.runningPort()) === port) await this.postmaster.stop();
      throw error;
    }
  }

  /** The folder's port; another one only when a stranger listens there, which is told. */
  private async portToStartOn(): Promise<number> {
    const kept = await readPort(this.folder);
    if (kept !== null && (await becomesFree(kept))) return kept;
    const chosen = await choosePort();
    if (kept !== null) {
      this.logger.warn(
        `Another program listens on port ${kept} of the database, which moves to port ${chosen}`,
      );
    }
    await keepPort(this.folder, chosen);
    return chosen;
  }

  /** Asks until it answers, for as long as it starts or recovers; false when it ended instead. */
  private async untilItAnswers(url: string, signal?: AbortSignal): Promise<boolean> {
    for (let told = performance.now(); ;) {
      try {
        await (await connect({ connectionString: url, application_name: 'sambang-start' })).end();
        return true;
      } catch (error) {
        signal?.throwIfAborted();
        if ((error as { code?: string }).code === WRONG_PASSWORD) throw wrongPassword(this.folder);
        if ((await this.postmaster.runningPort()) === null) return false;
        if (performance.now() - told > TELL_EVERY_MS) {
          told = performance.now();
          this.logger.log(`Waiting for the embedded PostgreSQL: ${(error as Error).message}`);
        }
        await setTimeout(100);
      }
    }
  }
}

const wrongPassword = ({ password }: DataFolder): StartRefusal =>
  new StartRefusal(
    `The password in ${password} is not that of the database. Put the file back as it was (from a copy of the folder).`,
  );
