import { Injectable } from '@nestjs/common';
import { Conditions, containing } from '../../platform/database/conditions.js';
import { Database } from '../../platform/database/database.js';
import { decodeCursor, toPage, type Page } from '../../platform/http/cursor.js';
import type { Zone } from '../../platform/text/zones.js';

export interface UnitFilter {
  /** Words in the name, the place, an alias or a former name, or a code. */
  query?: string | undefined;
  type?: string | undefined;
  regionalOffice?: string | undefined;
  limit: number;
  cursor?: string | undefined;
}

/** A unit in a list. */
export interface UnitLine {
  code: string;
  name: string;
  type: string;
  place: string;
  regionalOffice: string;
  timeZone: Zone;
  latitude: number | null;
  longitude: number | null;
  open: boolean;
}

type RankedLine = UnitLine & { rank: number };

/** Units by name; with words to look for, first those whose code or name begins with them, then the others. */
@Injectable()
export class ListUnits {
  constructor(private readonly database: Database) {}

  async execute({ query, type, regionalOffice, limit, cursor }: UnitFilter): Promise<Page<UnitLine>> {
    const where = new Conditions();
    where.addIf((p) => `u.type = ${p}`, type);
    where.addIf((p) => `u.regional_office = ${p}`, regionalOffice);
    const pattern = containing(query);
    let rank = '0';
    if (pattern !== undefined) {
      const [inside, start] = [where.place(pattern), where.place(pattern.slice(1))];
      rank = `CASE WHEN u.code ILIKE ${start} OR u.name ILIKE ${start} THEN 0 WHEN u.name ILIKE ${inside} THEN 1 ELSE 2 END`;
      where.add(
        () => `u.name ILIKE ${inside} OR u.code ILIKE ${inside} OR u.place ILIKE ${inside}
          OR EXISTS (SELECT 1 FROM unnest(u.aliases) a WHERE a ILIKE ${inside})
          OR EXISTS (SELECT 1 FROM unit_former_name f WHERE f.unit = u.code AND f.name ILIKE ${inside})`,
      );
    }
    let after = 'true';
    if (cursor) {
      const [lastRank, name, code] = decodeCursor(cursor, ['integer', 'string', 'string']);
      after = `(l.rank, l.name, l.code) > (${where.place(lastRank)}::int, ${where.place(name)}, ${where.place(code)})`;
    }
    const rows = await this.database.query<RankedLine>(
      `SELECT * FROM (
         SELECT u.code, u.name, u.type, u.place, u.regional_office AS "regionalOffice", u.time_zone AS "timeZone",
           u.latitude, u.longitude, p.open, ${rank} AS rank
         FROM unit u JOIN hosting_policy p ON p.unit = u.code WHERE ${where.sql}
       ) l WHERE ${after} ORDER BY l.rank, l.name, l.code LIMIT ${where.place(limit + 1)}`,
      where.parameters,
    );
    return toPage(
      rows,
      limit,
      (row): UnitLine => row,
      (row) => [row.rank, row.name, row.code],
    );
  }
}
