/**
 * The statements of one transaction. Asked side by side, one may fail while others are under way, and what follows from
 * those would be sent after the transaction is over, outside any.
 */
export class OpenStatements {
  private readonly underWay = new Set<Promise<unknown>>();
  private isOver = false;

  /** @throws Error when the transaction is over */
  async run<Result>(statement: () => Promise<Result>): Promise<Result> {
    if (this.isOver) throw new Error('the transaction is over');
    const answer = statement();
    this.underWay.add(answer);
    try {
      return await answer;
    } finally {
      this.underWay.delete(answer);
    }
  }

  /**
   * Does the work of the transaction. When it ends, or fails, no statement is sent any more, and those under way are over.
   *
   * @throws Error when the work ended without waiting for a statement of its own
   */
  async close<Result>(work: () => Promise<Result>): Promise<Result> {
    try {
      const result = await work();
      if (this.underWay.size > 0) throw new Error('a transaction ended before its statements did');
      return result;
    } finally {
      this.isOver = true;
      await Promise.allSettled(this.underWay);
    }
  }
}
