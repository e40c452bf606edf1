import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { countingFor, type ProgramStrength } from '../../units/index.js';

/** What a unit, or one that merged into it, wrote down: programs of its notes that are published for everybody. */
@Injectable()
export class NotedPrograms {
  constructor(private readonly database: Database) {}

  async ofUnit(unit: string): Promise<ProgramStrength[]> {
    return this.database.query<ProgramStrength>(
      `SELECT p.code, p.number, p.title, count(*)::int AS count
       FROM note n JOIN note_program x ON x.note_id = n.id JOIN program p ON p.code = x.program
       WHERE n.unit IN ${countingFor('$1')} AND n.state = 'published' AND n.visibility = 'nation'
       GROUP BY p.code ORDER BY p.code`,
      [unit],
    );
  }
}
