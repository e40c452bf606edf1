import { Injectable } from '@nestjs/common';
import { oneOf } from '../../platform/database/conditions.js';
import { Database } from '../../platform/database/database.js';
import type { OrganisationKind } from '../domain/organisation-kinds.js';
import type { IsHoliday } from '../../platform/text/working-days.js';
import type { Zone } from '../../platform/text/zones.js';
import type { NamedHoliday } from '../domain/holiday-paste.js';
import type { HostingValues } from '../domain/unit-fields.js';
import type { Hosting } from '../domain/hosting-hours.js';
import {
  closedDaysOfUnit,
  holidaysBetween,
  kindsOfUnit,
  lifeOfUnit,
  periodsOfUnit,
  policyOfUnit,
} from './hosting-sql.js';

/** A unit as other features need it. */
export interface UnitFact {
  code: string;
  name: string;
  kind: OrganisationKind;
  /** Type of a UPT; null for every other kind. */
  type: string | null;
  place: string;
  /** Null for who is of no region. */
  regionalOffice: string | null;
  timeZone: Zone;
  email: string | null;
  phone: string | null;
  /** First date on which it is no more; null for one that lives on. */
  closedOn: string | null;
  openedOn: string | null;
  /** Into which it merges with that date; null for none. */
  successor: string | null;
}

/** A regional office as other features need it. */
export interface RegionalOfficeFact {
  code: string;
  name: string;
  shortName: string;
  timeZone: Zone;
  email: string | null;
  /** Whether it must approve visits inside its region, and visits across regions. */
  approvesInside: boolean;
  approvesAcross: boolean;
}

/** What decides when a unit can receive guests. */
export interface HostingFacts extends Hosting {
  holidays: readonly NamedHoliday[];
  timeZone: Zone;
}

/** A host whose places are being given away. */
export type LockedHost = Pick<HostingValues, 'capacity' | 'onlineTakesPlace'> & { timeZone: Zone };

interface HostingRow extends HostingFacts {
  unit: string;
}

/** From a date `$2` to a date `$3`. Of one unit it is another statement than of several, since PostgreSQL plans only that once. */
const hosting = `SELECT u.code AS unit, u.time_zone AS "timeZone", ${policyOfUnit} AS policy, ${kindsOfUnit} AS kinds, ${lifeOfUnit} AS life,
   ${closedDaysOfUnit('$2', '$3')} AS "closedDays", ${holidaysBetween('$2', '$3')} AS holidays,
   ${periodsOfUnit('$2::date', '$3::date')} AS periods
 FROM unit u JOIN hosting_policy p ON p.unit = u.code`;

const factsOf = ({ unit: _, ...facts }: HostingRow): HostingFacts => facts;

/** What other features ask about units. */
@Injectable()
export class UnitFacts {
  constructor(private readonly database: Database) {}

  async byCode(code: string): Promise<UnitFact | null> {
    return (await this.byCodes([code])).get(code) ?? null;
  }

  /** Several by their codes, in one statement; codes that nobody has are left out. */
  async byCodes(codes: readonly string[]): Promise<ReadonlyMap<string, UnitFact>> {
    const rows = await this.database.query<UnitFact>(
      `SELECT code, name, kind, type, place, regional_office AS "regionalOffice", time_zone AS "timeZone", email, phone,
         closed_on::text AS "closedOn", opened_on::text AS "openedOn", successor
       FROM unit WHERE code = ${oneOf('$1')}`,
      [codes],
    );
    return new Map(rows.map((row) => [row.code, row]));
  }

  async regionalOfficeByCode(code: string): Promise<RegionalOfficeFact | null> {
    const [row] = await this.database.query<RegionalOfficeFact>(
      `SELECT code, name, short_name AS "shortName", time_zone AS "timeZone", email,
         approves_inside AS "approvesInside", approves_across AS "approvesAcross"
       FROM regional_office WHERE code = $1`,
      [code],
    );
    return row ?? null;
  }

  /** Those of the codes that no program has, in the order given. */
  async unknownPrograms(codes: string[]): Promise<string[]> {
    const rows = await this.database.query<{ code: string }>(
      `SELECT g.code FROM unnest($1::text[]) WITH ORDINALITY AS g(code, position)
       WHERE NOT EXISTS (SELECT 1 FROM program p WHERE p.code = g.code) ORDER BY g.position`,
      [codes],
    );
    return rows.map(({ code }) => code);
  }

  /** A unit's hosting facts; what is said of dates between two calendar dates (`YYYY-MM-DD`), both included. */
  async hostingFacts(unit: string, from: string, to: string): Promise<HostingFacts | null> {
    const [row] = await this.database.query<HostingRow>(`${hosting} WHERE u.code = $1`, [unit, from, to]);
    return row ? factsOf(row) : null;
  }

  /** The same of several units, by code, in one statement. */
  async hostingOf(
    units: readonly string[],
    from: string,
    to: string,
  ): Promise<ReadonlyMap<string, HostingFacts>> {
    const asked = [units, from, to];
    const rows = await this.database.query<HostingRow>(`${hosting} WHERE u.code = ${oneOf('$1')}`, asked);
    return new Map(rows.map((row) => [row.unit, factsOf(row)]));
  }

  /** The country's holidays, for a year back and ahead. */
  async holidaysAround(now: Date): Promise<IsHoliday> {
    const rows = await this.database.query<{ date: string }>(
      `SELECT date::text FROM holiday
       WHERE date BETWEEN $1::timestamptz - interval '1 year' AND $1::timestamptz + interval '1 year'`,
      [now],
    );
    const dates = new Set(rows.map(({ date }) => date));
    return (date) => dates.has(date);
  }

  /** Locks a host until the transaction ends and returns its parallel places and what takes one; null for an unknown unit. */
  async lockHost(unit: string): Promise<LockedHost | null> {
    const [row] = await this.database.query<LockedHost>(
      `SELECT p.capacity, p.online_takes_place AS "onlineTakesPlace", u.time_zone AS "timeZone"
       FROM hosting_policy p JOIN unit u ON u.code = p.unit WHERE p.unit = $1 FOR UPDATE OF p`,
      [unit],
    );
    return row ?? null;
  }
}
