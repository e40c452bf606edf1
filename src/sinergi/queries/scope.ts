import { Conditions } from '../../platform/database/conditions.js';
import { noteIsOf } from '../../notes/index.js';
import { hasJoinedFrom, isUndisputed, statesWith, visitIsOf, wasSubmitted } from '../../visits/index.js';
import { periodBefore } from '../domain/period.js';
import { placeOf, type Place, type Scope } from '../domain/scope.js';

/** The tables of a statement over visits: the visit is `v`, its guest `g` and its host `h`. */
export const visitsWithUnits =
  'visit v JOIN unit g ON g.code = v.guest_unit JOIN unit h ON h.code = v.host_unit';

/** The condition that a column's state is one of visits that take place or took place. */
export const isAgreed = (column: string, where: Conditions): string =>
  `${column} = ANY (${where.place(statesWith('agreed'))})`;

const months = (from: string, to: string, at: string): string =>
  `${at} >= ${from}::date AND ${at} < ${to}::date + interval '1 month'`;
const first = (month: string): string => `${month}-01`;

/** The kept counts of who visited whom: each visit with its leading guest, and each guest that joined. */
export const pairCubes = ['visits', 'joined'] as const;

/** What of a visit happened in a period: that it began, or another instant of it, as SQL. */
const BEGINS = 'v.starts_at';

/**
 * Leaves only the visits of which something happened in the period that is looked at. Every list behind a figure of what
 * happened asks by this alone.
 */
export function within(scope: Scope, where: Conditions, instant = BEGINS, ofJoined = false): void {
  where.add(
    (from, to) =>
      // The first line is for the index: no zone is further than a day from UTC.
      `${instant} >= ${from}::date - 1 AND ${instant} < ${to}::date + interval '1 month 1 day'
       AND ${months(from, to, `(${instant} AT TIME ZONE h.time_zone)`)}`,
    first(scope.from),
    first(scope.to),
  );
  standing(placeOf(scope), where, ofJoined);
}

/**
 * Leaves only the visits of a place, whenever they are. Every list behind a figure of now asks by this alone.
 *
 * @param ofJoined also those that only a joined guest makes visits of the region, as pairs of guest and host count them
 */
export function standing(place: Place, where: Conditions, ofJoined = false): void {
  where.add(() => `${wasSubmitted} AND ${isUndisputed}`);
  const { office } = place;
  if (ofJoined && office !== null) {
    where.add((p) => `${p} IN (g.regional_office, h.regional_office) OR ${hasJoinedFrom(p)}`, office);
  } else sharedWithin(place, where);
  where.addIf(visitIsOf, place.program ?? undefined);
}

/** Leaves only the replications `r` between units `g` (who copied) and `h` that are looked at, by when they began. */
export function replicationsWithin(scope: Scope, where: Conditions): void {
  where.add(
    (from, to) =>
      `${months(from, to, 'r.since')} AND NOT EXISTS (SELECT 1 FROM follow_up f JOIN visit v ON v.id = f.visit_id
         WHERE f.id = r.follow_up_id AND NOT ${isUndisputed})`,
    first(scope.from),
    first(scope.to),
  );
  sharedWithin(scope, where);
  if (scope.program !== null) {
    where.add(
      (program) =>
        `EXISTS (SELECT 1 FROM follow_up f JOIN visit_program x ON x.visit_id = f.visit_id
           WHERE f.id = r.follow_up_id AND x.program = ${program})`,
      scope.program,
    );
  }
}

/** Leaves only the notes `n` of units `g` that are looked at, by when they were published for everybody. */
export function notesWithin(scope: Scope, where: Conditions): void {
  where.add(
    (from, to) =>
      `n.state = 'published' AND n.visibility = 'nation' AND ${months(from, to, '(n.published_at AT TIME ZONE g.time_zone)')}`,
    first(scope.from),
    first(scope.to),
  );
  where.addIf((office) => `g.regional_office = ${office}`, scope.office ?? undefined);
  where.addIf(noteIsOf, scope.program ?? undefined);
}

function sharedWithin({ office }: Pick<Scope, 'office'>, where: Conditions): void {
  if (office !== null) where.add((code) => `${code} IN (g.regional_office, h.regional_office)`, office);
}

/** The tables of a statement over kept counts: the count is `c`, its guest `g` and its host `h`. */
export const countsWithUnits =
  'sinergi_count c JOIN unit g ON g.code = c.guest_unit JOIN unit h ON h.code = c.host_unit';

/** The same where nothing else is asked of the units: of the whole country the counts alone. */
export const countsOf = ({ office }: Pick<Scope, 'office'>): string =>
  office === null ? 'sinergi_count c' : countsWithUnits;

/** Conditions that leave the kept counts of a scope and of the period before it, and what tells them apart. */
export interface Counted {
  where: Conditions;
  /** True in the period itself, false in the one before. */
  isNow: string;
}

/**
 * @param cubes which counts: `visits`, `joined`, `answers`, `summaries`, `follow-ups`, `replications`, `notes`
 * @param programs one count for all programs (or the scope's), or one for each
 */
export function counted(scope: Scope, cubes: readonly string[], programs: 'all' | 'each' = 'all'): Counted {
  const where = new Conditions();
  where.add((names) => `c.cube = ANY (${names})`, cubes);
  if (programs === 'each' && scope.program === null) where.add(() => `c.program <> ''`);
  else where.add((program) => `c.program = ${program}`, scope.program ?? '');
  const isNow = countedMonths(scope, where);
  sharedWithin(scope, where);
  return { where, isNow };
}

/** Conditions that leave the kept counts of a place as they stand now. */
export function countedNow(place: Place, cubes: readonly string[]): Conditions {
  const where = new Conditions();
  where.add((names) => `c.cube = ANY (${names})`, cubes);
  where.add((program) => `c.program = ${program}`, place.program ?? '');
  sharedWithin(place, where);
  return where;
}

/** Adds the months of a scope and of the period before it; returns what tells the two apart. */
function countedMonths(scope: Scope, where: Conditions): string {
  const [start, from, to] = [periodBefore(scope).from, scope.from, scope.to].map((month) =>
    where.place(first(month)),
  );
  where.add(() => `c.month BETWEEN ${start}::date AND ${to}::date`);
  return `c.month >= ${from}::date`;
}
