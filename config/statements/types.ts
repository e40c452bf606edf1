import ts from 'typescript';

/** The members of a union, or the type alone. */
export const membersOf = (type: ts.Type): readonly ts.Type[] => (type.isUnion() ? type.types : [type]);

export const isNull = (type: ts.Type): boolean => (type.flags & ts.TypeFlags.Null) !== 0;
export const isUndefined = (type: ts.Type): boolean =>
  (type.flags & (ts.TypeFlags.Undefined | ts.TypeFlags.Void)) !== 0;

/** Whether nothing is said of a value: `any`, `unknown`, a type parameter. */
export const isAnything = (type: ts.Type): boolean =>
  (type.flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown | ts.TypeFlags.TypeParameter)) !== 0;

/** The value of a literal type; undefined for any other type. */
export function literalOf(type: ts.Type): { value: string | number | boolean | null | undefined } | null {
  if (type.isStringLiteral() || type.isNumberLiteral()) return { value: type.value };
  if (isNull(type)) return { value: null };
  if (isUndefined(type)) return { value: undefined };
  if ((type.flags & ts.TypeFlags.BooleanLiteral) === 0) return null;
  return { value: (type as ts.Type & { intrinsicName?: string }).intrinsicName === 'true' };
}

/** Whether a value of the type can be false, zero, empty, null or undefined. */
export const mayBeFalsy = (type: ts.Type): boolean =>
  membersOf(type).some((member) => (member.flags & (ts.TypeFlags.Object | ts.TypeFlags.NonPrimitive)) === 0);
