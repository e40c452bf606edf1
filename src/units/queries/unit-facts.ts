import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { IsHoliday } from '../../platform/text/working-days.js';
import type { Zone } from '../../platform/text/zones.js';
import type { ClosedDay, Holiday, HostingPolicy } from '../domain/hosting-policy.js';

/** A unit as other features need it. */
export interface UnitFact {
  code: string;
  name: string;
  type: string;
  place: string;
  regionalOffice: string;
  timeZone: Zone;
  email: string | null;
  phone: string | null;
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
export interface HostingFacts {
  policy: HostingPolicy;
  closedDays: ClosedDay[];
  holidays: Holiday[];
  timeZone: Zone;
}

/** What other features ask about units. */
@Injectable()
export class UnitFacts {
  constructor(private readonly database: Database) {}

  async byCode(code: string): Promise<UnitFact | null> {
    const [row] = await this.database.query<UnitFact>(
      `SELECT code, name, type, place, regional_office AS "regionalOffice", time_zone AS "timeZone", email, phone
       FROM unit WHERE code = $1`,
      [code],
    );
    return row ?? null;
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

  /** A unit's hosting facts; closed days and holidays between two calendar dates (`YYYY-MM-DD`), both included. */
  async hostingFacts(unit: string, from: string, to: string): Promise<HostingFacts | null> {
    const [row] = await this.database.query<HostingFacts>(
      `SELECT u.time_zone AS "timeZone",
         jsonb_build_object('open', p.open, 'capacity', p.capacity, 'largestParty', p.largest_party,
           'shortestNoticeDays', p.shortest_notice_days, 'longestNoticeDays', p.longest_notice_days,
           'identityRule', p.identity_rule, 'phoneRule', p.phone_rule, 'cameraRule', p.camera_rule,
           'windows', coalesce((
             SELECT jsonb_agg(jsonb_build_object('weekday', w.weekday, 'startsMinute', w.starts_minute,
               'endsMinute', w.ends_minute) ORDER BY w.weekday, w.starts_minute)
             FROM hosting_window w WHERE w.unit = u.code), '[]')) AS policy,
         coalesce((SELECT jsonb_agg(jsonb_build_object('date', c.date, 'reason', c.reason) ORDER BY c.date)
           FROM closed_day c WHERE c.unit = u.code AND c.date BETWEEN $2 AND $3), '[]') AS "closedDays",
         coalesce((SELECT jsonb_agg(jsonb_build_object('date', h.date, 'name', h.name) ORDER BY h.date)
           FROM holiday h WHERE h.date BETWEEN $2 AND $3), '[]') AS holidays
       FROM unit u JOIN hosting_policy p ON p.unit = u.code WHERE u.code = $1`,
      [unit, from, to],
    );
    return row ?? null;
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

  /** Locks a host until the transaction ends and returns its parallel places; null for an unknown unit. */
  async lockHost(unit: string): Promise<number | null> {
    const [row] = await this.database.query<{ capacity: number }>(
      'SELECT capacity FROM hosting_policy WHERE unit = $1 FOR UPDATE',
      [unit],
    );
    return row?.capacity ?? null;
  }
}
