import { Injectable } from '@nestjs/common';
import { Conditions } from '../../platform/database/conditions.js';
import { Database } from '../../platform/database/database.js';
import type { Actor } from '../../platform/security/actor.js';
import { joinedGuests, visibleTo } from '../../visits/index.js';

/** A unit whose calendar can be looked at. */
export interface CalendarUnit {
  code: string;
  name: string;
}

/** Units of the own region, and those of the visits somebody may see, by name; one statement. */
@Injectable()
export class CalendarUnits {
  constructor(private readonly database: Database) {}

  /** @param asked a unit that is offered besides, when there is one of this code */
  execute(actor: Actor, asked: string | undefined): Promise<CalendarUnit[]> {
    const where = new Conditions();
    const [office, code] = [where.place(actor.regionalOffice), where.place(asked ?? null)];
    visibleTo(actor, where);
    return this.database.query(
      `SELECT u.code, u.name FROM unit u
       WHERE u.regional_office = ${office} OR u.code = ${code} OR u.code IN (
         SELECT unnest(ARRAY[v.guest_unit, v.host_unit] || ${joinedGuests})
         FROM visit v JOIN unit g ON g.code = v.guest_unit JOIN unit h ON h.code = v.host_unit
         WHERE ${where.sql})
       ORDER BY u.name, u.code`,
      where.parameters,
    );
  }
}
