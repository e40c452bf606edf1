import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Zone } from '../../platform/text/zones.js';
import type { HostingPeriod } from '../domain/hosting-period.js';
import type { ClosedDay, HostingPolicy } from '../domain/hosting-policy.js';
import type { OrganisationKind } from '../domain/organisation-kinds.js';
import type { KindRule } from '../domain/kind-rules.js';
import type { UnitValues } from '../domain/unit-fields.js';
import { canAnswer, usesSambang } from './unit-usage.js';
import { closedDaysOfUnit, kindsOfUnit, periodsOfUnit, policyOfUnit } from './hosting-sql.js';

/** Everything the system knows of a unit. */
export interface UnitDetailsFact extends UnitValues {
  code: string;
  kind: OrganisationKind;
  /** Type of a UPT; null for every other kind. */
  type: string | null;
  typeName: string | null;
  subtype: string | null;
  class: string | null;
  /** Null for who is of no region. */
  regionalOffice: string | null;
  regionalOfficeName: string | null;
  timeZone: Zone;
  /** Whether somebody there has an active account; whether somebody can answer, if only by mail. */
  usesSambang: boolean;
  canAnswer: boolean;
  /** Whether, when and by whom the position was confirmed, as that person is called today. */
  positionConfirmed: boolean;
  positionConfirmedAt: Date | null;
  positionConfirmedBy: string | null;
  formerNames: { name: string; usedUntil: string }[];
  /** First and last but one date of its life; null for long ago, and for one that lives on. */
  openedOn: string | null;
  closedOn: string | null;
  /** The unit into which it merges or merged, and those that merged into it. */
  successor: string | null;
  successorName: string | null;
  absorbed: { code: string; name: string }[];
  policy: HostingPolicy;
  kinds: KindRule[];
  /** From a day on. */
  closedDays: ClosedDay[];
  /** Its own and everybody's that end on that day or later. */
  periods: HostingPeriod[];
  version: number;
}

/** The day of `$2` by the clock of unit `u`. */
const today = '($2::timestamptz AT TIME ZONE u.time_zone)::date';

/** One unit, whole, in one statement. */
@Injectable()
export class UnitDetails {
  constructor(private readonly database: Database) {}

  /** @param now closed days are told from this day on, as the unit's own clock has it */
  async byCode(code: string, now: Date): Promise<UnitDetailsFact | null> {
    const [fact] = await this.database.query<UnitDetailsFact>(
      `SELECT u.code, u.name, u.kind, u.type, t.name AS "typeName", u.subtype, u.class, u.place,
         u.regional_office AS "regionalOffice", r.name AS "regionalOfficeName", u.time_zone AS "timeZone",
         u.latitude, u.longitude, u.position_confirmed_at IS NOT NULL AS "positionConfirmed",
         u.position_confirmed_at AS "positionConfirmedAt", cp.name AS "positionConfirmedBy",
         u.aliases, u.email, u.phone, u.web_page AS "webPage", u.address, u.postcode, u.version, u.opened_on::text AS "openedOn",
         u.closed_on::text AS "closedOn", u.successor, s.name AS "successorName",
         coalesce((SELECT jsonb_agg(jsonb_build_object('code', a.code, 'name', a.name) ORDER BY a.name, a.code)
           FROM unit a WHERE a.successor = u.code), '[]') AS absorbed,
         ${usesSambang('u.code')} AS "usesSambang", ${canAnswer} AS "canAnswer",
         coalesce((SELECT jsonb_agg(jsonb_build_object('name', f.name, 'usedUntil', upper(f.during)) ORDER BY f.during)
           FROM unit_name f WHERE f.unit = u.code
             AND upper(f.during) <= ($2::timestamptz AT TIME ZONE u.time_zone)::date), '[]') AS "formerNames",
         ${policyOfUnit} AS policy, ${kindsOfUnit} AS kinds, ${closedDaysOfUnit(today, "'2100-12-31'")} AS "closedDays",
         ${periodsOfUnit(today, "'2100-12-31'")} AS periods
       FROM unit u LEFT JOIN unit_type t ON t.code = u.type LEFT JOIN regional_office r ON r.code = u.regional_office
       LEFT JOIN unit s ON s.code = u.successor LEFT JOIN person cp ON cp.id = u.position_confirmed_by
       JOIN hosting_policy p ON p.unit = u.code
       WHERE u.code = $1`,
      [code, now],
    );
    return fact ?? null;
  }
}
