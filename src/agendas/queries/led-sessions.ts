import { Injectable } from '@nestjs/common';
import { Conditions } from '../../platform/database/conditions.js';
import { Database } from '../../platform/database/database.js';
import type { Actor } from '../../platform/security/actor.js';
import type { Zone } from '../../platform/text/zones.js';
import type { HoldingPerson } from '../../people/index.js';
import { countingFor } from '../../units/index.js';
import { statesWith, visibleTo, visitsOfUnits } from '../../visits/index.js';

/** A session of a visit to come that names somebody among those in charge. */
export interface LedSession {
  id: string;
  visitId: string;
  title: string;
  visitTitle: string;
  startsAt: Date;
  endsAt: Date;
  timeZone: Zone;
}

/** Sessions that somebody leads or speaks in, by the name that agendas know. */
@Injectable()
export class LedSessions {
  constructor(private readonly database: Database) {}

  /** Of visits of the person's unit, and of those the person takes part in; the soonest first. */
  async of(person: HoldingPerson): Promise<LedSession[]> {
    return this.find(person, new Conditions());
  }

  /** Those that a reader may see. */
  async shownTo(person: HoldingPerson, reader: Actor): Promise<LedSession[]> {
    const where = new Conditions();
    visibleTo(reader, where);
    return this.find(person, where);
  }

  private find({ name, unit, email }: HoldingPerson, where: Conditions): Promise<LedSession[]> {
    where.add(
      (states, who, own, mailbox) => `v.state = ANY (${states}) AND EXISTS (
          SELECT FROM unnest(i.persons) named
          WHERE regexp_replace(lower(btrim(named)), '\\s+', ' ', 'g') = regexp_replace(lower(btrim(${who}::text)), '\\s+', ' ', 'g'))
        AND v.id IN (
          ${visitsOfUnits(`IN ${countingFor(`${own}::text`)}`, `x.state = ANY (${states})`)}
          UNION SELECT t.visit_id FROM visit_participant t WHERE t.email = ${mailbox})`,
      [...statesWith('ahead'), ...statesWith('unsent')],
      name,
      unit,
      email,
    );
    return this.database.query(
      `SELECT i.id, i.visit_id AS "visitId", i.title, v.title AS "visitTitle", i.starts_at AS "startsAt",
         i.ends_at AS "endsAt", h.time_zone AS "timeZone"
       FROM agenda_item i JOIN visit v ON v.id = i.visit_id JOIN unit g ON g.code = v.guest_unit
       JOIN unit h ON h.code = v.host_unit
       WHERE ${where.sql} ORDER BY i.starts_at, i.id`,
      where.parameters,
    );
  }
}
