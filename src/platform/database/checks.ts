/** CHECK of a date column: within the range of `platform/text/date-range.ts`. */
export const dateInRange = (column: string): string =>
  `${column} >= '2000-01-01' AND ${column} <= '2100-12-31'`;

/** CHECK of a timestamptz column: within the range of `platform/text/date-range.ts`. */
export const instantInRange = (column: string): string =>
  `${column} >= '2000-01-01T00:00:00Z' AND ${column} < '2101-01-01T00:00:00Z'`;

/** CHECK of a text column with a closed set of values. */
export const isOneOf = (column: string, values: readonly string[]): string =>
  `${column} IN (${values.map((value) => `'${value}'`).join(', ')})`;
