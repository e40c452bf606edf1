import { Propagation, TransactionHost } from '@nestjs-cls/transactional';
import type { TransactionalAdapterTypeOrm } from '@nestjs-cls/transactional-adapter-typeorm';
import { Injectable } from '@nestjs/common';
import { ClsService } from 'nestjs-cls';
import { DataSource, type EntityManager } from 'typeorm';
import { Lanes } from './lanes.js';
import { OpenStatements } from './open-statements.js';
import { isTimeout, isTransient } from './postgres-errors.js';
import { SharedConnection, unconnected } from './shared-connection.js';
import { jobLimits, SessionLimits, type TimeLimits } from './time-limits.js';

const ATTEMPTS = 3;
const LIMITS = Symbol('time limits');
const STATEMENTS = Symbol('statements of the open transaction');

/** The database as storage and queries see it: the open transaction if there is one, else the pool. */
@Injectable()
export class Database {
  private readonly shared = new WeakMap<object, SharedConnection>();

  constructor(
    private readonly dataSource: DataSource,
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
   * Has TypeORM run one statement, in the open transaction if there is one. What is asked side by side is sent in the order
   * in which it was asked, without waiting in between.
   *
   * @throws ConnectionError when no connection can be had
   */
  async use<Result>(work: (manager: EntityManager) => Promise<Result>): Promise<Result> {
    if (this.isInTransaction) return this.statements.run(() => work(this.manager));
    if (this.ownLimits()) return this.transaction(() => work(this.manager));
    return again(() => this.connection.use(work));
  }

  /**
   * Sends statements whose answers nobody needs. In an open transaction they go on their way while its work goes on, the
   * last along with COMMIT; where one fails, the transaction does.
   *
   * @param work sends all its statements at once, before it waits for any
   */
  async sendAlong(work: () => Promise<unknown>): Promise<void> {
    if (this.isInTransaction) await this.statements.sendAlong(work);
    else await work();
  }

  /** Does work that nobody waits for once the open transaction is committed, and not at all when it rolls back; at once outside one. */
  afterCommit(work: () => void): void {
    if (this.isInTransaction) this.statements.afterCommit(work);
    else work();
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
    if (!this.isInTransaction) return work();
    return this.statements.behindSavepoint(() => this.host.withTransaction(Propagation.Nested, work));
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
    const statements = new OpenStatements();
    const setting = this.ownLimits();
    try {
      const result = await this.host.withTransaction(async () => {
        isConnected = true;
        this.cls.set(STATEMENTS, statements);
        if (setting) await statements.sendAlong(() => this.manager.query(setting));
        return statements.close(work);
      });
      await statements.settle();
      return result;
    } catch (error) {
      throw isConnected ? statements.causeOf(error) : unconnected(error);
    }
  }

  private get statements(): OpenStatements {
    return this.cls.get<OpenStatements>(STATEMENTS);
  }

  /** The statement that sets what the present work may take; null where the connections of the pool have it. */
  private ownLimits(): string | null {
    const wanted = this.cls.isActive() ? this.cls.get<TimeLimits | undefined>(LIMITS) : undefined;
    return this.session.settingFor(wanted);
  }

  /** The connection of the present request outside of transactions; of what is in no lane, of each statement alone. */
  private get connection(): SharedConnection {
    const { present } = this.lanes;
    const known = present && this.shared.get(present);
    const connection = known ?? new SharedConnection(this.dataSource, this.lanes);
    if (present) this.shared.set(present, connection);
    return connection;
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
