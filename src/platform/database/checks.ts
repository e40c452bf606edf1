/** CHECK of a date column: within the range of `platform/text/date-range.ts`. */
export const dateInRange = (column: string): string =>
  `${column} >= '2000-01-01' AND ${column} <= '2100-12-31'`;

/** CHECK of a timestamptz column: within the range of `platform/text/date-range.ts`. */
export const instantInRange = (column: string): string =>
  `${column} >= '2000-01-01T00:00:00Z' AND ${column} < '2101-01-01T00:00:00Z'`;

/** CHECK of a text column with a closed set of values. */
export const isOneOf = (column: string, values: readonly string[]): string =>
  `${column} IN (${values.map((value) => `'${value}'`).join(', ')})`;

/** CHECK of a document that may still lie in its row: its size in bytes, that of `LARGEST_FILE` at the most. */
export const keptSize = 'size BETWEEN 1 AND 20971520 AND (content IS NULL OR size = octet_length(content))';

/** CHECK of such a document: in its row or in the store of files, where it lies under its digest. */
export const keptOnce = 'num_nonnulls(content, stored) = 1 AND (stored IS NULL OR stored = sha256)';
