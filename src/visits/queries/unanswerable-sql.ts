import { usesSambang } from '../../units/index.js';

/**
 * Whether visit `v` at host `h` waits for an answer that nobody at the host can give by an account, as SQL.
 *
 * @param hosts place of the states in which the host has the request to answer
 * @param proposed place of those in which a proposal may be pending
 */
export const waitsForAbsentHost = (hosts: string, proposed: string): string =>
  `(((v.state = ANY (${hosts}) AND v.proposed_by IS NULL) OR (v.state = ANY (${proposed}) AND v.proposed_by = 'guest'))
    AND NOT ${usesSambang('v.host_unit')})`;

/** Whether nobody at the regional office of host `h` has an active account either, as SQL. */
export const officeIsAbsent = `NOT ${usesSambang(`'kanwil-' || h.regional_office`)}`;
