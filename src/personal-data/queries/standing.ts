import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';

/** What an erasure concerns beside the data itself. */
export interface Standing {
  /** Places in visits, and those among them that are still ahead. */
  visits: number;
  visitsAhead: number;
  openPromises: number;
  /** Whether nobody else at the own unit has its role, or looks after everything. */
  isLastOfItsRole: boolean;
}

@Injectable()
export class FindStanding {
  constructor(private readonly database: Database) {}

  async of(personId: string | null, participants: readonly string[], now: Date): Promise<Standing> {
    const [row] = await this.database.query<Standing>(
      `SELECT (SELECT count(*)::int FROM visit_participant p WHERE p.id = ANY ($2::uuid[])) AS visits,
         (SELECT count(*)::int FROM visit_participant p JOIN visit v ON v.id = p.visit_id
          WHERE p.id = ANY ($2::uuid[]) AND v.ends_at > $3) AS "visitsAhead",
         (SELECT count(*)::int FROM follow_up f WHERE f.person_id = $1::uuid AND f.state IN ('open', 'in-progress'))
           AS "openPromises",
         EXISTS (SELECT FROM person p WHERE p.id = $1::uuid AND NOT EXISTS (
           SELECT FROM person o WHERE o.id <> p.id AND o.role = p.role AND o.unit IS NOT DISTINCT FROM p.unit
             AND o.regional_office IS NOT DISTINCT FROM p.regional_office AND o.suspended_at IS NULL
             AND o.password_hash IS NOT NULL)) AS "isLastOfItsRole"`,
      [personId, participants, now],
    );
    return row ?? { visits: 0, visitsAhead: 0, openPromises: 0, isLastOfItsRole: false };
  }
}
