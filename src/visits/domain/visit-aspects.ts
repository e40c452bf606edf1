/** What can change about a visit, for those who hear of some of it only. */
export const visitAspects = [
  'state',
  'time',
  'place',
  'proposal',
  'approvals',
  'details',
  'letters',
  'guests',
  'people',
  'answers',
  'reached',
  'attendance',
  'attended-sessions',
  'agenda',
  'files',
] as const;
export type VisitAspect = (typeof visitAspects)[number];

/** The aspect that each field of a record shows; null for what is only kept about the record itself. */
export type AspectTable<Row> = Readonly<Record<keyof Row, VisitAspect | null>>;

/** The aspects in which two forms of a record differ, in the order of `visitAspects`. */
export function aspectsChanged<Row extends object>(
  table: AspectTable<Row>,
  before: Row,
  after: Row,
): VisitAspect[] {
  const fields = Object.keys(table) as (keyof Row)[];
  const differing = fields.filter((field) => !isSameValue(before[field], after[field]));
  const changed = new Set(differing.map((field) => table[field]));
  return visitAspects.filter((aspect) => changed.has(aspect));
}

/** Fields are texts, numbers, instants or lists of texts; one left out is the same as null. */
export const isSameValue = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one ?? null) === JSON.stringify(other ?? null);
