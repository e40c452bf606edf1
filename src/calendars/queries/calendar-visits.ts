import { Injectable } from '@nestjs/common';
import { Conditions } from '../../platform/database/conditions.js';
import { Database } from '../../platform/database/database.js';
import type { Actor } from '../../platform/security/actor.js';
import { visibleTo, type VisitState } from '../../visits/index.js';

export const calendarScopes = ['saya', 'unit', 'wilayah', 'semua'] as const;
/** Visits somebody takes part in, those of the own unit, of the own region, or all that somebody may see. */
export type CalendarScope = (typeof calendarScopes)[number];

export interface CalendarFilter {
  scope: CalendarScope;
  states: readonly VisitState[];
  program: string | undefined;
  /** Only visits of which this unit is guest or host. */
  unit: string | undefined;
  /** Visits that end after this instant. */
  from: Date;
  /** Visits that start before this instant. */
  to: Date;
}

/** A visit in a calendar: nothing of it that a stranger to its people should not read. */
export interface CalendarVisit {
  id: string;
  state: VisitState;
  submittedAt: Date | null;
  title: string;
  place: string;
  guestUnit: string;
  guestUnitName: string;
  guestRegionalOffice: string;
  hostUnit: string;
  hostUnitName: string;
  hostRegionalOffice: string;
  timeZone: string;
  startsAt: Date;
  endsAt: Date;
  proposedBy: 'guest' | 'host' | null;
  proposedStartsAt: Date | null;
  proposedEndsAt: Date | null;
}

const MOST = 1000;

const times = '(v.starts_at, v.ends_at), (v.proposed_starts_at, v.proposed_ends_at)';

/** Visits somebody may see whose time, or the time proposed for them, lies in a period; one statement. */
@Injectable()
export class CalendarVisits {
  constructor(private readonly database: Database) {}

  execute(
    actor: Actor,
    { scope, states, program, unit, from, to }: CalendarFilter,
  ): Promise<CalendarVisit[]> {
    const where = new Conditions();
    where.add((p) => `v.state = ANY (${p})`, states);
    where.add(
      (start, end) =>
        `EXISTS (SELECT 1 FROM (VALUES ${times}) AS t (s, e) WHERE t.e > ${start} AND t.s < ${end})`,
      from,
      to,
    );
    where.addIf(
      (p) => `EXISTS (SELECT 1 FROM visit_program x WHERE x.visit_id = v.id AND x.program = ${p})`,
      program,
    );
    where.addIf((p) => `${p} IN (v.guest_unit, v.host_unit)`, unit);
    if (scope === 'unit') where.add((p) => `${p} IN (v.guest_unit, v.host_unit)`, actor.unit);
    if (scope === 'wilayah') {
      where.add((p) => `${p} IN (g.regional_office, h.regional_office)`, actor.regionalOffice);
    }
    if (scope === 'saya') {
      where.add(
        (p) => `EXISTS (SELECT 1 FROM visit_participant t WHERE t.visit_id = v.id AND t.email = ${p})`,
        actor.email,
      );
    }
    visibleTo(actor, where);
    return this.database.query(
      `SELECT v.id, v.state, v.submitted_at AS "submittedAt", v.title, v.place, v.guest_unit AS "guestUnit", g.name AS "guestUnitName",
         g.regional_office AS "guestRegionalOffice", v.host_unit AS "hostUnit", h.name AS "hostUnitName",
         h.regional_office AS "hostRegionalOffice", h.time_zone AS "timeZone", v.starts_at AS "startsAt",
         v.ends_at AS "endsAt", v.proposed_by AS "proposedBy", v.proposed_starts_at AS "proposedStartsAt",
         v.proposed_ends_at AS "proposedEndsAt"
       FROM visit v JOIN unit g ON g.code = v.guest_unit JOIN unit h ON h.code = v.host_unit
       WHERE ${where.sql} ORDER BY v.starts_at, v.id LIMIT ${MOST}`,
      where.parameters,
    );
  }
}
