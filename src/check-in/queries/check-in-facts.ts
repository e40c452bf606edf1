import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { OwnHours } from '../../platform/text/day-hours.js';
import type { Zone } from '../../platform/text/zones.js';
import { nameOnVisit } from '../../units/index.js';
import type { Attendance, VisitState } from '../../visits/index.js';

/** What is asked of a visit at its door. */
export interface CheckInFacts {
  visitId: string;
  title: string;
  state: VisitState;
  guestUnitName: string;
  hostUnitName: string;
  startsAt: Date;
  endsAt: Date;
  ownHours: OwnHours | null;
  /** The host's. */
  timeZone: Zone;
  /** Minutes after the start from which somebody is late. */
  lateMinutes: number;
  takesSignatures: boolean;
  /** What the secret of the visit is made of. */
  key: string;
  /** Whether the code on paper is taken. */
  paperOpen: boolean;
}

/** Somebody of the party as whoever stands at the door may see them: no contacts. */
export interface ListedName {
  id: string;
  name: string;
  personId: string | null;
  attendance: Attendance | null;
}

@Injectable()
export class FindCheckInFacts {
  constructor(private readonly database: Database) {}

  async of(visitId: string): Promise<CheckInFacts | null> {
    const [row] = await this.database.query<CheckInFacts>(
      `SELECT v.id AS "visitId", v.title, v.state, ${nameOnVisit('g')} AS "guestUnitName",
         ${nameOnVisit('h')} AS "hostUnitName", v.starts_at AS "startsAt", v.ends_at AS "endsAt",
         v.own_hours AS "ownHours", h.time_zone AS "timeZone", coalesce(p.late_minutes, 15) AS "lateMinutes",
         coalesce(p.takes_signatures, false) AS "takesSignatures", k.key,
         NOT EXISTS (SELECT FROM check_in_paper c WHERE c.visit_id = v.id) AS "paperOpen"
       FROM visit v JOIN unit g ON g.code = v.guest_unit JOIN unit h ON h.code = v.host_unit
       CROSS JOIN check_in_key k LEFT JOIN hosting_policy p ON p.unit = v.host_unit WHERE v.id = $1`,
      [visitId],
    );
    return row ?? null;
  }

  /** By name. */
  namesOf(visitId: string): Promise<ListedName[]> {
    return this.database.query(
      `SELECT p.id, p.name, p.person_id AS "personId", p.attendance
       FROM visit_participant p WHERE p.visit_id = $1 ORDER BY p.name, p.id`,
      [visitId],
    );
  }
}
