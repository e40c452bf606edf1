import { Propagation, TransactionHost } from '@nestjs-cls/transactional';
import type { TransactionalAdapterTypeOrm } from '@nestjs-cls/transactional-adapter-typeorm';
import { Injectable } from '@nestjs/common';
import { ClsService } from 'nestjs-cls';
import type { EntityManager } from 'typeorm';
import { isTransient } from './postgres-errors.js';

const ATTEMPTS = 3;

/** The database as storage and queries see it: the open transaction if there is one, else the pool. */
@Injectable()
export class Database {
  constructor(
    private readonly host: TransactionHost<TransactionalAdapterTypeOrm>,
    private readonly cls: ClsService,
  ) {}

  /** TypeORM's manager of the open transaction, or of the pool outside one. */
  get manager(): EntityManager {
    return this.host.tx;
  }

  /** Runs one statement with `$1…` parameters and returns its rows. */
  async query<Row>(sql: string, parameters: unknown[] = []): Promise<Row[]> {
    return this.manager.query<Row[]>(sql, parameters);
  }

  /**
   * Runs work in one transaction; inside one already open it joins that. A deadlock or a serialization
   * failure (SQLSTATE 40P01, 40001) rolls back and starts the work again, three times at the most.
   */
  async transaction<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.isInTransaction) return work();
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.inContext(() => this.host.withTransaction(work));
      } catch (error) {
        if (attempt === ATTEMPTS || !isTransient(error)) throw error;
      }
    }
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

  private inContext<Result>(work: () => Promise<Result>): Promise<Result> {
    return this.cls.isActive() ? work() : this.cls.run(work);
  }
}
