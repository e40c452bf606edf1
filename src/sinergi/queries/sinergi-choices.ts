import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';

export interface SinergiChoice {
  code: string;
  name: string;
}

export interface SinergiChoiceLists {
  programs: SinergiChoice[];
  offices: SinergiChoice[];
}

/** Every program and every regional office, in one statement. */
@Injectable()
export class SinergiChoices {
  constructor(private readonly database: Database) {}

  async execute(): Promise<SinergiChoiceLists> {
    const [lists] = await this.database.query<SinergiChoiceLists>(
      `SELECT
         coalesce((SELECT jsonb_agg(jsonb_build_object('code', p.code, 'name', p.title)
           ORDER BY p.framework, p.number NULLS LAST, p.title) FROM program p), '[]') AS programs,
         coalesce((SELECT jsonb_agg(jsonb_build_object('code', o.code, 'name', o.short_name) ORDER BY o.short_name)
           FROM regional_office o), '[]') AS offices`,
    );
    return lists ?? { programs: [], offices: [] };
  }
}
