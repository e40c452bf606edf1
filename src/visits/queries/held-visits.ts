import type { OwnHours } from '../../platform/text/day-hours.js';
import { Injectable } from '@nestjs/common';
import { Conditions } from '../../platform/database/conditions.js';
import { Database } from '../../platform/database/database.js';
import type { Actor } from '../../platform/security/actor.js';
import type { Zone } from '../../platform/text/zones.js';
import { MOST_THINGS, type HoldingPerson } from '../../people/index.js';
import { isSamePerson } from '../../platform/text/same-person.js';
import { statesWith } from '../domain/visit-state-traits.js';
import { visibleTo } from './visible-visits.js';

/** A visit as a list of what hangs on somebody names it. */
export interface NamedVisit {
  id: string;
  title: string;
  reference: string;
  startsAt: Date;
  endsAt: Date;
  ownHours: OwnHours | null;
  timeZone: Zone;
}

/** Visits that are written or sent and did not take place yet. */
const toCome = (): string[] => [...statesWith('ahead'), ...statesWith('unsent')];

/** Visits that something of hangs on a person: ids, in the order in which they are locked. */
@Injectable()
export class HeldVisits {
  constructor(private readonly database: Database) {}

  /** Visits to come in which somebody takes part; who only has the same mailbox does not count. */
  async takingPart({ id, email, name }: Pick<HoldingPerson, 'id' | 'email' | 'name'>): Promise<string[]> {
    const rows = await this.database.query<{ visitId: string; name: string; email: string | null }>(
      `SELECT p.visit_id AS "visitId", p.name, p.email FROM visit_participant p JOIN visit v ON v.id = p.visit_id
       WHERE (p.person_id = $1 OR p.email = $2) AND v.state = ANY ($3) ORDER BY p.visit_id`,
      [id, email, toCome()],
    );
    const own = rows.filter((row) => isSamePerson({ name, email }, row));
    return [...new Set(own.map(({ visitId }) => visitId))];
  }

  /** Visits to come whose guests name somebody as the one to ask. */
  async asContact({ email, name, unit }: HoldingPerson): Promise<string[]> {
    return this.ids(
      `SELECT v.id FROM visit v WHERE v.state = ANY ($1) AND lower(v.contact_email) = $2
       UNION SELECT v.id FROM visit v WHERE v.state = ANY ($1) AND v.contact_email IS NULL
         AND v.guest_unit = $4 AND lower(v.contact_name) = lower($3) ORDER BY id`,
      [toCome(), email, name, unit],
    );
  }

  /** Visits that somebody began to write and did not send. */
  async drafts({ id }: HoldingPerson): Promise<string[]> {
    return this.ids('SELECT v.id FROM visit v WHERE v.created_by = $1 AND v.state = ANY ($2) ORDER BY v.id', [
      id,
      statesWith('unsent'),
    ]);
  }

  /** The first of some visits that a reader may see, the soonest first. */
  named(ids: readonly string[], reader: Actor): Promise<NamedVisit[]> {
    const where = new Conditions();
    where.add((some) => `v.id = ANY (${some})`, ids);
    visibleTo(reader, where);
    return this.database.query(
      `SELECT v.id, v.title, v.reference, v.starts_at AS "startsAt", v.ends_at AS "endsAt", v.own_hours AS "ownHours", h.time_zone AS "timeZone"
       FROM visit v JOIN unit g ON g.code = v.guest_unit JOIN unit h ON h.code = v.host_unit
       WHERE ${where.sql} ORDER BY v.starts_at, v.id LIMIT ${MOST_THINGS}`,
      where.parameters,
    );
  }

  private async ids(statement: string, values: unknown[]): Promise<string[]> {
    return (await this.database.query<{ id: string }>(statement, values)).map(({ id }) => id);
  }
}
