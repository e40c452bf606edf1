import type { OwnHours } from '../../platform/text/day-hours.js';
import { Injectable } from '@nestjs/common';
import { Conditions } from '../../platform/database/conditions.js';
import { Database } from '../../platform/database/database.js';
import { unitsOf } from '../../platform/security/capabilities.js';
import type { Actor } from '../../platform/security/actor.js';
import type { Zone } from '../../platform/text/zones.js';
import { statesWith, visibleTo } from '../../visits/index.js';

/** A visit that a note may come from. */
export interface NoteVisit {
  id: string;
  reference: string;
  title: string;
  startsAt: Date;
  endsAt: Date;
  ownHours: OwnHours | null;
  /** The host's zone. */
  timeZone: Zone;
}

const MOST = 60;

const visits = `SELECT v.id, v.reference, v.title, v.starts_at AS "startsAt", v.ends_at AS "endsAt", v.own_hours AS "ownHours",
    h.time_zone AS "timeZone"
  FROM visit v JOIN unit g ON g.code = v.guest_unit JOIN unit h ON h.code = v.host_unit`;

/** Visits that notes come from, as far as somebody may see them. */
@Injectable()
export class NoteVisits {
  constructor(private readonly database: Database) {}

  async byId(actor: Actor, id: string): Promise<NoteVisit | null> {
    const where = new Conditions();
    visibleTo(actor, where);
    where.add((p) => `v.id = ${p}`, id);
    const [visit] = await this.database.query<NoteVisit>(`${visits} WHERE ${where.sql}`, where.parameters);
    return visit ?? null;
  }

  /** The latest visits of the actor's unit that were agreed upon, and the one that is chosen already. */
  ofOwnUnit(actor: Actor, chosen: string | null): Promise<NoteVisit[]> {
    const where = new Conditions();
    visibleTo(actor, where);
    const [units, agreed] = [where.place(unitsOf(actor)), where.place(statesWith('agreed'))];
    const [id, most] = [where.place(chosen), where.place(MOST)];
    const latest = (side: 'guest_unit' | 'host_unit'): string =>
      `SELECT x.id FROM unnest(${units}::text[]) own (code) CROSS JOIN LATERAL (SELECT y.id FROM visit y
         WHERE y.${side} = own.code AND y.state = ANY (${agreed}) ORDER BY y.starts_at DESC, y.id LIMIT ${most}) x`;
    return this.database.query(
      `${visits} WHERE v.id IN (SELECT ${id}::uuid UNION ${latest('guest_unit')} UNION ${latest('host_unit')})
         AND ${units} && ARRAY[v.guest_unit, v.host_unit] AND ${where.sql}
       ORDER BY v.id = ${id}::uuid DESC NULLS LAST, v.starts_at DESC, v.id LIMIT ${most}`,
      where.parameters,
    );
  }
}
