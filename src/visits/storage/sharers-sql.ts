/**
 * Names of all who share the mail address of a participant `p` in its visit, the own one among them, as an array.
 *
 * @param which a condition on a sharer `x`
 */
export const sharersOf = (which = 'true'): string => `ARRAY(SELECT x.name FROM visit_participant x
  WHERE x.visit_id = p.visit_id AND (x.id = p.id OR x.email = p.email) AND ${which} ORDER BY x.created_at, x.id)`;
