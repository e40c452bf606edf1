/**
 * Ids of the visits `x` that units lead or receive and that meet a condition, as a statement: each side is found by an index of
 * its own, which an OR of both would not be.
 *
 * @param units what the code of a unit is held against: `= ANY ($1)`, `IN (…)`
 */
export const visitsOfUnits = (units: string, condition: string): string =>
  `SELECT x.id FROM visit x WHERE x.guest_unit ${units} AND ${condition}
   UNION SELECT x.id FROM visit x WHERE x.host_unit ${units} AND ${condition}`;
