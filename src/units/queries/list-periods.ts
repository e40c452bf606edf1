import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { HostingPeriod } from '../domain/hosting-period.js';
import { periodTerms } from './hosting-sql.js';

/** A period with whose it is and which version stands. */
export interface PeriodLine extends HostingPeriod {
  /** Code of the unit; null for every unit. */
  unit: string | null;
  version: number;
}

type Row = { unit: string | null; version: number; terms: HostingPeriod };

/** Periods with other hours. */
@Injectable()
export class ListPeriods {
  constructor(private readonly database: Database) {}

  /** Everybody's, and those of a unit if one is named, by their first day. */
  async of(unit: string | null): Promise<PeriodLine[]> {
    const rows = await this.database.query<Row>(
      `SELECT d.unit, d.version, ${periodTerms} AS terms FROM hosting_period d
       WHERE d.unit IS NULL OR d.unit = $1 ORDER BY d.first_day, d.id`,
      [unit],
    );
    return rows.map(line);
  }

  async byId(id: string): Promise<PeriodLine | null> {
    const [row] = await this.database.query<Row>(
      `SELECT d.unit, d.version, ${periodTerms} AS terms FROM hosting_period d WHERE d.id = $1`,
      [id],
    );
    return row ? line(row) : null;
  }
}

const line = ({ terms, ...row }: Row): PeriodLine => ({ ...terms, ...row });
