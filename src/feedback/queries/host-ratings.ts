import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';

/** What guests think of a host. */
export interface HostRating {
  /** Of 1 to 5. */
  average: number;
  /** How many guests answered, over all visits. */
  count: number;
}

/** How hosts are rated by those whom they received: the mean of usefulness and welcome, as far as they are released. */
@Injectable()
export class HostRatings {
  constructor(private readonly database: Database) {}

  /** By unit code, with what merged units were rated; a unit without a visit that three guests rated has no rating. */
  async of(units: readonly string[]): Promise<ReadonlyMap<string, HostRating>> {
    const rows = await this.database.query<HostRating & { unit: string }>(
      `SELECT h.heir AS unit, avg((f.usefulness + f.welcome) / 2.0)::float8 AS average, count(*)::int AS count
       FROM feedback_welcome_release f JOIN visit v ON v.id = f.visit_id JOIN unit h ON h.code = v.host_unit
       WHERE h.heir = ANY ($1) GROUP BY h.heir`,
      [units],
    );
    return new Map(rows.map(({ unit, average, count }) => [unit, { average, count }]));
  }
}
