import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';

/** A regional office by its names. */
export interface NamedOffice {
  code: string;
  name: string;
  others: string[];
}

/** What rows are held against that stands in tables. */
@Injectable()
export class ImportFacts {
  constructor(private readonly database: Database) {}

  offices(): Promise<NamedOffice[]> {
    return this.database.query(
      `SELECT o.code, o.name, ARRAY[o.short_name, o.region] AS others FROM regional_office o ORDER BY o.code`,
    );
  }

  programs(): Promise<{ code: string; title: string }[]> {
    return this.database.query(`SELECT p.code, p.title FROM program p ORDER BY p.code`);
  }

  /** Those of the addresses that have an account. */
  async accounts(emails: readonly string[]): Promise<Set<string>> {
    const rows = await this.database.query<{ email: string }>(
      `SELECT p.email FROM person p WHERE p.email = ANY ($1)`,
      [emails],
    );
    return new Set(rows.map(({ email }) => email));
  }

  /** How many visits an import entered, by each unit and regional office that did not bring it. */
  recorded(
    importId: string,
  ): Promise<{ unit: string | null; regionalOffice: string | null; count: number }[]> {
    return this.database.query(
      `SELECT CASE WHEN s.is_unit THEN s.code END AS unit, CASE WHEN NOT s.is_unit THEN s.code END AS "regionalOffice",
         count(DISTINCT v.id)::int AS count
       FROM import_row r JOIN visit v ON v.id = r.made_id AND v.recorded_by IS NOT NULL
       JOIN unit g ON g.code = v.guest_unit JOIN unit h ON h.code = v.host_unit
       JOIN person p ON p.id = v.created_by
       CROSS JOIN LATERAL (VALUES (v.guest_unit, true), (v.host_unit, true), (g.regional_office, false),
         (h.regional_office, false)) AS s (code, is_unit)
       WHERE r.import_id = $1 AND r.state = 'made' AND s.code IS DISTINCT FROM CASE WHEN s.is_unit THEN p.unit ELSE p.regional_office END
       GROUP BY s.is_unit, s.code ORDER BY s.is_unit, s.code`,
      [importId],
    );
  }

  /** Who is to be told at a unit, or at a regional office. */
  readers(unit: string | null, regionalOffice: string | null): Promise<{ name: string; email: string }[]> {
    return this.database.query(
      `SELECT p.name, p.email FROM person p
       WHERE p.suspended_at IS NULL AND (p.unit = $1 OR p.regional_office = $2) ORDER BY p.email`,
      [unit, regionalOffice],
    );
  }
}
