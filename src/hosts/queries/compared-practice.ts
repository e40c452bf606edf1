import { Injectable } from '@nestjs/common';
import { mayReadSql } from '../../notes/index.js';
import { Conditions } from '../../platform/database/conditions.js';
import { Database } from '../../platform/database/database.js';
import type { Actor } from '../../platform/security/actor.js';
import type { Zone } from '../../platform/text/zones.js';
import { visibleTo } from '../../visits/index.js';
import { nameOn, nameOnVisit } from '../../units/index.js';
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

/** What hosts, and those that merged into them, have to show on a matter, in full; of each kind one statement, and only what the actor may read. */
@Injectable()
export class ComparedPractice {
  constructor(private readonly database: Database) {}

  notes(actor: Actor, units: readonly string[], matter: Matter): Promise<ComparedNote[]> {
    const where = new Conditions();
    const about = aboutMatter(where, matter);
    const readable = mayReadSql(actor, where);
    return this.database.query(
      `SELECT id, unit, title, context, "whatWasDone", resources, "howToCopy", result, pitfalls FROM (
         SELECT n.id, u.heir AS unit, n.title, n.context, n.what_was_done AS "whatWasDone", n.resources,
           n.how_to_copy AS "howToCopy", n.result, n.pitfalls,
           row_number() OVER (PARTITION BY u.heir ORDER BY n.published_at DESC, n.id) AS place
         FROM note n JOIN unit u ON u.code = n.unit WHERE n.state = 'published' AND u.heir = ANY (${where.place(units)}) AND (${readable})
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
      `SELECT "visitId", unit, title, "guestUnitName", "startsAt", "timeZone", outcomes, decisions FROM (
         SELECT v.id AS "visitId", h.heir AS unit, v.title, ${nameOnVisit('g')} AS "guestUnitName",
           v.starts_at AS "startsAt", h.time_zone AS "timeZone", coalesce(s.content->>'outcomes', '') AS outcomes,
           coalesce(s.content->>'decisions', '') AS decisions,
           row_number() OVER (PARTITION BY h.heir ORDER BY v.starts_at DESC, v.id) AS place
         FROM visit v JOIN unit g ON g.code = v.guest_unit JOIN unit h ON h.code = v.host_unit
         JOIN LATERAL (SELECT content FROM summary_revision x WHERE x.visit_id = v.id
           ORDER BY x.revision DESC LIMIT 1) s ON true
         WHERE h.heir = ANY (${where.place(units)}) AND ${about.visit} AND ${where.sql}
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
      `SELECT unit, "toUnitName", practice, since, result FROM (
         SELECT f.heir AS unit, ${nameOn('t', 'r.since')} AS "toUnitName", coalesce(n.title, r.practice) AS practice,
           r.since::text, r.result,
           row_number() OVER (PARTITION BY f.heir ORDER BY r.since DESC, r.id) AS place
         FROM replication r JOIN unit t ON t.code = r.to_unit JOIN unit f ON f.code = r.from_unit LEFT JOIN note n ON n.id = r.note_id
         WHERE f.heir = ANY (${where.place(units)})
           AND CASE WHEN r.note_id IS NULL THEN ${about.practice} ELSE (${readable}) AND ${about.note} END
       ) x WHERE place <= ${MOST} ORDER BY unit, place`,
      where.parameters,
    );
  }
}
