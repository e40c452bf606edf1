import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { visitColumns, visitSelection, type VisitRow } from './visit-row.js';

const columns = Object.keys(visitColumns) as (keyof typeof visitColumns)[];
const valuesOf = (visit: VisitRow): unknown[] => columns.map((column) => visit[visitColumns[column]]);

@Injectable()
export class VisitRepository {
  constructor(private readonly database: Database) {}

  /** Next number of a prefix in a year; visits created at once wait for each other here. */
  async nextNumber(prefix: string, year: number): Promise<number> {
    const [row] = await this.database.query<{ last: number }>(
      `INSERT INTO visit_number (prefix, year, last) VALUES ($1, $2, 1)
       ON CONFLICT (prefix, year) DO UPDATE SET last = visit_number.last + 1
       RETURNING last`,
      [prefix, year],
    );
    return row?.last ?? 1;
  }

  async insert(visit: VisitRow): Promise<void> {
    const places = columns.map((_, index) => `$${index + 2}`);
    await this.database.query(
      `INSERT INTO visit (id, ${columns.join(', ')}) VALUES ($1, ${places.join(', ')})`,
      [visit.id, ...valuesOf(visit)],
    );
    await this.savePrograms(visit);
  }

  async save(visit: VisitRow): Promise<void> {
    const assignments = columns.map((column, index) => `${column} = $${index + 2}`);
    await this.database.query(`UPDATE visit SET ${assignments.join(', ')} WHERE id = $1`, [
      visit.id,
      ...valuesOf(visit),
    ]);
    await this.savePrograms(visit);
  }

  /** The visit, locked until the transaction ends, so that steps on it follow one another. */
  async lock(id: string): Promise<VisitRow | null> {
    const [visit] = await this.database.query<VisitRow>(
      `SELECT ${visitSelection} FROM visit v WHERE v.id = $1 FOR UPDATE`,
      [id],
    );
    return visit ?? null;
  }

  /** Offices whose approval a visit has. */
  async approvals(visitId: string): Promise<string[]> {
    const rows = await this.database.query<{ office: string }>(
      'SELECT regional_office AS office FROM visit_approval WHERE visit_id = $1 ORDER BY regional_office',
      [visitId],
    );
    return rows.map(({ office }) => office);
  }

  async approve(visitId: string, office: string, by: string, at: Date): Promise<void> {
    await this.database.query(
      `INSERT INTO visit_approval (visit_id, regional_office, approved_by, approved_at)
       VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING`,
      [visitId, office, by, at],
    );
  }

  private async savePrograms({ id, programs }: VisitRow): Promise<void> {
    await this.database.query('DELETE FROM visit_program WHERE visit_id = $1 AND program <> ALL ($2)', [
      id,
      programs,
    ]);
    await this.database.query(
      `INSERT INTO visit_program (visit_id, program) SELECT $1, unnest($2::text[]) ON CONFLICT DO NOTHING`,
      [id, programs],
    );
  }
}
