/**
 * On whose word data is erased: by the own account, by the own link, or by a letter that an administrator entered;
 * or once more, since a backup brought back what was erased.
 */
export const erasureGrounds = ['account', 'link', 'letter', 'restored'] as const;
export type ErasureGround = (typeof erasureGrounds)[number];

/** Name of the sweep that goes through the erasures that wait. */
export const ERASE = 'personal-data.erase';
