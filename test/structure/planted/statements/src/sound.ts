import type { Database } from './database.js';

export class Sound {
  constructor(private readonly database: Database) {}

  async all(codes: readonly string[], since: Date) {
    await this.database.query('DELETE FROM unit_name WHERE unit = ANY ($1)', [codes]);
    return this.database.query<{
      code: string;
      email: string;
      office: string | null;
      isNew: boolean;
      visits: number;
      kind: 'big' | 'small';
      names: string[];
      formerly: { name: string; until: string }[];
    }>(
      `WITH hosted AS (SELECT host_unit AS unit, count(*)::int AS visits FROM visit WHERE starts_at > $2 GROUP BY host_unit)
       SELECT u.code, u.email, o.name AS office, u.version = 1 AS "isNew", coalesce(h.visits, 0) AS visits,
         CASE WHEN h.visits > 10 THEN 'big' ELSE 'small' END AS kind,
         ARRAY(SELECT f.name FROM unit_name f WHERE f.unit = u.code) AS names,
         coalesce((SELECT jsonb_agg(jsonb_build_object('name', f.name, 'until', upper(f.during)))
           FROM unit_name f WHERE f.unit = u.code), '[]') AS formerly
       FROM unit u LEFT JOIN hosted h ON h.unit = u.code LEFT JOIN regional_office o ON o.code = u.area_group
       WHERE u.code = ANY ($1) AND u.email IS NOT NULL`,
      [codes, since],
    );
  }
}
