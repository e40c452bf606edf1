import { containing } from '../../platform/database/conditions.js';
import { partnerKey } from '../domain/partner-names.js';

/**
 * How a unit was called on a day, as SQL: the name that it bore or will bear then, else the one it bears.
 *
 * @param unit alias of the unit
 * @param day a date, as SQL; NULL for today
 */
export const nameOn = (unit: string, day: string): string =>
  `coalesce((SELECT un.name FROM unit_name un WHERE un.unit = ${unit}.code AND un.during @> ${day}), ${unit}.name)`;

/** The same on the day of an instant, by the clock of a zone; both as SQL. */
export const nameAt = (unit: string, at: string, zone: string): string =>
  nameOn(unit, `(${at} AT TIME ZONE ${zone})::date`);

/**
 * How a unit was called on the day of a visit, by the host's clock: what every statement shows that names the units of
 * a visit.
 *
 * @param unit alias of the unit
 * @param visit alias of the visit
 * @param host alias of the visit's host
 */
export const nameOnVisit = (unit: string, visit = 'v', host = 'h'): string =>
  nameAt(unit, `${visit}.starts_at`, `${host}.time_zone`);

/** Whether a unit has, had or will have a name that matches a pattern, as SQL. */
export const everNamed = (unit: string, pattern: string): string =>
  `(${unit}.name ILIKE ${pattern} OR EXISTS (
    SELECT 1 FROM unit_name un WHERE un.unit = ${unit}.code AND un.name ILIKE ${pattern}))`;

/** What a partner's names are held against where words are looked for; null where no letter is among them. */
export const partnerPattern = (words: string | undefined): string | null =>
  containing(partnerKey(words ?? '')) ?? null;

/** Whether an organisation is a partner with a name, whichever way it is written, that matches `partnerPattern`, as SQL. */
export const partnerNamed = (unit: string, pattern: string): string =>
  `EXISTS (SELECT 1 FROM partner_name pn WHERE pn.partner = ${unit}.code AND pn.key LIKE ${pattern})`;
