import { Injectable } from '@nestjs/common';
import type { PersonalTable } from '../../platform/database/personal-columns.js';
import { Blotter } from '../domain/blotter.js';
import { searchPatternOf } from '../domain/mark-pattern.js';
import { anonymousAddress, hasMarks, noMarks, type Subject } from '../domain/subject.js';
import { OwnRows } from '../storage/own-rows.js';
import { WordedRows, type ColumnTypes, type Search } from '../storage/worded-rows.js';

/** How somebody is looked for in words: everywhere, and where only the own visits tell who is meant. */
function searchesOf(subject: Subject, erasureId: string): Search[] {
  const key = erasureId.slice(0, 18);
  const everywhere = hasMarks(subject.everywhere)
    ? [
        {
          pattern: searchPatternOf(subject.everywhere),
          blotter: new Blotter(subject.everywhere, key),
          visits: null,
        },
      ]
    : [];
  const inVisits = subject.ambiguous.flatMap(({ name, visits }) => {
    if (visits.length === 0) return [];
    const marks = { ...noMarks, names: [name] };
    return [{ pattern: searchPatternOf(marks), blotter: new Blotter(marks, key), visits }];
  });
  return [...everywhere, ...inVisits];
}

/** Takes somebody out of one table: the own rows, and the words of others. */
@Injectable()
export class EraseTable {
  constructor(
    private readonly own: OwnRows,
    private readonly worded: WordedRows,
  ) {}

  types(): Promise<ColumnTypes> {
    return this.worded.types();
  }

  /** @returns how many rows were changed, in the open transaction */
  async execute(
    name: string,
    table: PersonalTable,
    subject: Subject,
    { erasureId, types }: { erasureId: string; types: ColumnTypes },
  ): Promise<number> {
    let changed = await this.own.erase(name, table, subject, anonymousAddress(erasureId));
    for (const search of searchesOf(subject, erasureId))
      changed += await this.worded.blot(name, table, search, types);
    return changed;
  }

  /** Whether somebody is still named in the words of a table. */
  async isLeft(name: string, table: PersonalTable, subject: Subject, erasureId: string): Promise<boolean> {
    for (const search of searchesOf(subject, erasureId)) {
      if ((await this.worded.find(name, table, search)).length > 0) return true;
    }
    return false;
  }
}
