import type { OwnHours } from '../../platform/text/day-hours.js';
import { Injectable } from '@nestjs/common';
import { Conditions } from '../../platform/database/conditions.js';
import { Database } from '../../platform/database/database.js';
import type { Actor } from '../../platform/security/actor.js';
import { arrangedUnits, can } from '../../platform/security/capabilities.js';
import type { Zone } from '../../platform/text/zones.js';
import { nameOnVisit, shortestNoticeOfVisit, usesSambang } from '../../units/index.js';
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
    const [hosts, proposed] = [
      where.place(statesWith('hostsTurn')),
      where.place(statesWith('carriesProposal')),
    ];
    const absent = waitsForAbsentHost(hosts, proposed);
    const standIn = where.place(can(actor, 'visits.stand-in') ? actor.regionalOffice : null);
    const standsIn = `(${absent} AND h.regional_office = ${standIn}::text
        AND NOT coalesce(v.guest_unit = ANY (${units}), false))`;
    const isLeft = `(${absent} AND ${officeIsAbsent} AND ${where.place(seesLeft)}::boolean)`;
    const mine = where.place([...statesWith('unsent'), ...statesWith('guestsTurn')]);
    // Each of them is found by an index of its own; together, as an OR, none would be.
    const ofUnits = [
      `v.guest_unit = ANY (${units}) AND v.state = ANY (${mine})`,
      `v.guest_unit = ANY (${units}) AND v.state = ANY (${proposed}) AND v.proposed_by = 'host'`,
      `v.host_unit = ANY (${units}) AND v.state = ANY (${hosts}) AND v.proposed_by IS NULL`,
      `v.host_unit = ANY (${units}) AND v.state = ANY (${proposed}) AND v.proposed_by = 'guest'`,
      `v.host_unit = ANY (${units}) AND v.asked_party IS NOT NULL AND v.state = ANY (${where.place(statesWith('editable'))})`,
    ].map((condition) => `SELECT v.id FROM visit v WHERE ${condition}`);
    const found = [...ofUnits, ...overOthers(actor, where, { standsIn, isLeft })];
    return this.database.query(
      `SELECT v.id, v.title, v.state, ${nameOnVisit('g')} AS "guestUnitName", ${nameOnVisit('h')} AS "hostUnitName",
         coalesce(v.proposed_starts_at, v.starts_at) AS "startsAt",
         coalesce(v.proposed_ends_at, v.ends_at) AS "endsAt",
         CASE WHEN v.proposed_starts_at IS NULL THEN v.own_hours ELSE v.proposed_own_hours END AS "ownHours", h.time_zone AS "timeZone",
         ${units} && ARRAY[v.guest_unit, v.host_unit] AS "isOwn",
         coalesce(${standsIn}, false) AS "standsIn", coalesce(${isLeft}, false) AS "isLeft", v.proposed_by AS "proposedBy", v.proposed_at AS "proposedAt", v.asked_party AS "askedParty", ${shortestNoticeOfVisit} AS "shortestNoticeDays"
       FROM (${found.join(' UNION ')}) found CROSS JOIN LATERAL (SELECT * FROM visit x WHERE x.id = found.id OFFSET 0) v
       JOIN unit g ON g.code = v.guest_unit JOIN unit h ON h.code = v.host_unit JOIN hosting_policy p ON p.unit = v.host_unit
       ORDER BY v.starts_at, v.id LIMIT 100`,
      where.parameters,
    );
  }
}

/** Ids of what waits for who oversees units: to be approved, or to be answered for those at which nobody can. */
function overOthers(
  actor: Actor,
  where: Conditions,
  { standsIn, isLeft }: Record<'standsIn' | 'isLeft', string>,
): string[] {
  const absent = `NOT ${usesSambang('u.code')}`;
  const found: string[] = [];
  if (can(actor, 'visits.stand-in') && actor.regionalOffice !== null) {
    const office = where.place(actor.regionalOffice);
    found.push(ofUnitsWhere(where, 'host_unit', `u.regional_office = ${office} AND ${absent}`, standsIn));
  }
  if (can(actor, 'people.manage-above')) {
    const alone = `${absent} AND NOT ${usesSambang(`'kanwil-' || u.regional_office`)}`;
    found.push(ofUnitsWhere(where, 'host_unit', alone, isLeft));
  }
  if (can(actor, 'visits.oversee') && actor.regionalOffice !== null) {
    const office = where.place(actor.regionalOffice);
    const asked = where.place(statesWith('awaitsAnswer'));
    const approving = `u.regional_office = ${office} AND EXISTS (SELECT FROM regional_office o
      WHERE o.code = ${office} AND (o.approves_inside OR o.approves_across))`;
    const toApprove = `(v.state = ANY (${asked}) OR v.proposed_by IS NOT NULL)
      AND NOT ${approvedBy(office)} AND EXISTS (SELECT 1 FROM regional_office o WHERE o.code = ${office} AND ${isToApprove})`;
    found.push(
      ofUnitsWhere(where, 'guest_unit', approving, toApprove),
      ofUnitsWhere(where, 'host_unit', approving, toApprove),
    );
  }
  return found;
}

/** Ids of unanswered visits of the units `u`; OFFSET has each of these units' few looked up, not all that wait anywhere. */
function ofUnitsWhere(
  where: Conditions,
  side: 'guest_unit' | 'host_unit',
  units: string,
  condition: string,
): string {
  const unanswered = where.place([
    ...statesWith('hostsTurn'),
    ...statesWith('carriesProposal'),
    ...statesWith('awaitsAnswer'),
  ]);
  return `SELECT v.id FROM (SELECT u.code FROM unit u WHERE ${units} OFFSET 0) r
    CROSS JOIN LATERAL (SELECT * FROM visit x WHERE x.${side} = r.code AND x.state = ANY (${unanswered}) OFFSET 0) v
    JOIN unit g ON g.code = v.guest_unit JOIN unit h ON h.code = v.host_unit WHERE ${condition}`;
}
