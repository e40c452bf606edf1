/**
 * Other addresses of a participant `p` of a visit `v`: what officers of a unit said of the same invited address, in any
 * visit in which that unit answers for it.
 */
export const aliasesOf = `ARRAY(
  SELECT DISTINCT k.sender FROM known_sender k JOIN visit_participant q ON q.id = k.participant_id
  WHERE q.email = p.email AND (k.unit = v.guest_unit AND p.side IN ('guest', 'invited')
    OR k.unit = v.host_unit AND p.side IN ('host', 'invited')))`;
