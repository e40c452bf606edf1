/** Where a text comes from: written in the statement, or a column. */
export type Source = { literal: string } | { table: string; column: string };

/** What PostgreSQL gives for an expression. */
export interface Shape {
  /** Its type, by oid. */
  type: number;
  isNullable: boolean;
  /** All that it may be; null when that may be anything. */
  sources: readonly Source[] | null;
  /** Of an array, in JSON too; `none` of one that is always empty; null when nothing is known. */
  element: Shape | 'none' | null;
  /** Of an object of JSON; null when nothing is known. */
  fields: ReadonlyMap<string, Shape> | null;
}

export const anything = (type: number, isNullable = true): Shape => ({
  type,
  isNullable,
  sources: null,
  element: null,
  fields: null,
});

/** NULL itself. */
export const nothing = (type: number): Shape => ({ ...anything(type), sources: [], element: 'none' });

const isNothing = ({ sources, element, isNullable }: Shape): boolean =>
  isNullable && element === 'none' && sources?.length === 0;

/** What is one of several. */
export function oneOf(type: number, shapes: readonly Shape[], isNullable: boolean): Shape {
  const real = shapes.filter((shape) => !isNothing(shape));
  if (real.length === 0) return { ...nothing(type), isNullable };
  return {
    type,
    isNullable,
    sources: real.some(({ sources }) => sources === null)
      ? null
      : real.flatMap(({ sources }) => sources ?? []),
    element: elementOf(real.map(({ element }) => element)),
    fields: fieldsOf(real.filter(({ element }) => element !== 'none').map(({ fields }) => fields)),
  };
}

function elementOf(elements: readonly Shape['element'][]): Shape['element'] {
  const some = elements.filter((element) => element !== 'none');
  const known = some.filter((element) => element !== null);
  const [first] = known;
  if (some.length === 0) return 'none';
  if (!first || known.length < some.length) return null;
  return oneOf(
    first.type,
    known,
    known.some(({ isNullable }) => isNullable),
  );
}

function fieldsOf(all: readonly Shape['fields'][]): Shape['fields'] {
  const [first] = all;
  if (!first) return null;
  const names = [...first.keys()];
  if (!all.every((fields) => fields?.size === names.length && names.every((name) => fields.has(name))))
    return null;
  return new Map(
    names.map((name) => {
      const shapes = all.flatMap((fields) => fields?.get(name) ?? []);
      return [
        name,
        oneOf(
          shapes[0]?.type ?? 0,
          shapes,
          shapes.some(({ isNullable }) => isNullable),
        ),
      ];
    }),
  );
}
