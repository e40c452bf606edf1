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

/**
 * Leaves only the results `r` of units `g` that are looked at, by the day on which they were counted: those of visits that took
 * place, and of practices that are published for everybody.
 */
export function resultsWithin(scope: Scope, where: Conditions): void {
  where.add((from, to) => months(from, to, 'r.measured_on'), first(scope.from), first(scope.to));
  where.add(
    (states) =>
      `r.visit_id IN (SELECT v.id FROM visit v WHERE v.id = r.visit_id AND v.state = ANY (${states}) AND ${isUndisputed})
       OR r.note_id IN (SELECT n.id FROM note n WHERE n.id = r.note_id AND n.state = 'published' AND n.visibility = 'nation')`,
    statesWith('agreed'),
  );
  where.addIf((office) => `g.regional_office = ${office}`, scope.office ?? undefined);
  where.addIf(
    (program) =>
      `EXISTS (SELECT 1 FROM visit_program x WHERE x.visit_id = r.visit_id AND x.program = ${program}
         UNION ALL SELECT 1 FROM note_program y WHERE y.note_id = r.note_id AND y.program = ${program})`,
    scope.program ?? undefined,
  );
}

function sharedWithin({ office }: Pick<Scope, 'office'>, where: Conditions): void {
  if (office !== null) where.add((code) => `${code} IN (g.regional_office, h.regional_office)`, office);
}

/** Conditions that leave what is kept of a scope and of the period before it, and what tells them apart. */
export interface Counted {
  where: Conditions;
  /** True in the period itself, false in the one before. */
  isNow: string;
}

/**
 * Of the sums that are kept by place, day and program (`sinergi_total c`).
 *
 * @param cubes which sums
 * @param programs one sum for all programs (or the scope's), or one for each
 * @param places the sum of the place, or those of its regions one by one
 */
export function summed(
  scope: Scope,
  cubes: readonly string[],
  programs: 'all' | 'each' = 'all',
  places: 'own' | 'regions' = 'own',
): Counted {
  const where = new Conditions();
  where.add((names) => `c.cube = ANY (${names})`, cubes);
  where.add(
    (place) =>
      places === 'own'
        ? `c.place = ${place}`
        : `c.place = ANY (ARRAY(SELECT code FROM regional_office o WHERE ${place} IN ('', o.code)))`,
    scope.office ?? '',
  );
  if (programs === 'each' && scope.program === null) where.add(() => `c.program <> ''`);
  else where.add((program) => `c.program = ${program}`, scope.program ?? '');
  return { where, isNow: countedIn(scope, 'c.day', where) };
}

/** Of the counts that are kept by both units and month (`sinergi_count c`). */
export function counted(scope: Scope, cubes: readonly string[]): Counted {
  const where = new Conditions();
  where.add((names) => `c.cube = ANY (${names})`, cubes);
  where.add((program) => `c.program = ${program}`, scope.program ?? '');
  return { where, isNow: countedIn(scope, 'c.month', where) };
}

/** Adds the months of a scope and of the period before it; returns what tells the two apart. */
function countedIn(scope: Scope, column: string, where: Conditions): string {
  const [start, from, to] = [periodBefore(scope).from, scope.from, scope.to].map((month) =>
    where.place(first(month)),
  );
  where.add(() => `${column} BETWEEN ${start}::date AND ${to}::date`);
  return `${column} >= ${from}::date`;
}
