import { setImmediate } from 'node:timers/promises';
import { isInFailedTransaction } from './postgres-errors.js';

/**
 * The statements of one transaction. Asked side by side, one may fail while others are under way, and what follows from
 * those would be sent after the transaction is over, outside any.
 */
export class OpenStatements {
  private readonly underWay = new Set<Promise<unknown>>();
  private readonly along = new Set<Promise<unknown>>();
  private goesAlong = false;
  private savepoints = 0;
  /** What failed first; whatever was sent after it failed with it. */
  private fault: unknown;
  private failedAlong: unknown;
  private isOver = false;
  private readonly afterwards: (() => void)[] = [];

  /** Does work once the transaction is committed. */
  afterCommit(work: () => void): void {
    this.afterwards.push(work);
  }

  /** @throws Error when the transaction is over */
  async run<Result>(statement: () => Promise<Result>): Promise<Result> {
    if (this.isOver) throw new Error('the transaction is over');
    const those = this.goesAlong ? this.along : this.underWay;
    const answer = statement();
    those.add(answer);
    try {
      return await answer;
    } catch (error) {
      if (!isInFailedTransaction(error)) this.fault ??= error;
      throw error;
    } finally {
      those.delete(answer);
    }
  }

  /**
   * Sends statements whose answers nobody needs: nobody waits for them before the end. Behind a savepoint they are waited
   * for, since what fails there is undone alone.
   *
   * @param work sends all its statements at once, before it waits for any
   */
  async sendAlong(work: () => Promise<unknown>): Promise<void> {
    if (this.savepoints > 0) {
      await work();
      return;
    }
    const outer = this.goesAlong;
    this.goesAlong = true;
    const answer = work().catch((error: unknown) => {
      this.failedAlong ??= error;
    });
    this.goesAlong = outer;
    this.along.add(answer);
    void answer.then(() => this.along.delete(answer));
  }

  /** Does work behind a savepoint. */
  async behindSavepoint<Result>(work: () => Promise<Result>): Promise<Result> {
    const { fault } = this;
    this.savepoints += 1;
    try {
      return await work();
    } catch (error) {
      const cause = this.causeOf(error);
      this.fault = fault;
      throw cause;
    } finally {
      this.savepoints -= 1;
    }
  }

  /**
   * Does the work of the transaction. When it ends, or fails, no statement is sent any more. Of one that fails those under
   * way are over; of one that goes well those that nobody waits for may be, so that COMMIT goes along with them.
   *
   * @throws Error when the work ended without waiting for a statement of its own
   */
  async close<Result>(work: () => Promise<Result>): Promise<Result> {
    try {
      const result = await work();
      // Until each that goes along was handed over.
      if (this.along.size > 0) await setImmediate();
      if (this.underWay.size > 0) throw new Error('a transaction ended before its statements did');
      this.isOver = true;
      return result;
    } catch (error) {
      this.isOver = true;
      await Promise.allSettled([...this.underWay, ...this.along]);
      throw this.causeOf(error);
    }
  }

  /**
   * Once COMMIT was sent. What waits for it to succeed is done then.
   *
   * @throws Error what failed of that which nobody waited for: nothing was committed then
   */
  async settle(): Promise<void> {
    await Promise.all(this.along);
    if (this.failedAlong !== undefined) throw this.causeOf(this.failedAlong);
    for (const work of this.afterwards) work();
  }

  /** What made a transaction fail, where an error says no more than that it had failed. */
  causeOf(error: unknown): unknown {
    return this.fault !== undefined && isInFailedTransaction(error) ? this.fault : error;
  }
}
