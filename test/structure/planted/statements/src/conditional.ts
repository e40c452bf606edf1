import { Conditions } from '../../../../../src/platform/database/conditions.js';
import type { Database } from './database.js';

interface Filter {
  name?: string | undefined;
  /** `misspelt` asks for what is not there. */
  kind: 'hosts' | 'misspelt';
  order: 'ASC' | 'DESC';
  words: readonly string[];
}

const selection = ['code', 'name'].map((column) => `u.${column}`).join(', ');

export class Conditional {
  constructor(private readonly database: Database) {}

  /** Faulty in one of its branches alone. */
  faulty(filter: Filter) {
    const where = new Conditions();
    if (filter.kind === 'misspelt') where.add((p) => `u.nmae = ${p}`, filter.name ?? null);
    return this.find('ASC', where);
  }

  sound(filter: Filter) {
    const where = new Conditions();
    where.addIf((p) => `u.name = ${p}`, filter.name);
    for (const word of filter.words) where.add((p) => `u.name LIKE ${p}`, word);
    hosts(filter, where);
    return this.find(filter.order, where);
  }

  private find(order: string, where: Conditions) {
    return this.database.query<{ code: string; name: string }>(
      `SELECT ${selection} FROM unit u WHERE ${where.sql} ORDER BY u.name ${order}`,
      where.parameters,
    );
  }
}

function hosts({ kind }: Filter, where: Conditions): void {
  if (kind === 'hosts')
    where.add(() => 'EXISTS (SELECT FROM hosting_policy p WHERE p.unit = u.code AND p.open)');
}
