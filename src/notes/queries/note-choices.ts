import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';

export interface NamedCode {
  code: string;
  name: string;
}

/** What notes are filtered by, and written about. */
export interface NoteChoiceLists {
  programs: NamedCode[];
  /** Regional offices and units that have a published note. */
  regionalOffices: NamedCode[];
  units: NamedCode[];
}

/** Every program, and the offices and units whose practices can be read, in one statement. */
@Injectable()
export class NoteChoices {
  constructor(private readonly database: Database) {}

  async execute(): Promise<NoteChoiceLists> {
    const [lists] = await this.database.query<NoteChoiceLists>(
      `WITH writer AS (
         SELECT u.code, u.name, u.regional_office FROM unit u
         WHERE EXISTS (SELECT 1 FROM note n WHERE n.unit = u.code AND n.state = 'published')
       )
       SELECT
         coalesce((SELECT jsonb_agg(jsonb_build_object('code', p.code, 'name', p.title)
           ORDER BY p.framework, p.number NULLS LAST, p.title) FROM program p), '[]') AS programs,
         coalesce((SELECT jsonb_agg(jsonb_build_object('code', o.code, 'name', o.short_name) ORDER BY o.short_name)
           FROM regional_office o WHERE o.code IN (SELECT w.regional_office FROM writer w)), '[]') AS "regionalOffices",
         coalesce((SELECT jsonb_agg(jsonb_build_object('code', w.code, 'name', w.name) ORDER BY w.name)
           FROM writer w), '[]') AS units`,
    );
    return lists ?? { programs: [], regionalOffices: [], units: [] };
  }
}
