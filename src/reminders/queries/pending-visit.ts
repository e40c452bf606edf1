/** Since when a pending visit `v` waits for an answer: its last proposal, else its request. */
export const waitingSince = `coalesce(v.proposed_at, (
    SELECT max(x.at) FROM visit_history x
    WHERE x.visit_id = v.id AND x.to_state = 'requested' AND x.from_state IS DISTINCT FROM 'requested'
  ), v.created_at) AS "waitingSince"`;

/** The times of a visit `v`: of a pending one those proposed last; a confirmed one keeps its own until they are taken. */
export const timesToTell = (['starts', 'ends'] as const)
  .map(
    (end) =>
      `CASE WHEN v.state IN ('requested', 'counter-proposed') THEN coalesce(v.proposed_${end}_at, v.${end}_at)
         ELSE v.${end}_at END AS "${end}At"`,
  )
  .join(', ');
