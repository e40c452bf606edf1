import type { Conditions } from '../../platform/database/conditions.js';
import type { Actor } from '../../platform/security/actor.js';
import { arrangedUnits, can } from '../../platform/security/capabilities.js';
import { countingFor } from '../../units/index.js';
import { mayLastTo } from './visit-times.js';

/** The condition that the visit `v` was ever submitted; what was not is the guest's alone. */
export const wasSubmitted = 'v.submitted_at IS NOT NULL';

/** The condition that the visit `v` was entered after it was over: nobody is asked, reminded or mailed about it. */
export const enteredAfterwards = '(v.recorded_by IS NOT NULL AND v.created_at >= v.ends_at)';

/** The condition that nobody objects to the visit `v` as it was entered; what is disputed counts nowhere. */
export const isUndisputed = 'v.disputed_at IS NULL';

/** The condition that a unit, a column or a place of the statement, may be told of the visit `v`. */
export const mayBeTold = (unit: string): string => `(${wasSubmitted} OR v.guest_unit = ${unit})`;

/** Whoever reads all visits that were ever submitted, of whatever unit. */
export const readsAll = (actor: Actor): boolean => can(actor, 'visits.read-all');

/**
 * As which readers of the table `visit_reader` somebody finds visits; the same rule as `mayRead`: what was never submitted
 * belongs to the guest's own people, everything else to host and guests, their regional offices, and whoever takes part.
 *
 * @param withAsked also the visits that the own organisation was asked to join, as `mayReadFacts`
 */
export function readersOf(actor: Actor, withAsked = false): string[] {
  const own = arrangedUnits(actor);
  const { regionalOffice } = actor;
  return [
    ...readersAtHome(actor),
    ...(withAsked ? own.map((unit) => reader('asked', unit)) : []),
    ...(can(actor, 'visits.oversee') && regionalOffice !== null ? [reader('office', regionalOffice)] : []),
    reader('mail', actor.email),
  ];
}

/** Those among them as which somebody finds also what was never submitted. */
export const readersAtHome = (actor: Actor): string[] =>
  arrangedUnits(actor).map((unit) => reader('unit', unit));

/** Readers as a statement for them: an organisation with those that merged into it, places of the statement all. */
export const asUnit = (code: string): string =>
  `SELECT 'unit:' || ru.code FROM unit ru WHERE ru.code IN ${countingFor(code)}`;
export const asOffice = (code: string): string => `SELECT 'office:' || ${code}::text`;
export const asAddress = (email: string): string => `SELECT 'mail:' || ${email}::text`;

/**
 * The condition that the visit `v` is one of what readers, a statement for them, find and that may last beyond an instant.
 * What was never submitted is found too, as the unit whose it is.
 */
export const foundAs = (
  readers: string,
  since: string,
): string => `v.id IN (SELECT me.visit_id FROM visit_reader me
  WHERE me.reader IN (${readers}) AND ${mayLastTo(since, 'me.starts_at')})`;

const reader = (as: 'unit' | 'asked' | 'office' | 'mail', who: string): string => [as, who].join(':');

/** The condition that somebody may see the visit `v` in a list. */
export function isVisibleTo(actor: Actor, where: Conditions, withAsked = false): string {
  const readers = where.place(readersOf(actor, withAsked));
  // OFFSET has it asked of each visit that is found; without, a plan may read all that somebody may see to find a few.
  const isReader = `EXISTS (SELECT FROM visit_reader me WHERE me.visit_id = v.id AND me.reader = ANY (${readers}::text[]) OFFSET 0)`;
  return readsAll(actor) ? `(${wasSubmitted} OR ${isReader})` : isReader;
}

/** Leaves only the visits somebody may see in a list. The statement calls the visit `v`. */
export function visibleTo(actor: Actor, where: Conditions, withAsked = false): void {
  const condition = isVisibleTo(actor, where, withAsked);
  where.add(() => condition);
}
