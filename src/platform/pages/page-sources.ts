import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { outageOf } from '../database/postgres-errors.js';
import { IncidentLog } from '../errors/incident-log.js';
import { logSectionFault, type Gathered } from './section.js';

/** Gathers what a page shows from several sources: the fault of one leaves the others as they are. */
@Injectable()
export class PageSources {
  constructor(
    private readonly database: Database,
    private readonly incidents: IncidentLog,
  ) {}

  /**
   * Asks one source; inside an open transaction its failed statements are undone alone.
   *
   * @param onOutage hears what came of it when the database did not answer
   */
  async gather<Result>(
    ask: () => Promise<Result>,
    onOutage?: (gathered: Gathered<never>) => void,
  ): Promise<Gathered<Result>> {
    try {
      return { found: await this.database.apart(ask), reference: null };
    } catch (error) {
      if (!outageOf(error)) return { found: null, reference: logSectionFault(error) };
      const gathered = { found: null, reference: this.incidents.report(error, 'a section of a page') };
      onOutage?.(gathered);
      return gathered;
    }
  }

  /**
   * Asks each source, in the given order. Once the database did not answer one of them, whoever waits for the page does
   * not wait for the same again and again.
   */
  async gatherAll<Source, Result>(
    sources: readonly Source[],
    ask: (source: Source) => Promise<Result>,
  ): Promise<Gathered<Result>[]> {
    // One connection answers one statement after the other.
    if (!this.database.isInTransaction) {
      let giveUp: (gathered: Gathered<never>) => void = () => undefined;
      const outage = new Promise<Gathered<never>>((resolve) => {
        giveUp = resolve;
      });
      return Promise.all(
        sources.map((source) => Promise.race([this.gather(() => ask(source), giveUp), outage])),
      );
    }
    const gathered: Gathered<Result>[] = [];
    for (const source of sources) gathered.push(await this.gather(() => ask(source)));
    return gathered;
  }
}
