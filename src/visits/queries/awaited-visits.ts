import { Injectable } from '@nestjs/common';
import { Conditions } from '../../platform/database/conditions.js';
import { Database } from '../../platform/database/database.js';
import type { Actor } from '../../platform/security/actor.js';
import { can } from '../../platform/security/capabilities.js';
import { statesWith } from '../domain/visit-state-traits.js';
import type { VisitState } from '../domain/visit-states.js';

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
  timeZone: string;
  proposedBy: 'guest' | 'host' | null;
  /** The host's, in days. */
  shortestNoticeDays: number;
}

/** Visits that wait for the actor's unit or regional office, in one statement: drafts, answers, approvals. */
@Injectable()
export class AwaitedVisits {
  constructor(private readonly database: Database) {}

  async execute(actor: Actor): Promise<AwaitedVisit[]> {
    const where = new Conditions();
    if (can(actor, 'visits.oversee')) {
      where.add(
        (office, states) => `v.state = ANY (${states})
          AND NOT EXISTS (SELECT 1 FROM visit_approval a WHERE a.visit_id = v.id AND a.regional_office = ${office})
          AND EXISTS (SELECT 1 FROM regional_office o
                      WHERE o.code = ${office} AND o.code IN (g.regional_office, h.regional_office)
                        AND CASE WHEN g.regional_office = h.regional_office THEN o.approves_inside
                            ELSE o.approves_across END)`,
        actor.regionalOffice,
        statesWith('awaitsAnswer'),
      );
    } else if (actor.unit !== null && can(actor, 'visits.arrange')) {
      where.add(
        (unit, unsent, hosts, proposed) => `(v.state = ANY (${unsent}) AND v.guest_unit = ${unit})
          OR (v.state = ANY (${hosts}) AND v.host_unit = ${unit})
          OR (v.state = ANY (${proposed}) AND v.proposed_by = 'guest' AND v.host_unit = ${unit})
          OR (v.state = ANY (${proposed}) AND v.proposed_by = 'host' AND v.guest_unit = ${unit})`,
        actor.unit,
        statesWith('unsent'),
        statesWith('hostsTurn'),
        statesWith('carriesProposal'),
      );
    } else {
      return [];
    }
    return this.database.query(
      `SELECT v.id, v.title, v.state, g.name AS "guestUnitName", h.name AS "hostUnitName",
         coalesce(v.proposed_starts_at, v.starts_at) AS "startsAt",
         coalesce(v.proposed_ends_at, v.ends_at) AS "endsAt", h.time_zone AS "timeZone",
         v.proposed_by AS "proposedBy", p.shortest_notice_days AS "shortestNoticeDays"
       FROM visit v JOIN unit g ON g.code = v.guest_unit JOIN unit h ON h.code = v.host_unit
       JOIN hosting_policy p ON p.unit = v.host_unit
       WHERE ${where.sql} ORDER BY v.starts_at, v.id LIMIT 100`,
      where.parameters,
    );
  }
}
