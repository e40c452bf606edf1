import { Injectable } from '@nestjs/common';
import { mayReadSql } from '../../notes/index.js';
import { Conditions } from '../../platform/database/conditions.js';
import { Database } from '../../platform/database/database.js';
import type { Actor } from '../../platform/security/actor.js';
import type { Zone } from '../../platform/text/zones.js';
import { visibleTo } from '../../visits/index.js';
import { aboutMatter, type Matter } from './matter.js';

/** A note as it is compared. */
export interface ComparedNote {
  id: string;
  unit: string;
  title: string;
  context: string;
  whatWasDone: string;
  resources: string;
  howToCopy: string;
  result: string;
  pitfalls: string;
}

/** What a published summary says of a visit to a host. */
export interface ComparedSummary {
  visitId: string;
  unit: string;
  title: string;
  guestUnitName: string;
  startsAt: Date;
  timeZone: Zone;
  outcomes: string;
  decisions: string;
}

/** A practice that another unit took over. */
export interface ComparedReplication {
  unit: string;
  toUnitName: string;
  practice: string;
  /** Calendar date. */
  since: string;
  result: string;
}

/** Most of each kind that is shown of one unit. */
const MOST = 3;

/** What hosts have to show on a matter, in full; of each kind one statement, and only what the actor may read. */
@Injectable()
export class ComparedPractice {
  constructor(private readonly database: Database) {}

  notes(actor: Actor, units: readonly string[], matter: Matter): Promise<ComparedNote[]> {
    const where = new Conditions();
    const about = aboutMatter(where, matter);
    const readable = mayReadSql(actor, where);
    return this.database.query(
      `SELECT * FROM (
         SELECT n.id, n.unit, n.title, n.context, n.what_was_done AS "whatWasDone", n.resources,
           n.how_to_copy AS "howToCopy", n.result, n.pitfalls,
           row_number() OVER (PARTITION BY n.unit ORDER BY n.published_at DESC, n.id) AS place
         FROM note n WHERE n.state = 'published' AND n.unit = ANY (${where.place(units)}) AND (${readable})
           AND ${about.note}
       ) x WHERE place <= ${MOST} ORDER BY unit, place`,
      where.parameters,
    );
  }

  summaries(actor: Actor, units: readonly string[], matter: Matter): Promise<ComparedSummary[]> {
    const where = new Conditions();
    const about = aboutMatter(where, matter);
    visibleTo(actor, where);
    return this.database.query(
      `SELECT * FROM (
         SELECT v.id AS "visitId", v.host_unit AS unit, v.title, g.name AS "guestUnitName",
           v.starts_at AS "startsAt", h.time_zone AS "timeZone", s.content->>'outcomes' AS outcomes,
           s.content->>'decisions' AS decisions,
           row_number() OVER (PARTITION BY v.host_unit ORDER BY v.starts_at DESC, v.id) AS place
         FROM visit v JOIN unit g ON g.code = v.guest_unit JOIN unit h ON h.code = v.host_unit
         JOIN LATERAL (SELECT content FROM summary_revision x WHERE x.visit_id = v.id
           ORDER BY x.revision DESC LIMIT 1) s ON true
         WHERE v.host_unit = ANY (${where.place(units)}) AND ${about.visit} AND ${where.sql}
           AND concat(s.content->>'outcomes', s.content->>'decisions') <> ''
       ) x WHERE place <= ${MOST} ORDER BY unit, place`,
      where.parameters,
    );
  }

  replications(actor: Actor, units: readonly string[], matter: Matter): Promise<ComparedReplication[]> {
    const where = new Conditions();
    const about = aboutMatter(where, matter);
    const readable = mayReadSql(actor, where);
    return this.database.query(
      `SELECT * FROM (
         SELECT r.from_unit AS unit, t.name AS "toUnitName", coalesce(n.title, r.practice) AS practice,
           r.since::text, r.result,
           row_number() OVER (PARTITION BY r.from_unit ORDER BY r.since DESC, r.id) AS place
         FROM replication r JOIN unit t ON t.code = r.to_unit LEFT JOIN note n ON n.id = r.note_id
         WHERE r.from_unit = ANY (${where.place(units)})
           AND CASE WHEN r.note_id IS NULL THEN ${about.practice} ELSE (${readable}) AND ${about.note} END
       ) x WHERE place <= ${MOST} ORDER BY unit, place`,
      where.parameters,
    );
  }
}
