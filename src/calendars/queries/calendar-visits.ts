import type { OwnHours } from '../../platform/text/day-hours.js';
import { Injectable } from '@nestjs/common';
import { Conditions } from '../../platform/database/conditions.js';
import { Database } from '../../platform/database/database.js';
import { unitsOf } from '../../platform/security/capabilities.js';
import type { Actor } from '../../platform/security/actor.js';
import type { Zone } from '../../platform/text/zones.js';
import { nameOnVisit } from '../../units/index.js';
import {
  endsAfter,
  takesPart,
  hasAnyJoined,
  hasJoinedFrom,
  jointSelection,
  mayReachInto,
  proposalEndsAfter,
  readersOf,
  readsAll,
  visibleTo,
  type VisitState,
  visitIsOf,
} from '../../visits/index.js';

export const calendarScopes = ['saya', 'unit', 'wilayah', 'semua'] as const;
/** Visits somebody takes part in, those of the own unit, of the own region, or all that somebody may see. */
export type CalendarScope = (typeof calendarScopes)[number];

export interface CalendarFilter {
  scope: CalendarScope;
  states: readonly VisitState[];
  program: string | undefined;
  /** Only visits of which this unit is host or one of the guests. */
  unit: string | undefined;
  /** Visits that end after this instant. */
  from: Date;
  /** Visits that start before this instant. */
  to: Date;
}

/** A visit in a calendar: nothing of it that a stranger to its people should not read. */
export interface VisitOnDays {
  id: string;
  state: VisitState;
  submittedAt: Date | null;
  title: string;
  place: string;
  guestUnit: string;
  guestUnitName: string;
  guestRegionalOffice: string | null;
  hostUnit: string;
  hostUnitName: string;
  hostRegionalOffice: string | null;
  joinedGuests: string[];
  askedGuests: string[];
  joinedOffices: string[];
  timeZone: Zone;
  startsAt: Date;
  endsAt: Date;
  ownHours: OwnHours | null;
  proposedBy: 'guest' | 'host' | null;
  proposedStartsAt: Date | null;
  proposedEndsAt: Date | null;
  proposedOwnHours: OwnHours | null;
}

const MOST = 1000;

/** Visits somebody may see whose time, or the time proposed for them, lies in a period; one statement. */
@Injectable()
export class CalendarVisits {
  constructor(private readonly database: Database) {}

  execute(actor: Actor, { scope, states, program, unit, from, to }: CalendarFilter): Promise<VisitOnDays[]> {
    const where = new Conditions();
    where.add((p) => `v.state = ANY (${p})`, states);
    where.add(
      (start, end) =>
        `v.starts_at < ${end} AND ${endsAfter(start)} OR v.proposed_starts_at < ${end} AND ${proposalEndsAfter(start)}`,
      from,
      to,
    );
    // The same again, of those alone whom the visit concerns, so that nobody else's visits of the period are read.
    if (!readsAll(actor)) {
      where.add(
        (readers, start, end) =>
          `v.id IN (SELECT me.visit_id FROM visit_reader me
             WHERE me.reader = ANY (${readers}::text[]) AND ${mayReachInto('me.starts_at', start, end)}
           UNION ALL SELECT p.id FROM visit p WHERE ${mayReachInto('p.proposed_starts_at', start, end)})`,
        readersOf(actor),
        from,
        to,
      );
    }
    where.addIf(visitIsOf, program);
    where.addIf(takesPart, unit);
    if (scope === 'unit') {
      where.add(
        (units) => `v.guest_unit = ANY (${units}) OR v.host_unit = ANY (${units}) OR ${hasAnyJoined(units)}`,
        unitsOf(actor),
      );
    }
    if (scope === 'wilayah') {
      where.add(
        (p) => `${p} IN (g.regional_office, h.regional_office) OR ${hasJoinedFrom(p)}`,
        actor.regionalOffice,
      );
    }
    if (scope === 'saya') {
      where.add(
        (p) => `EXISTS (SELECT 1 FROM visit_participant t WHERE t.visit_id = v.id AND t.email = ${p})`,
        actor.email,
      );
    }
    visibleTo(actor, where);
    return this.database.query(
      `SELECT v.id, v.state, v.submitted_at AS "submittedAt", v.title, v.place, v.guest_unit AS "guestUnit", ${nameOnVisit('g')} AS "guestUnitName",
         g.regional_office AS "guestRegionalOffice", v.host_unit AS "hostUnit", ${nameOnVisit('h')} AS "hostUnitName",
         h.regional_office AS "hostRegionalOffice", h.time_zone AS "timeZone", v.starts_at AS "startsAt",
         v.ends_at AS "endsAt", v.own_hours AS "ownHours", v.proposed_by AS "proposedBy", v.proposed_starts_at AS "proposedStartsAt",
         v.proposed_ends_at AS "proposedEndsAt", v.proposed_own_hours AS "proposedOwnHours", ${jointSelection}
       FROM visit v JOIN unit g ON g.code = v.guest_unit JOIN unit h ON h.code = v.host_unit
       WHERE ${where.sql} ORDER BY v.starts_at, v.id LIMIT ${MOST}`,
      where.parameters,
    );
  }
}
