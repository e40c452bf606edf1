import { Injectable } from '@nestjs/common';
import { Conditions, containing } from '../../platform/database/conditions.js';
import { Database } from '../../platform/database/database.js';
import type { KnownPlace } from '../../platform/text/distance.js';
import { decodeCursor, toPage, type Page } from '../../platform/http/cursor.js';
import type { OrganisationKind } from '../domain/organisation-kinds.js';
import type { Zone } from '../../platform/text/zones.js';
import { everNamed, partnerNamed, partnerPattern } from './unit-name.js';
import { canAnswer, usesSambang } from './unit-usage.js';

export interface UnitFilter {
  /** Words in the name, the place, an alias or a former name, or a code. */
  query?: string | undefined;
  /** Kinds of organisations; UPT alone unless said. */
  kinds?: readonly OrganisationKind[] | undefined;
  type?: string | undefined;
  regionalOffice?: string | undefined;
  /** Those that use Sambang, or those that do not; all unless said. */
  usesSambang?: boolean | undefined;
  /** Also those that are no more. */
  withClosed?: boolean | undefined;
  limit: number;
  cursor?: string | undefined;
}

/** A unit in a list. */
export interface UnitLine extends KnownPlace {
  code: string;
  name: string;
  kind: OrganisationKind;
  type: string | null;
  place: string;
  regionalOffice: string | null;
  timeZone: Zone;
  /** Whether it receives guests, and somebody can answer who asks. */
  open: boolean;
  /** Whether somebody there has an active account. */
  usesSambang: boolean;
  /** First date on which it is no more; null for one that lives on. */
  closedOn: string | null;
}

type RankedLine = UnitLine & { rank: number };

/** Units by name; with words to look for, first those whose code or name begins with them, then the others. */
@Injectable()
export class ListUnits {
  constructor(private readonly database: Database) {}

  async execute({
    query,
    kinds = ['upt'],
    type,
    regionalOffice,
    usesSambang: isUser,
    withClosed = false,
    limit,
    cursor,
  }: UnitFilter): Promise<Page<UnitLine>> {
    const where = new Conditions();
    where.add((p) => `u.kind = ANY (${p})`, kinds);
    if (!withClosed) where.add(() => 'u.active');
    where.addIf((p) => `u.type = ${p}`, type);
    where.addIf((p) => `u.regional_office = ${p}`, regionalOffice);
    where.addIf((p) => `${usesSambang('u.code')} = ${p}`, isUser);
    const pattern = containing(query);
    let rank = '0';
    if (pattern !== undefined) {
      const [inside, start] = [where.place(pattern), where.place(pattern.slice(1))];
      const key = where.place(partnerPattern(query));
      rank = `CASE WHEN u.code ILIKE ${start} OR u.name ILIKE ${start} THEN 0 WHEN u.name ILIKE ${inside} THEN 1 ELSE 2 END`;
      where.add(
        () => `${everNamed('u', inside)} OR u.code ILIKE ${inside} OR u.place ILIKE ${inside}
          OR EXISTS (SELECT 1 FROM unnest(u.aliases) a WHERE a ILIKE ${inside}) OR ${partnerNamed('u', key)}`,
      );
    }
    let after = 'true';
    if (cursor) {
      const [lastRank, name, code] = decodeCursor(cursor, ['integer', 'string', 'string']);
      after = `(l.rank, l.name, l.code) > (${where.place(lastRank)}::int, ${where.place(name)}, ${where.place(code)})`;
    }
    const rows = await this.database.query<RankedLine>(
      `SELECT * FROM (
         SELECT u.code, u.name, u.kind, u.type, u.place, u.regional_office AS "regionalOffice", u.time_zone AS "timeZone",
           u.latitude, u.longitude, u.position_confirmed_at IS NOT NULL AS "positionConfirmed",
           u.closed_on::text AS "closedOn", coalesce(p.open, false) AND u.active AND ${canAnswer} AS open,
           ${usesSambang('u.code')} AS "usesSambang", ${rank} AS rank
         FROM unit u LEFT JOIN hosting_policy p ON p.unit = u.code WHERE ${where.sql}
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
