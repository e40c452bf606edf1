import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';

/** A program to choose. */
export interface ProgramChoice {
  code: string;
  framework: string;
  number: number | null;
  title: string;
  /** No longer offered to new visits. */
  isRetired: boolean;
}

/** All programs, by framework; also the ended ones, which earlier visits have. */
@Injectable()
export class ProgramChoices {
  constructor(private readonly database: Database) {}

  execute(): Promise<ProgramChoice[]> {
    return this.database.query(
      `SELECT code, framework, number, title, retired_on IS NOT NULL AS "isRetired"
       FROM program ORDER BY framework, number NULLS LAST, title, code`,
    );
  }

  /** Those that go on, and of the ended ones only those that are `kept`. */
  async offered(kept: readonly string[]): Promise<ProgramChoice[]> {
    const programs = await this.execute();
    return programs.filter(({ code, isRetired }) => !isRetired || kept.includes(code));
  }
}
