import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { countingFor, type ProgramStrength } from '../../units/index.js';
import { statesWith } from '../domain/visit-state-traits.js';

/** What a unit, or one that merged into it, was visited for: programs of the visits that took place there. */
@Injectable()
export class HostedPrograms {
  constructor(private readonly database: Database) {}

  /** Numbers only, so that they may be shown to whoever is signed in. */
  async ofHost(unit: string): Promise<ProgramStrength[]> {
    return this.database.query<ProgramStrength>(
      `SELECT p.code, p.number, p.title, count(*)::int AS count
       FROM visit v JOIN visit_program x ON x.visit_id = v.id JOIN program p ON p.code = x.program
       WHERE v.host_unit IN ${countingFor('$1')} AND v.state = ANY ($2)
       GROUP BY p.code ORDER BY p.code`,
      [unit, statesWith('tookPlace')],
    );
  }
}
