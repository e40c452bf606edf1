import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { ClosedDay, HostingPolicy } from '../domain/hosting-policy.js';

/** What a unit is and how it is reached. */
export interface UnitRow {
  code: string;
  name: string;
  place: string;
  regionalOffice: string;
  aliases: string[];
  latitude: number | null;
  longitude: number | null;
  email: string | null;
  phone: string | null;
  address: string | null;
  version: number;
}

/** Units with their former names, hosting policy and closed days. */
@Injectable()
export class UnitRepository {
  constructor(private readonly database: Database) {}

  async lock(code: string): Promise<UnitRow | null> {
    const [row] = await this.database.query<UnitRow>(
      `SELECT code, name, place, regional_office AS "regionalOffice", aliases, latitude, longitude, email, phone,
         address, version
       FROM unit WHERE code = $1 FOR UPDATE`,
      [code],
    );
    return row ?? null;
  }

  async save(unit: UnitRow): Promise<void> {
    await this.database.query(
      `UPDATE unit SET name = $2, place = $3, aliases = $4, latitude = $5, longitude = $6, email = $7, phone = $8,
         address = $9, version = $10
       WHERE code = $1`,
      [
        unit.code,
        unit.name,
        unit.place,
        unit.aliases,
        unit.latitude,
        unit.longitude,
        unit.email,
        unit.phone,
        unit.address,
        unit.version,
      ],
    );
  }

  /** @param usedUntil calendar date of the change */
  async rememberName(code: string, name: string, usedUntil: string): Promise<void> {
    await this.database.query(
      'INSERT INTO unit_former_name (unit, name, used_until) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
      [code, name, usedUntil],
    );
  }

  async savePolicy(code: string, policy: HostingPolicy): Promise<void> {
    await this.database.query(
      `UPDATE hosting_policy SET open = $2, capacity = $3, largest_party = $4, shortest_notice_days = $5,
         longest_notice_days = $6, identity_rule = $7, phone_rule = $8, camera_rule = $9
       WHERE unit = $1`,
      [
        code,
        policy.open,
        policy.capacity,
        policy.largestParty,
        policy.shortestNoticeDays,
        policy.longestNoticeDays,
        policy.identityRule,
        policy.phoneRule,
        policy.cameraRule,
      ],
    );
    await this.database.query('DELETE FROM hosting_window WHERE unit = $1', [code]);
    await this.database.query(
      `INSERT INTO hosting_window (unit, weekday, starts_minute, ends_minute)
       SELECT $1, w.weekday, w."startsMinute", w."endsMinute"
       FROM jsonb_to_recordset($2::jsonb) AS w (weekday int, "startsMinute" int, "endsMinute" int)`,
      [code, JSON.stringify(policy.windows)],
    );
  }

  /** Puts these closed days in place of all from a calendar date on. */
  async saveClosedDays(code: string, from: string, days: readonly ClosedDay[]): Promise<void> {
    await this.database.query('DELETE FROM closed_day WHERE unit = $1 AND date >= $2', [code, from]);
    await this.database.query(
      `INSERT INTO closed_day (unit, date, reason)
       SELECT $1, d.date, d.reason FROM jsonb_to_recordset($2::jsonb) AS d (date date, reason text)
       ON CONFLICT (unit, date) DO UPDATE SET reason = excluded.reason`,
      [code, JSON.stringify(days)],
    );
  }
}
