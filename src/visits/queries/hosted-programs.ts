import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';

/** A program for which a unit received guests. */
export interface HostedProgram {
  code: string;
  number: number | null;
  title: string;
  /** How many visits were held there on it. */
  visits: number;
}

/** What a unit was visited for: programs of the visits that took place there, the most frequent first. */
@Injectable()
export class HostedPrograms {
  constructor(private readonly database: Database) {}

  /** Numbers only, so that they may be shown to whoever is signed in. */
  async ofHost(unit: string): Promise<HostedProgram[]> {
    return this.database.query<HostedProgram>(
      `SELECT p.code, p.number, p.title, count(*)::int AS visits
       FROM visit v JOIN visit_program x ON x.visit_id = v.id JOIN program p ON p.code = x.program
       WHERE v.host_unit = $1 AND v.state IN ('held', 'closed')
       GROUP BY p.code ORDER BY visits DESC, p.number NULLS LAST, p.code LIMIT 8`,
      [unit],
    );
  }
}
