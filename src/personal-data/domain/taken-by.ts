/** Who took a file away without an account. */
export const BY_OWN_LINK = 'lewat tautan pribadi';
