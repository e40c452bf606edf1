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
  /** Types of those units. */
  unitTypes: NamedCode[];
  /** In which notes were published, the last first. */
  years: number[];
  /** The topics most written about of late. */
  topics: string[];
}

const MOST_TOPICS = 8;
/** Of so many notes, the last published, are topics counted. */
const NOTES_WITH_TOPICS = 500;

/** Every program, and the offices and units whose practices can be read, those of merged units also at their successors, in one statement. */
@Injectable()
export class NoteChoices {
  constructor(private readonly database: Database) {}

  async execute(): Promise<NoteChoiceLists> {
    const [lists] = await this.database.query<NoteChoiceLists>(
      `WITH writer AS (
         SELECT u.code, u.name, u.regional_office, u.type FROM unit u
         WHERE u.code IN (SELECT unnest(ARRAY[m.code, m.heir]) FROM unit m
           WHERE (SELECT true FROM note n WHERE n.unit = m.code AND n.state = 'published' LIMIT 1))
       )
       SELECT
         coalesce((SELECT jsonb_agg(jsonb_build_object('code', p.code, 'name', p.title)
           ORDER BY p.framework, p.number NULLS LAST, p.title) FROM program p), '[]') AS programs,
         coalesce((SELECT jsonb_agg(jsonb_build_object('code', o.code, 'name', o.short_name) ORDER BY o.short_name)
           FROM regional_office o WHERE o.code IN (SELECT w.regional_office FROM writer w)), '[]') AS "regionalOffices",
         coalesce((SELECT jsonb_agg(jsonb_build_object('code', w.code, 'name', w.name) ORDER BY w.name)
           FROM writer w), '[]') AS units,
         coalesce((SELECT jsonb_agg(jsonb_build_object('code', t.code, 'name', t.name) ORDER BY t.name)
           FROM unit_type t WHERE t.code IN (SELECT w.type FROM writer w)), '[]') AS "unitTypes",
         coalesce((SELECT jsonb_agg(coalesce(year, 0) ORDER BY year DESC) FROM (
             SELECT extract(year FROM min(published_at))::int - 1 AS first, extract(year FROM max(published_at))::int + 1 AS last
             FROM note WHERE state = 'published') published, generate_series(first, last) AS year
           WHERE (SELECT true FROM note n JOIN unit u ON u.code = n.unit WHERE n.state = 'published'
             AND n.published_at >= make_timestamptz(year, 1, 1, 0, 0, 0, 'Asia/Jayapura')
             AND n.published_at < make_timestamptz(year + 1, 1, 1, 0, 0, 0, 'Asia/Jakarta')
             AND extract(year FROM n.published_at AT TIME ZONE u.time_zone) = year ORDER BY n.published_at LIMIT 1)), '[]') AS years,
         ARRAY(SELECT min(topic) FROM (SELECT topics FROM note WHERE state = 'published' AND visibility = 'nation'
             ORDER BY published_at DESC LIMIT ${NOTES_WITH_TOPICS}) n, unnest(n.topics) AS topic
           GROUP BY lower(topic) ORDER BY count(*) DESC, min(topic) LIMIT ${MOST_TOPICS}) AS topics`,
    );
    return lists ?? { programs: [], regionalOffices: [], units: [], unitTypes: [], years: [], topics: [] };
  }
}
