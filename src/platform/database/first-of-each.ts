interface Lists {
  /** What is gone through, as a source of rows: each has a list of its own. */
  of: string;
  /** The list of one of them, as a statement that gives `id` and the key, by an index in the order of both. */
  list: string;
  /** The column that all are ordered by, before `id`. */
  key: string;
  order?: 'ASC' | 'DESC' | 'asc' | 'desc';
  /** Place of the number of rows. */
  limit: string;
}

/** The first of several lists together, each row once: they are among the first of each, so that no list is read to its end. */
export function firstOfEach({ of, list, key, order = 'ASC', limit }: Lists): string {
  const ordered = `ORDER BY ${key} ${order}, id ${order} LIMIT ${limit}`;
  return `SELECT DISTINCT each.${key}, each.id FROM ${of} CROSS JOIN LATERAL (${list} ${ordered}) each ${ordered}`;
}
