/** Collation of names and titles that lists are sorted by; the migrations make it. */
export const INDONESIAN = 'indonesian';
