import { Injectable } from '@nestjs/common';
import { Conditions, containing } from '../../platform/database/conditions.js';
import { Database } from '../../platform/database/database.js';
import type { Actor } from '../../platform/security/actor.js';
import { everNamed, nameOnVisit } from '../../units/index.js';
import { endsAfter, visibleTo } from '../../visits/index.js';

/** A trip in a list: its legs that the reader may see. */
export interface TripLine {
  id: string;
  title: string;
  guestUnitName: string;
  hostNames: string[];
  startsAt: Date;
  endsAt: Date;
}

export interface TripFilter {
  query?: string | undefined;
  /** Trips that end after this instant. */
  from?: Date | undefined;
  limit: number;
}

/** Trips of which somebody may see a leg, the soonest first where they are still to come, else the latest. */
@Injectable()
export class ListTrips {
  constructor(private readonly database: Database) {}

  execute(actor: Actor, { query, from, limit }: TripFilter): Promise<TripLine[]> {
    const where = new Conditions();
    where.addIf((p) => `t.title ILIKE ${p} OR ${everNamed('h', p)}`, containing(query));
    where.addIf((p) => `${endsAfter(p)} AND l.during IS NOT NULL`, from);
    visibleTo(actor, where);
    return this.database.query<TripLine>(
      `SELECT t.id, t.title, min(${nameOnVisit('g')}) AS "guestUnitName",
         array_agg(${nameOnVisit('h')} ORDER BY v.starts_at) AS "hostNames",
         min(v.starts_at) AS "startsAt",
         max(v.ends_at) AS "endsAt"
       FROM trip t JOIN trip_leg l ON l.trip_id = t.id JOIN visit v ON v.id = l.visit_id
       JOIN unit g ON g.code = v.guest_unit JOIN unit h ON h.code = v.host_unit
       WHERE ${where.sql} GROUP BY t.id, t.title ORDER BY min(v.starts_at) DESC, t.id LIMIT ${where.place(limit)}`,
      where.parameters,
    );
  }
}
