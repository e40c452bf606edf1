import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';

/** A program as it is written down first. */
export interface NewProgramRow {
  code: string;
  framework: string;
  /** Place in the framework's own list. */
  number: number | null;
  title: string;
  /** Calendar date from which it holds. */
  from: string;
}

/** Programs; each change returns whether there is such a program. */
@Injectable()
export class ProgramRepository {
  constructor(private readonly database: Database) {}

  async add({ code, framework, number, title, from }: NewProgramRow): Promise<void> {
    await this.database.query(
      `INSERT INTO program (code, framework, number, title, from_date, verified) VALUES ($1, $2, $3, $4, $5, true)`,
      [code, framework, number, title, from],
    );
  }

  rename(code: string, title: string): Promise<boolean> {
    return this.change('title', code, title);
  }

  /** @param on calendar date from which it is not offered, or null for a program that is offered */
  retire(code: string, on: string | null): Promise<boolean> {
    return this.change('retired_on', code, on);
  }

  private async change(column: 'title' | 'retired_on', code: string, value: string | null): Promise<boolean> {
    const rows = await this.database.query(
      `WITH changed AS (UPDATE program SET ${column} = $2 WHERE code = $1 RETURNING 1) SELECT * FROM changed`,
      [code, value],
    );
    return rows.length > 0;
  }
}
