import { Propagation, TransactionHost } from '@nestjs-cls/transactional';
import type { TransactionalAdapterTypeOrm } from '@nestjs-cls/transactional-adapter-typeorm';
import { Injectable } from '@nestjs/common';
import { ClsService } from 'nestjs-cls';
import { TypeORMError, type EntityManager } from 'typeorm';
import { Lanes } from './lanes.js';
import { OpenStatements } from './open-statements.js';
import { ConnectionError, isTimeout, isTransient } from './postgres-errors.js';
import { jobLimits, SessionLimits, type TimeLimits } from './time-limits.js';

const ATTEMPTS = 3;
const LIMITS = Symbol('time limits');
const STATEMENTS = Symbol('statements of the open transaction');

/** The database as storage and queries see it: the open transaction if there is one, else the pool. */
@Injectable()
export class Database {
  constructor(
    private readonly host: TransactionHost<TransactionalAdapterTypeOrm>,
    private readonly cls: ClsService,
    private readonly session: SessionLimits,
    private readonly lanes: Lanes,
  ) {}

  /** TypeORM's manager of the open transaction, or of the pool outside one. */
  get manager(): EntityManager {
    return this.host.tx;
  }

  /**
   * Runs one statement with `$1…` parameters and returns its rows.
   *
   * @throws ConnectionError when no connection can be had
   */
  query<Row>(sql: string, parameters: unknown[] = []): Promise<Row[]> {
    return this.use((manager) => manager.query<Row[]>(sql, parameters));
  }

  /**
   * Has TypeORM run one statement, in the open transaction if there is one.
   *
   * @throws ConnectionError when no connection can be had
   */
  async use<Result>(work: (manager: EntityManager) => Promise<Result>): Promise<Result> {
    if (this.isInTransaction) return this.statements.run(() => work(this.manager));
    if (this.ownLimits()) return this.transaction(() => work(this.manager));
    return again(() => this.lanes.use(() => work(this.manager).catch(tellUnconnected), isTimeout));
  }

  /**
   * Runs work in one transaction; inside one already open it joins that. A deadlock or a serialization
   * failure (SQLSTATE 40P01, 40001) rolls back and starts the work again, three times at the most.
   *
   * @throws ConnectionError when no connection can be had
   */
  async transaction<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.isInTransaction) return work();
    return again(() => this.lanes.use(() => this.inContext(() => this.begun(work)), isTimeout));
  }

  /** Whether a transaction is open here. */
  get isInTransaction(): boolean {
    return this.host.isTransactionActive();
  }

  /**
   * Runs work whose failure the caller lives with: inside an open transaction behind a savepoint, so that the
   * transaction goes on after a statement of the work failed; else without one.
   */
  async apart<Result>(work: () => Promise<Result>): Promise<Result> {
    return this.isInTransaction ? this.host.withTransaction(Propagation.Nested, work) : work();
  }

  /** Runs what nobody waits for, with more time for each statement, and apart from those who wait. */
  inBackground<Result>(work: () => Promise<Result>): Promise<Result> {
    return this.cls.run({ ifNested: 'inherit' }, () => {
      this.cls.set(LIMITS, jobLimits);
      return this.lanes.within('background', work, { isPatient: true });
    });
  }

  private async begun<Result>(work: () => Promise<Result>): Promise<Result> {
    let isConnected = false;
    const setting = this.ownLimits();
    try {
      return await this.host.withTransaction(async () => {
        isConnected = true;
        if (setting) await this.manager.query(setting);
        return this.closed(work);
      });
    } catch (error) {
      throw isConnected ? error : unconnected(error);
    }
  }

  /** Lets a transaction end only when none of its statements is under way, and none come after. */
  private closed<Result>(work: () => Promise<Result>): Promise<Result> {
    const statements = new OpenStatements();
    this.cls.set(STATEMENTS, statements);
    return statements.close(work);
  }

  private get statements(): OpenStatements {
    return this.cls.get<OpenStatements>(STATEMENTS);
  }

  /** The statement that sets what the present work may take; null where the connections of the pool have it. */
  private ownLimits(): string | null {
    const wanted = this.cls.isActive() ? this.cls.get<TimeLimits | undefined>(LIMITS) : undefined;
    return this.session.settingFor(wanted);
  }

  private inContext<Result>(work: () => Promise<Result>): Promise<Result> {
    return this.cls.isActive() ? work() : this.cls.run(work);
  }
}

/** Does work that came to nothing once more where that may succeed, three times at the most. */
async function again<Result>(work: () => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (attempt === ATTEMPTS || !isTransient(error)) throw error;
    }
  }
}

/** What fails before a statement was sent failed to get a connection. */
const unconnected = (error: unknown): unknown =>
  error instanceof TypeORMError ? error : new ConnectionError(error);

const tellUnconnected = (error: unknown): never => {
  throw unconnected(error);
};
