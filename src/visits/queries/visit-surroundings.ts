import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { shortestNoticeOfVisit } from '../../units/index.js';

interface Named {
  code: string;
  name: string;
}

/** What a visit refers to, by its names. */
export interface Surroundings {
  programs: Named[];
  /** Regional offices of both units. */
  offices: Named[];
  /** The host's, in days. */
  shortestNoticeDays: number;
}

/** The names and rules around one visit, in one statement. */
@Injectable()
export class VisitSurroundings {
  constructor(private readonly database: Database) {}

  async execute(visitId: string): Promise<Surroundings> {
    const [row] = await this.database.query<Surroundings>(
      `SELECT ${shortestNoticeOfVisit} AS "shortestNoticeDays",
         coalesce((SELECT jsonb_agg(jsonb_build_object('code', r.code, 'name',
             CASE WHEN r.number IS NULL THEN r.title ELSE r.number || '. ' || r.title END)
             ORDER BY r.framework, r.number NULLS LAST, r.code)
           FROM visit_program x JOIN program r ON r.code = x.program WHERE x.visit_id = v.id), '[]') AS programs,
         coalesce((SELECT jsonb_agg(jsonb_build_object('code', o.code, 'name', o.short_name) ORDER BY o.code)
           FROM regional_office o WHERE o.code IN (g.regional_office, h.regional_office)), '[]') AS offices
       FROM visit v JOIN unit g ON g.code = v.guest_unit JOIN unit h ON h.code = v.host_unit
       JOIN hosting_policy p ON p.unit = v.host_unit
       WHERE v.id = $1`,
      [visitId],
    );
    return row ?? { programs: [], offices: [], shortestNoticeDays: 0 };
  }
}
