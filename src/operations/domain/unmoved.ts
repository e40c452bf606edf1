/** How many documents that lie in the database still are counted at the most. */
export const MOST_COUNTED = 10_000;
