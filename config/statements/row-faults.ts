import ts from 'typescript';
import { isAnything } from './types.js';
import { typeFaults, type Comparison } from './type-faults.js';
import type { Shape } from './shape.js';

/** The type that a call's rows are taken for; null when it gives none. */
function rowTypeOf(checker: ts.TypeChecker, call: ts.Expression): ts.Type | null {
  const { parent } = call;
  if (ts.isAwaitExpression(parent) || ts.isParenthesizedExpression(parent) || ts.isAsExpression(parent)) {
    return rowTypeOf(checker, parent);
  }
  const result = checker.getAwaitedType(checker.getTypeAtLocation(call));
  if (!result) return null;
  // The driver's own clients give the rows beside other things.
  const rows = result.getProperty('rows');
  const list = rows ? checker.getTypeOfSymbol(rows) : result;
  return checker.getIndexTypeOfType(list, ts.IndexKind.Number) ?? (isAnything(list) ? list : null);
}

/** Whether nobody looks at what a call gives. */
const isDropped = ({ parent }: ts.Node): boolean =>
  ts.isAwaitExpression(parent) ? isDropped(parent) : ts.isExpressionStatement(parent);

/** In what the columns of a statement differ from the type of its rows. */
export function rowFaults(
  of: Comparison,
  call: ts.CallExpression,
  columns: ReadonlyMap<string, Shape>,
): string[] {
  const row = rowTypeOf(of.checker, call);
  if (!row) return ['the type of its rows cannot be told'];
  if ((row.flags & ts.TypeFlags.Unknown) !== 0 || isDropped(call)) return [];
  if (isAnything(row)) return columns.size === 0 ? [] : ['its rows have no type'];
  const properties = of.checker.getPropertiesOfType(row);
  const declared = new Set(properties.map(({ name }) => name));
  const unread = [...columns.keys()].filter((name) => !declared.has(name));
  return [
    ...unread.map((name) => `column ${name} is not declared${near(name, missingOf(properties, columns))}`),
    ...missingOf(properties, columns).map((name) => `there is no column ${name}${near(name, unread)}`),
    ...properties.flatMap((property) => {
      const shape = columns.get(property.name);
      const faults = shape
        ? typeFaults(of, of.checker.getTypeOfSymbol(property), shape, { field: property })
        : [];
      return faults.map((fault) => `column ${property.name} ${fault}`);
    }),
  ];
}

const missingOf = (properties: readonly ts.Symbol[], columns: ReadonlyMap<string, Shape>): string[] =>
  properties
    .filter(({ name, flags }) => !columns.has(name) && (flags & ts.SymbolFlags.Optional) === 0)
    .map(({ name }) => name);

/** Names that differ in nothing but how they are written. */
function near(name: string, others: readonly string[]): string {
  const bare = (text: string): string => text.replaceAll('_', '').toLowerCase();
  const other = others.find((each) => bare(each) === bare(name));
  return other ? ` (${other} is)` : '';
}
