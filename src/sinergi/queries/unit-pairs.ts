import type { Conditions } from '../../platform/database/conditions.js';
import { monthsIn } from '../domain/period.js';
import type { Scope } from '../domain/scope.js';
import { isAgreed } from './scope.js';

/** The kept counts of who visited whom: each visit with its leading guest, and each guest that joined. */
export const pairCubes = ['visits', 'joined'] as const;

/**
 * The counts of visits of a period that were agreed upon, by guest and host, as a table to select from: of a region those of
 * its guests, and those of its hosts from elsewhere, each found by its index.
 */
export function agreedPairs(scope: Scope, where: Conditions): string {
  const [cubes, program] = [where.place(pairCubes), where.place(scope.program ?? '')];
  const months = where.place(monthsIn(scope).map((month) => `${month}-01`));
  const of = `c.cube = ANY (${cubes}) AND c.program = ${program} AND c.month = ANY (${months}::date[])
    AND ${isAgreed('c.mark', where)}`;
  if (scope.office === null)
    return `(SELECT c.guest_unit, c.host_unit, c.count FROM sinergi_count c WHERE ${of})`;
  const units = `ARRAY(SELECT code FROM unit WHERE regional_office = ${where.place(scope.office)})`;
  return `(SELECT c.guest_unit, c.host_unit, c.count FROM sinergi_count c WHERE ${of} AND c.guest_unit = ANY (${units})
    UNION ALL
    SELECT c.guest_unit, c.host_unit, c.count FROM sinergi_count c
    WHERE ${of} AND c.host_unit = ANY (${units}) AND NOT c.guest_unit = ANY (${units}))`;
}
