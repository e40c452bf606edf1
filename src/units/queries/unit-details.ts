import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Zone } from '../../platform/text/zones.js';
import type { ClosedDay, HostingPolicy } from '../domain/hosting-policy.js';

/** Everything the system knows of a unit. */
export interface UnitDetailsFact {
  code: string;
  name: string;
  type: string;
  typeName: string;
  subtype: string | null;
  class: string | null;
  place: string;
  regionalOffice: string;
  regionalOfficeName: string;
  timeZone: Zone;
  latitude: number | null;
  longitude: number | null;
  aliases: string[];
  formerNames: { name: string; usedUntil: string }[];
  email: string | null;
  phone: string | null;
  address: string | null;
  policy: HostingPolicy;
  /** From a day on. */
  closedDays: ClosedDay[];
  version: number;
}

/** One unit, whole, in one statement. */
@Injectable()
export class UnitDetails {
  constructor(private readonly database: Database) {}

  /** @param now closed days are told from this day on, as the unit's own clock has it */
  async byCode(code: string, now: Date): Promise<UnitDetailsFact | null> {
    const [fact] = await this.database.query<UnitDetailsFact>(
      `SELECT u.code, u.name, u.type, t.name AS "typeName", u.subtype, u.class, u.place,
         u.regional_office AS "regionalOffice", r.name AS "regionalOfficeName", u.time_zone AS "timeZone",
         u.latitude, u.longitude, u.aliases, u.email, u.phone, u.address, u.version,
         coalesce((SELECT jsonb_agg(jsonb_build_object('name', f.name, 'usedUntil', f.used_until) ORDER BY f.used_until)
           FROM unit_former_name f WHERE f.unit = u.code), '[]') AS "formerNames",
         jsonb_build_object('open', p.open, 'capacity', p.capacity, 'largestParty', p.largest_party,
           'shortestNoticeDays', p.shortest_notice_days, 'longestNoticeDays', p.longest_notice_days,
           'identityRule', p.identity_rule, 'phoneRule', p.phone_rule, 'cameraRule', p.camera_rule,
           'windows', coalesce((
             SELECT jsonb_agg(jsonb_build_object('weekday', w.weekday, 'startsMinute', w.starts_minute,
               'endsMinute', w.ends_minute) ORDER BY w.weekday, w.starts_minute)
             FROM hosting_window w WHERE w.unit = u.code), '[]')) AS policy,
         coalesce((SELECT jsonb_agg(jsonb_build_object('date', c.date, 'reason', c.reason) ORDER BY c.date)
           FROM closed_day c WHERE c.unit = u.code AND c.date >= ($2::timestamptz AT TIME ZONE u.time_zone)::date), '[]') AS "closedDays"
       FROM unit u JOIN unit_type t ON t.code = u.type JOIN regional_office r ON r.code = u.regional_office
       JOIN hosting_policy p ON p.unit = u.code
       WHERE u.code = $1`,
      [code, now],
    );
    return fact ?? null;
  }
}
