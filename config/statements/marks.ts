/** What the author of a statement knows of a column, which the statement does not prove. */
export interface Marks {
  /** `name /* never null: why *\/` */
  neverNull: ReadonlySet<string>;
  /** `name /* one of: why *\/`: its texts are those that the type of the row names. */
  oneOf: ReadonlySet<string>;
}

const MARK = /(?:"([^"]+)"|([A-Za-z_][A-Za-z0-9_]*))\s*\/\*\s*(never null|one of):\s*\S[^*]*\*\//g;

/** The marks in texts, by the names of the columns that they follow. */
export function marksIn(texts: readonly string[]): Marks {
  const found = texts.flatMap((text) => [...text.matchAll(MARK)]);
  const named = (kind: string): Set<string> =>
    new Set(found.filter(([, , , of]) => of === kind).map(([, quoted, plain]) => quoted ?? plain ?? ''));
  return { neverNull: named('never null'), oneOf: named('one of') };
}
