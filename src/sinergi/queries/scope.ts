import type { Conditions } from '../../platform/database/conditions.js';

/** Which visits are looked at: those asked for that begin in a period, by the host's calendar. */
export interface Scope {
  /** Calendar dates `YYYY-MM-DD`, both in the period. */
  from: string;
  to: string;
  /** Visits with a unit of this regional office as guest or host; null for the whole country. */
  office: string | null;
  program: string | null;
}

/** The tables of a statement over visits: the visit is `v`, its guest `g` and its host `h`. */
export const visitsWithUnits =
  'visit v JOIN unit g ON g.code = v.guest_unit JOIN unit h ON h.code = v.host_unit';

/** States of visits that take place or took place. */
export const agreed = `('confirmed', 'held', 'closed')`;

/** Leaves only the visits that are looked at. Every figure and every list behind a figure asks by this alone. */
export function within(scope: Scope, where: Conditions): void {
  where.add(
    (from, to) =>
      `v.state <> 'draft' AND (v.starts_at AT TIME ZONE h.time_zone)::date BETWEEN ${from}::date AND ${to}::date`,
    scope.from,
    scope.to,
  );
  if (scope.office !== null) {
    where.add((office) => `${office} IN (g.regional_office, h.regional_office)`, scope.office);
  }
  if (scope.program !== null) {
    where.add(
      (program) =>
        `EXISTS (SELECT 1 FROM visit_program x WHERE x.visit_id = v.id AND x.program = ${program})`,
      scope.program,
    );
  }
}

/** When a visit was asked for, and when its host first answered: accepted, declined or proposed another time. */
export const asking = `(SELECT s.asked, min(a.at) AS answered
  FROM (SELECT min(y.at) AS asked FROM visit_history y WHERE y.visit_id = v.id AND y.action = 'submit') s
  JOIN visit_history a ON a.visit_id = v.id AND a.action IN ('accept', 'decline', 'propose') AND a.at >= s.asked
  GROUP BY s.asked)`;
