import type { OwnHours } from '../../platform/text/day-hours.js';
import { Injectable } from '@nestjs/common';
import { Conditions } from '../../platform/database/conditions.js';
import { Database } from '../../platform/database/database.js';
import type { Actor } from '../../platform/security/actor.js';
import { arrangedUnits, can } from '../../platform/security/capabilities.js';
import type { Zone } from '../../platform/text/zones.js';
import { nameOnVisit, shortestNoticeOfVisit } from '../../units/index.js';
import { statesWith } from '../domain/visit-state-traits.js';
import type { VisitState } from '../domain/visit-states.js';
import { officeIsAbsent, waitsForAbsentHost } from './unanswerable-sql.js';
import { approvedBy, isToApprove } from './approved-time.js';

/** A visit in which somebody's step is awaited. */
export interface AwaitedVisit {
  id: string;
  title: string;
  state: VisitState;
  guestUnitName: string;
  hostUnitName: string;
  /** The time that is proposed, or the visit's own. */
  startsAt: Date;
  endsAt: Date;
  ownHours: OwnHours | null;
  timeZone: Zone;
  /** Whether nobody at the host has an account, and the reader's regional office answers for it. */
  standsIn: boolean;
  /** Whether nobody at its regional office has one either, so that administrators see to it. */
  isLeft: boolean;
  proposedBy: 'guest' | 'host' | null;
  proposedAt: Date | null;
  /** Whether the reader's own organisation visits or is visited; else its regional office approves. */
  isOwn: boolean;
  /** Guests for whom the guest asks the host's leave. */
  askedParty: number | null;
  /** The host's, in days. */
  shortestNoticeDays: number;
}

/**
 * Visits that wait for the actor's organisation or regional office, in one statement: drafts, answers, approvals, answers
 * for units where nobody can; for an administrator those that nobody at all can answer.
 */
@Injectable()
export class AwaitedVisits {
  constructor(private readonly database: Database) {}

  async execute(actor: Actor): Promise<AwaitedVisit[]> {
    const where = new Conditions();
    const own = arrangedUnits(actor);
    const seesLeft = can(actor, 'people.manage-above');
    if (own.length === 0 && !seesLeft) return [];
    const units = where.place(own);
    const office = where.place(can(actor, 'visits.oversee') ? actor.regionalOffice : null);
    const absent = waitsForAbsentHost(
      where.place(statesWith('hostsTurn')),
      where.place(statesWith('carriesProposal')),
    );
    const standIn = where.place(can(actor, 'visits.stand-in') ? actor.regionalOffice : null);
    const standsIn = `(${absent} AND h.regional_office IS NOT DISTINCT FROM ${standIn}::text AND ${standIn}::text IS NOT NULL
        AND NOT coalesce(v.guest_unit = ANY (${units}), false))`;
    const isLeft = `(${absent} AND ${officeIsAbsent} AND ${where.place(seesLeft)}::boolean)`;
    where.add(
      (
        unsent,
        hosts,
        guests,
        proposed,
        editable,
        asked,
      ) => `(v.state = ANY (${unsent}) AND v.guest_unit = ANY (${units}))
          OR (v.state = ANY (${hosts}) AND v.host_unit = ANY (${units}) AND v.proposed_by IS NULL)
          OR (v.state = ANY (${guests}) AND v.guest_unit = ANY (${units}))
          OR (v.state = ANY (${proposed}) AND v.proposed_by = 'guest' AND v.host_unit = ANY (${units}))
          OR (v.state = ANY (${proposed}) AND v.proposed_by = 'host' AND v.guest_unit = ANY (${units}))
          OR (v.asked_party IS NOT NULL AND v.host_unit = ANY (${units}) AND v.state = ANY (${editable}))
          OR ${standsIn} OR ${isLeft}
          OR ((v.state = ANY (${asked}) OR (v.state = ANY (${proposed}) AND v.proposed_by IS NOT NULL))
            AND NOT ${approvedBy(office)}
            AND EXISTS (SELECT 1 FROM regional_office o WHERE o.code = ${office} AND ${isToApprove}))`,
      ...[
        statesWith('unsent'),
        statesWith('hostsTurn'),
        statesWith('guestsTurn'),
        statesWith('carriesProposal'),
      ],
      ...[statesWith('editable'), statesWith('awaitsAnswer')],
    );
    return this.database.query(
      `SELECT v.id, v.title, v.state, ${nameOnVisit('g')} AS "guestUnitName", ${nameOnVisit('h')} AS "hostUnitName",
         coalesce(v.proposed_starts_at, v.starts_at) AS "startsAt",
         coalesce(v.proposed_ends_at, v.ends_at) AS "endsAt",
         CASE WHEN v.proposed_starts_at IS NULL THEN v.own_hours ELSE v.proposed_own_hours END AS "ownHours", h.time_zone AS "timeZone",
         ${units} && ARRAY[v.guest_unit, v.host_unit] AS "isOwn",
         coalesce(${standsIn}, false) AS "standsIn", coalesce(${isLeft}, false) AS "isLeft", v.proposed_by AS "proposedBy", v.proposed_at AS "proposedAt", v.asked_party AS "askedParty", ${shortestNoticeOfVisit} AS "shortestNoticeDays"
       FROM visit v JOIN unit g ON g.code = v.guest_unit JOIN unit h ON h.code = v.host_unit
       JOIN hosting_policy p ON p.unit = v.host_unit
       WHERE ${where.sql} ORDER BY v.starts_at, v.id LIMIT 100`,
      where.parameters,
    );
  }
}
