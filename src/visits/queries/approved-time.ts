import { kanwilPrefix } from '../../platform/security/organisation.js';

/**
 * The condition that a regional office, a column or a place of the statement, approved the time of the visit `v` that
 * waits for a yes, the proposed one or its own: some approval covers it. Approved for one day is not approved for another.
 */
export const approvedBy = (office: string): string =>
  `EXISTS (SELECT 1 FROM visit_approval a WHERE a.visit_id = v.id AND a.regional_office = ${office}
     AND a.during @> tstzrange(coalesce(v.proposed_starts_at, v.starts_at), coalesce(v.proposed_ends_at, v.ends_at)))`;

/**
 * The condition that a regional office `o` has to approve the visit `v` of the guest `g` to the host `h`, of which it
 * oversees one: what it leads or receives itself it has no need to approve.
 */
export const isToApprove = `o.code IN (g.regional_office, h.regional_office)
  AND '${kanwilPrefix}' || o.code NOT IN (v.guest_unit, v.host_unit)
  AND CASE WHEN g.regional_office = h.regional_office THEN o.approves_inside ELSE o.approves_across END`;
