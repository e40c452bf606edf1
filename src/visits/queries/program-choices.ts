import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';

/** A program to choose. */
export interface ProgramChoice {
  code: string;
  framework: string;
  number: number | null;
  title: string;
}

/** All programs, by framework. */
@Injectable()
export class ProgramChoices {
  constructor(private readonly database: Database) {}

  execute(): Promise<ProgramChoice[]> {
    return this.database.query(
      'SELECT code, framework, number, title FROM program ORDER BY framework, number NULLS LAST, title, code',
    );
  }
}
