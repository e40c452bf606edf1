/**
 * Whether an organisation uses Sambang, as SQL: somebody there has an active account, and so sees and answers what is
 * asked. The view is kept beside the accounts.
 *
 * @param code code of the organisation, as SQL
 */
export const usesSambang = (code: string): string =>
  `EXISTS (SELECT 1 FROM staffed_unit su WHERE su.unit = ${code})`;

/**
 * Whether somebody at unit `u` can answer, as SQL: by an account, or by the link in a mail to the unit's own address.
 */
export const canAnswer = `(u.email IS NOT NULL OR ${usesSambang('u.code')})`;
