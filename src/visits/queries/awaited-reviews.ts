import { Injectable } from '@nestjs/common';
import { Conditions } from '../../platform/database/conditions.js';
import { Database } from '../../platform/database/database.js';
import type { Actor } from '../../platform/security/actor.js';
import { arrangedUnits, can } from '../../platform/security/capabilities.js';
import { nameOnVisit } from '../../units/index.js';
import { REVIEW_DAYS } from '../domain/recorded-visit.js';
import { statesWith } from '../domain/visit-state-traits.js';
import { visitsOfUnits } from './visits-of-units.js';

/** Of the visit `v`, entered after the instant `since`: whether one of the units, a place of the statement, has yet to say whether it is right. */
export const awaitsReview = (since: string, units: string): string =>
  `v.disputed_at IS NULL AND ((v.recorded_by IS NOT NULL AND v.created_at > ${since}::timestamptz
   AND ((v.guest_unit = ANY (${units}) AND v.recorded_by <> 'guest' AND NOT 'guest' = ANY (v.reviewed_by))
     OR (v.host_unit = ANY (${units}) AND v.recorded_by <> 'host' AND NOT 'host' = ANY (v.reviewed_by))))
   OR (v.recorded_by IS NULL AND v.answer_entered_at > ${since}::timestamptz AND v.host_unit = ANY (${units})
     AND NOT 'host' = ANY (v.reviewed_by)))`;

/** Since when a visit was entered that may yet be to be checked. */
export const reviewedSince = (now: Date): Date => new Date(+now - REVIEW_DAYS * 86_400_000);

/** Ids of the visits among which are all that such units have to check, by their own indexes. Both are places of the statement. */
export const enteredLately = (since: string, units: string): string =>
  `${visitsOfUnits(`= ANY (${units})`, `x.recorded_by IS NOT NULL AND x.created_at > ${since}::timestamptz`)}
   UNION SELECT x.id FROM visit x WHERE x.answer_entered_at > ${since}::timestamptz AND x.host_unit = ANY (${units})`;

/** Visits that others entered, to be checked by the actor's organisation. */
export interface AwaitedReviews {
  count: number;
  /** The only one, or the one entered first. */
  id: string;
  title: string;
  /** When the first of them was entered. */
  since: Date;
}

/** A visit that was entered and to which somebody objects. */
export interface DisputedVisit {
  id: string;
  title: string;
  objectorName: string;
}

/** What waits for somebody about visits that were entered afterwards. */
@Injectable()
export class AwaitedReviewsQuery {
  constructor(private readonly database: Database) {}

  /** Null where nothing waits for the actor's organisation. */
  async toCheck(actor: Actor, now: Date): Promise<AwaitedReviews | null> {
    const own = arrangedUnits(actor);
    if (own.length === 0) return null;
    const [row] = await this.database.query<AwaitedReviews>(
      `SELECT (count(*) OVER ())::int AS count, v.id, v.title, CASE WHEN v.recorded_by IS NULL THEN v.answer_entered_at ELSE v.created_at END AS since /* never null: one of both was entered */
       FROM visit v
       WHERE v.state = ANY ($3) AND ${awaitsReview('$1', '$2')} AND v.id IN (${enteredLately('$1', '$2')})
       ORDER BY v.created_at, v.id LIMIT 1`,
      [reviewedSince(now), own, statesWith('reviewable')],
    );
    return row ?? null;
  }

  /** Those that the actor's side entered, or that lie in the actor's region, oldest objection first. */
  async disputed(actor: Actor): Promise<DisputedVisit[]> {
    const where = new Conditions();
    const [own, office] = [arrangedUnits(actor), can(actor, 'visits.oversee') ? actor.regionalOffice : null];
    if (own.length === 0) return [];
    where.add(
      (units, region) => `(coalesce(v.recorded_by, 'guest') = 'guest' AND v.guest_unit = ANY (${units}))
        OR (v.recorded_by = 'host' AND v.host_unit = ANY (${units}))
        OR (${region}::text IN (g.regional_office, h.regional_office)
          AND NOT ${units} && ARRAY[v.guest_unit, v.host_unit])`,
      own,
      office,
    );
    where.add((states) => `v.disputed_at IS NOT NULL AND v.state = ANY (${states})`, statesWith('agreed'));
    return this.database.query(
      `SELECT v.id, v.title, CASE v.disputed_by WHEN 'guest' THEN ${nameOnVisit('g')} ELSE ${nameOnVisit('h')} END AS "objectorName"
       FROM visit v JOIN unit g ON g.code = v.guest_unit JOIN unit h ON h.code = v.host_unit
       WHERE ${where.sql} ORDER BY v.disputed_at, v.id LIMIT 50`,
      where.parameters,
    );
  }
}
