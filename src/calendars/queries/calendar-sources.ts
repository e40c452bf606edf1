import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { CalendarSource } from '../domain/visit-object.js';

const selection = `v.id, v.reference, v.state, v.sequence, v.kind, v.title, v.purpose, v.topics, v.place,
  ARRAY(SELECT p.title FROM visit_program x JOIN program p ON p.code = x.program
        WHERE x.visit_id = v.id ORDER BY p.code) AS programs,
  g.name AS "guestUnitName", h.name AS "hostUnitName", h.time_zone AS "timeZone",
  h.address AS "hostAddress", h.latitude, h.longitude,
  v.starts_at AS "startsAt", v.ends_at AS "endsAt",
  v.contact_name AS "contactName", v.contact_phone AS "contactPhone", v.contact_email AS "contactEmail",
  v.created_at AS "createdAt", v.changed_at AS "changedAt"`;

const from = `FROM visit v JOIN unit g ON g.code = v.guest_unit JOIN unit h ON h.code = v.host_unit`;

/** A cancelled visit stays in a feed for 30 days, any other for 90 days after its end. */
const inWindow = `v.ends_at > $1::timestamptz - interval '90 days'
  AND (v.state IN ('confirmed', 'held', 'closed')
    OR (v.state IN ('cancelled', 'not-held') AND v.sequence > 0 AND v.changed_at > $1::timestamptz - interval '30 days'))`;

const inWindowOrAsked = `(${inWindow} OR v.state IN ('requested', 'counter-proposed'))`;

/** Visits as calendars need them, one statement each, earliest first. */
@Injectable()
export class CalendarSources {
  constructor(private readonly database: Database) {}

  async byId(id: string): Promise<CalendarSource | null> {
    const [source] = await this.database.query<CalendarSource>(
      `SELECT ${selection} ${from} WHERE v.id = $1`,
      [id],
    );
    return source ?? null;
  }

  /** Visits a person takes part in, by mail address, and has not declined. */
  ofPerson(personId: string, now: Date): Promise<CalendarSource[]> {
    return this.database.query(
      `SELECT ${selection} ${from}
       WHERE ${inWindow} AND v.id IN (
         SELECT p.visit_id FROM visit_participant p JOIN person a ON a.email = p.email
         WHERE a.id = $2 AND p.answer <> 'declined')
       ORDER BY v.starts_at, v.id`,
      [now, personId],
    );
  }

  /** Visits of a unit as guest or host, those still asked for among them. */
  ofUnit(unit: string, now: Date): Promise<CalendarSource[]> {
    return this.database.query(
      `SELECT ${selection} ${from}
       WHERE ${inWindowOrAsked} AND (v.guest_unit = $2 OR v.host_unit = $2) ORDER BY v.starts_at, v.id`,
      [now, unit],
    );
  }

  /** Visits in which a unit of the regional office is guest or host, those still asked for among them. */
  ofRegionalOffice(office: string, now: Date): Promise<CalendarSource[]> {
    return this.database.query(
      `SELECT ${selection} ${from}
       WHERE ${inWindowOrAsked} AND (g.regional_office = $2 OR h.regional_office = $2)
       ORDER BY v.starts_at, v.id`,
      [now, office],
    );
  }
}
