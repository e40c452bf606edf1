import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { FEWEST_ANSWERS } from '../domain/feedback-results.js';

/** What guests think of a host. */
export interface HostRating {
  /** Of 1 to 5. */
  average: number;
  /** How many guests answered, over all visits. */
  count: number;
}

/** How hosts are rated by those whom they received: the mean of usefulness and welcome. */
@Injectable()
export class HostRatings {
  constructor(private readonly database: Database) {}

  /** By unit code; a unit that fewer than three guests rated has no rating. */
  async of(units: readonly string[]): Promise<ReadonlyMap<string, HostRating>> {
    const rows = await this.database.query<HostRating & { unit: string }>(
      `SELECT v.host_unit AS unit, avg((f.usefulness + f.welcome) / 2.0)::float8 AS average, count(*)::int AS count
       FROM feedback f JOIN visit_participant p ON p.id = f.participant_id JOIN visit v ON v.id = p.visit_id
       WHERE v.host_unit = ANY ($1) AND f.welcome IS NOT NULL
       GROUP BY v.host_unit HAVING count(*) >= $2`,
      [units, FEWEST_ANSWERS],
    );
    return new Map(rows.map(({ unit, average, count }) => [unit, { average, count }]));
  }
}
