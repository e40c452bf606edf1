import { TypeORMError, type DataSource, type EntityManager, type QueryRunner } from 'typeorm';
import type { Lanes } from './lanes.js';
import { ConnectionError, isTimeout } from './postgres-errors.js';

interface Lent {
  runner: Promise<QueryRunner>;
  users: number;
  /** Says that nobody uses it any more, or that something in it took too long. */
  end: (tooSlow: unknown) => void;
}

/**
 * The connection of one request outside of transactions. What it asks side by side goes along on one, each statement sent
 * without waiting for the answer to the one before, so that a page takes one connection and one turn, and one way to the
 * database and back for all. Taken when something is asked, and given back when nothing is under way.
 */
export class SharedConnection {
  private lent: Lent | null = null;

  constructor(
    private readonly dataSource: DataSource,
    private readonly lanes: Lanes,
  ) {}

  /** @throws ConnectionError when no connection can be had */
  async use<Result>(work: (manager: EntityManager) => Promise<Result>): Promise<Result> {
    const lent = (this.lent ??= this.lend());
    lent.users += 1;
    let tooSlow: unknown = null;
    try {
      const runner = await lent.runner;
      return await work(runner.manager);
    } catch (error) {
      // After a failure the next takes another: this one may be lost.
      if (this.lent === lent) this.lent = null;
      if (isTimeout(error)) tooSlow = error;
      throw error;
    } finally {
      lent.users -= 1;
      if (lent.users === 0) {
        if (this.lent === lent) this.lent = null;
        lent.end(tooSlow);
      }
    }
  }

  private lend(): Lent {
    let end: Lent['end'] = () => undefined;
    const over = new Promise<void>((resolve, reject) => {
      end = (tooSlow) => {
        if (tooSlow) reject(tooSlow as Error);
        else resolve();
      };
    });
    const runner = new Promise<QueryRunner>((give, refuse) => {
      this.lanes
        .use(async () => {
          const taken = this.dataSource.createQueryRunner();
          try {
            await taken.connect();
            give(taken);
            await over;
          } finally {
            await taken.release();
          }
        }, isTimeout)
        .catch(refuse);
    });
    return { runner: runner.catch(tellUnconnected), users: 0, end };
  }
}

const tellUnconnected = (error: unknown): never => {
  throw unconnected(error);
};

/** What fails before a statement was sent failed to get a connection. */
export const unconnected = (error: unknown): unknown =>
  error instanceof TypeORMError || error instanceof ConnectionError ? error : new ConnectionError(error);
