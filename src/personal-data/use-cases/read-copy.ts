import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import type { PersonalTable } from '../../platform/database/personal-columns.js';
import { withoutSecretsIn } from '../../platform/mail/secrets-in-mails.js';
import { searchPatternOf } from '../domain/mark-pattern.js';
import {
  MOST_COPIED,
  type CopiedTable,
  type CopiedValue,
  type PersonalCopy,
} from '../domain/personal-copy.js';
import { hasMarks, type Subject } from '../domain/subject.js';
import { ownCondition, OwnRows, type Composed } from '../storage/own-rows.js';
import type { OwnIds } from '../storage/subject-facts.js';
import { GatherSubject } from './gather-subject.js';
import { personalTables } from './personal-tables.js';

/** Gathers everything that is kept of somebody: the own rows of every table, and those that name them. */
@Injectable()
export class ReadCopy {
  constructor(
    private readonly clock: Clock,
    private readonly gather: GatherSubject,
    private readonly rows: OwnRows,
  ) {}

  async execute(about: string, ids: OwnIds): Promise<PersonalCopy> {
    const subject = await this.gather.execute(ids);
    const tables: CopiedTable[] = [];
    for (const [name, table] of Object.entries(personalTables)) {
      const copied = await this.table(name, table, subject);
      if (copied) tables.push(copied);
    }
    return { version: 1, madeAt: this.clock.now().toISOString(), about, tables };
  }

  private async table(name: string, table: PersonalTable, subject: Subject): Promise<CopiedTable | null> {
    const condition = foundBy(table, subject);
    if (!condition || table.title === null) return null;
    const most = { limit: MOST_COPIED + 1, persons: subject.persons };
    const rows = (await this.rows.tell(name, table, condition, most)).map(withoutSecrets);
    if (rows.length === 0) return null;
    const isCut = rows.length > MOST_COPIED;
    return { name, title: table.title, columns: table.tells, rows: rows.slice(0, MOST_COPIED), isCut };
  }
}

/** A copy is carried about: nothing in it opens anything. */
const withoutSecrets = (row: Record<string, CopiedValue>): Record<string, CopiedValue> =>
  JSON.parse(withoutSecretsIn(JSON.stringify(row))) as Record<string, CopiedValue>;

/** Own rows, and those in whose words they are named by what is nobody else's. */
function foundBy(table: PersonalTable, subject: Subject): Composed | null {
  const own = ownCondition(table, Object.keys(table.owners), subject);
  if (table.names.length === 0 || !hasMarks(subject.everywhere)) return own;
  const parameters = [...(own?.parameters ?? []), searchPatternOf(subject.everywhere)];
  const named = table.names.map((column) => `"${column}"::text ~* $${parameters.length}`);
  return { sql: [...(own ? [own.sql] : []), ...named].join(' OR '), parameters };
}
