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

/** How many visits lie in a day. */
export interface DayOfMany {
  /** `YYYY-MM-DD`, in the reader's zone */
  date: string;
  visits: number;
}

/** The visits of a period, or, of more than can be told one by one, how many there are each day; one of them is empty. */
export interface VisitsOfPeriod {
  visits: VisitOnDays[];
  manyByDay: DayOfMany[];
}

/** More than this nobody reads in a calendar one by one. */
const MOST = 300;

/** Visits somebody may see whose time, or the time proposed for them, lies in a period; one statement, of many or none two. */
@Injectable()
export class CalendarVisits {
  constructor(private readonly database: Database) {}

  async execute(actor: Actor, filter: CalendarFilter): Promise<VisitsOfPeriod> {
    const visits = await this.oneByOne(actor, filter);
    return { visits, manyByDay: visits.length === 0 ? await this.byDay(actor, filter) : [] };
  }

  /** The visits in order, and none of more than the most. */
  private oneByOne(actor: Actor, filter: CalendarFilter): Promise<VisitOnDays[]> {
    const where = conditionsOf(actor, filter);
    const most = where.place(MOST);
    return this.database.query(
      `WITH found AS MATERIALIZED (
         SELECT v.id FROM visit v ${regions} WHERE ${where.sql} ORDER BY v.starts_at, v.id LIMIT ${most}::int + 1)
       SELECT v.id, v.state, v.submitted_at AS "submittedAt", v.title, v.place, v.guest_unit AS "guestUnit", ${nameOnVisit('g')} AS "guestUnitName",
         g.regional_office AS "guestRegionalOffice", v.host_unit AS "hostUnit", ${nameOnVisit('h')} AS "hostUnitName",
         h.regional_office AS "hostRegionalOffice", h.time_zone AS "timeZone", v.starts_at AS "startsAt",
         v.ends_at AS "endsAt", v.own_hours AS "ownHours", v.proposed_by AS "proposedBy", v.proposed_starts_at AS "proposedStartsAt",
         v.proposed_ends_at AS "proposedEndsAt", v.proposed_own_hours AS "proposedOwnHours", ${jointSelection}
       FROM found JOIN visit v ON v.id = found.id ${units}
       WHERE (SELECT count(*) FROM found) <= ${most}::int ORDER BY v.starts_at, v.id`,
      where.parameters,
    );
  }

  /** How many of them lie in each day, in the reader's zone; one that ends at midnight not in the day that then begins. */
  private byDay(actor: Actor, filter: CalendarFilter): Promise<DayOfMany[]> {
    const where = conditionsOf(actor, filter);
    const [zone, from, to] = [where.place(actor.timeZone), where.place(filter.from), where.place(filter.to)];
    const dateOf = (at: string): string => `((${at}) AT TIME ZONE ${zone}::text)::date::timestamp`;
    return this.database.query(
      `SELECT to_char(day, 'YYYY-MM-DD') AS date, count(*)::int AS visits
       FROM (SELECT v.starts_at, v.ends_at FROM visit v ${regions} WHERE ${where.sql}) v,
         generate_series(${dateOf(`greatest(v.starts_at, ${from})`)},
           ${dateOf(`least(v.ends_at, ${to}) - interval '1 microsecond'`)}, interval '1 day') day
       GROUP BY day ORDER BY day`,
      where.parameters,
    );
  }
}

const units = 'JOIN unit g ON g.code = v.guest_unit JOIN unit h ON h.code = v.host_unit';

/** OFFSET has each visit's two units looked up; without, all units may be gone through for each visit. */
const regions = `CROSS JOIN LATERAL (SELECT u.regional_office FROM unit u WHERE u.code = v.guest_unit OFFSET 0) g
  CROSS JOIN LATERAL (SELECT u.regional_office FROM unit u WHERE u.code = v.host_unit OFFSET 0) h`;

function conditionsOf(actor: Actor, { scope, states, program, unit, from, to }: CalendarFilter): Conditions {
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
      (own) => `v.guest_unit = ANY (${own}) OR v.host_unit = ANY (${own}) OR ${hasAnyJoined(own)}`,
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
  return where;
}
