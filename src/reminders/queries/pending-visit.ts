/**
 * Since when a pending visit `v` waits for an answer: its last proposal, else its request.
 *
 * @param hostsTurn the place of the states in which the host has the request to answer
 */
export const waitingSince = (hostsTurn: string): string => `coalesce(v.proposed_at, (
    SELECT max(x.at) FROM visit_history x
    WHERE x.visit_id = v.id AND x.to_state = ANY (${hostsTurn}) AND (x.from_state = ANY (${hostsTurn})) IS NOT TRUE
  ), v.created_at) AS "waitingSince"`;

/**
 * The times of a visit `v`: of a pending one those proposed last; a standing one keeps its own until they are taken.
 *
 * @param awaitsAnswer the place of the states in which a visit is pending
 */
export const timesToTell = (awaitsAnswer: string): string =>
  (['starts', 'ends'] as const)
    .map(
      (end) =>
        `CASE WHEN v.state = ANY (${awaitsAnswer}) THEN coalesce(v.proposed_${end}_at, v.${end}_at)
         ELSE v.${end}_at END AS "${end}At"`,
    )
    .concat(
      `CASE WHEN v.state = ANY (${awaitsAnswer}) AND v.proposed_starts_at IS NOT NULL THEN v.proposed_own_hours
         ELSE v.own_hours END AS "ownHours"`,
    )
    .join(', ');
