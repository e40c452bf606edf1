/** Largest Word template, packed, in bytes. */
export const LARGEST_TEMPLATE = 5 * 1024 * 1024;
