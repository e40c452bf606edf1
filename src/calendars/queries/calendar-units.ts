import { Injectable } from '@nestjs/common';
import { Conditions } from '../../platform/database/conditions.js';
import { Database } from '../../platform/database/database.js';
import type { Actor } from '../../platform/security/actor.js';
import { joinedGuests, readersOf, readsAll, wasSubmitted } from '../../visits/index.js';

/** A unit whose calendar can be looked at. */
export interface CalendarUnit {
  code: string;
  name: string;
}

/** How long ago a visit may have begun for its other unit to be offered, in days: with every year there are more of them. */
const OFFERED_DAYS = 400;
/** Of how many visits at the most, the latest. */
const OFFERED_OF = 300;

/** Units of the own region, and those of the latest visits that somebody may see, by name; one statement. */
@Injectable()
export class CalendarUnits {
  constructor(private readonly database: Database) {}

  /** @param asked a unit that is offered besides, when there is one of this code */
  execute(actor: Actor, asked: string | undefined, now: Date): Promise<CalendarUnit[]> {
    const where = new Conditions();
    const [office, code] = [where.place(actor.regionalOffice), where.place(asked ?? null)];
    const since = where.place(new Date(+now - OFFERED_DAYS * 86_400_000));
    const offered = readsAll(actor)
      ? `EXISTS (SELECT FROM visit v WHERE v.guest_unit = u.code AND v.starts_at > ${since} AND ${wasSubmitted} OFFSET 0)
         OR EXISTS (SELECT FROM visit v WHERE v.host_unit = u.code AND v.starts_at > ${since} AND ${wasSubmitted} OFFSET 0)`
      : `u.code IN (SELECT unnest(v.units) FROM (SELECT DISTINCT r.visit_id, r.starts_at FROM visit_reader r
           WHERE r.reader = ANY (${where.place(readersOf(actor))}::text[]) AND r.starts_at > ${since}
           ORDER BY r.starts_at DESC LIMIT ${OFFERED_OF}) me CROSS JOIN LATERAL (
           SELECT ARRAY[v.guest_unit, v.host_unit] || ${joinedGuests} AS units FROM visit v WHERE v.id = me.visit_id OFFSET 0) v)`;
    return this.database.query(
      `SELECT u.code, u.name FROM unit u WHERE u.regional_office = ${office} OR u.code = ${code} OR ${offered}
       ORDER BY u.name, u.code`,
      where.parameters,
    );
  }
}
