import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { ErasureLine } from '../domain/erasure-list.js';
import { ErasureRepository } from '../storage/erasure-repository.js';
import { KeepErasureList } from './keep-erasure-list.js';

/** Erases once more what a backup brought back: the list outside of the database knows who had been erased since. */
@Injectable()
export class EraseAgain {
  constructor(
    private readonly database: Database,
    private readonly list: KeepErasureList,
    private readonly erasures: ErasureRepository,
  ) {}

  /** Writes down what the database does not know; whoever goes through those that wait does the rest. */
  async execute(): Promise<void> {
    const lines = await this.list.read();
    if (lines.length === 0) return;
    const known = await this.erasures.known(lines.map(({ id }) => id));
    for (const line of lines.filter(({ id }) => !known.has(id))) await this.write(line);
  }

  private async write({ id, personId, participants, members, askedAt }: ErasureLine): Promise<void> {
    await this.database.transaction(async () => {
      const account = personId !== null && (await this.erasures.closeAccountOf(personId)) ? personId : null;
      await this.erasures.closeLinks(participants);
      await this.erasures.add({
        ...{ id, personId: account, participants, members, ground: 'restored', reason: '', letterOn: null },
        ...{
          enteredBy: null,
          askedAt: new Date(askedAt),
          subject: null,
          doneTables: [],
          changed: 0,
          doneAt: null,
        },
      });
    });
  }
}
