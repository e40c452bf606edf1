import type { Marks } from './marks.js';
import type { Shape } from './shape.js';
import { isClosed, type Comparison } from './type-faults.js';

/** Marks of what is proven anyway, or of no column. */
export function needlessMarks(
  of: Comparison,
  { neverNull, oneOf }: Marks,
  columns: ReadonlyMap<string, Shape>,
): string[] {
  const faults = (names: ReadonlySet<string>, mark: string, isProven: (shape: Shape) => boolean): string[] =>
    [...names].flatMap((name) => {
      const shape = columns.get(name);
      if (!shape) return [`${name} is marked as ${mark}, and is no column`];
      return isProven(shape) ? [`column ${name} is marked as ${mark}, which is proven`] : [];
    });
  return [
    ...faults(neverNull, 'never null', ({ isNullable }) => !isNullable),
    ...faults(oneOf, 'one of a closed set', (shape) => isClosed(of, shape)),
  ];
}

/** The columns with what their marks say. */
export const marked = (
  { neverNull, oneOf }: Marks,
  columns: ReadonlyMap<string, Shape>,
): Map<string, Shape> =>
  new Map(
    [...columns].map(([name, shape]) => [
      name,
      {
        ...shape,
        isNullable: shape.isNullable && !neverNull.has(name),
        // Nothing is known to come, so that every set holds it.
        sources: oneOf.has(name) ? [] : shape.sources,
      },
    ]),
  );
