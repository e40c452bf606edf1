import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { logSectionFault, type Gathered } from './section.js';

/** Gathers what a page shows from several sources: the fault of one leaves the others as they are. */
@Injectable()
export class PageSources {
  constructor(private readonly database: Database) {}

  /** Asks one source; inside an open transaction its failed statements are undone alone. */
  async gather<Result>(ask: () => Promise<Result>): Promise<Gathered<Result>> {
    try {
      return { found: await this.database.apart(ask), reference: null };
    } catch (error) {
      return { found: null, reference: logSectionFault(error) };
    }
  }

  /** Asks each source, in the given order. */
  async gatherAll<Source, Result>(
    sources: readonly Source[],
    ask: (source: Source) => Promise<Result>,
  ): Promise<Gathered<Result>[]> {
    // One connection answers one statement after the other.
    if (!this.database.isInTransaction) {
      return Promise.all(sources.map((source) => this.gather(() => ask(source))));
    }
    const gathered: Gathered<Result>[] = [];
    for (const source of sources) gathered.push(await this.gather(() => ask(source)));
    return gathered;
  }
}
