import ts from 'typescript';
import { driverKind, typeName, type Kind } from './driver-kinds.js';
import { isNode, nodesIn, numberIn, type TreeNode } from './node-tree.js';
import { isOfKind, type Comparison } from './type-faults.js';
import type { Given } from './frame.js';
import { isAnything, isNull, isUndefined } from './types.js';
import type { Opaque, Value } from './values.js';
import { possible } from './walk.js';

/** What is wrong with the values that a call gives for `$1…`. */
export function parameterFaults(of: Comparison, given: Value, types: readonly number[]): string[] {
  if (given.kind !== 'list') return ['the list of its parameters cannot be read'];
  if (given.items.length !== types.length) {
    return [`has ${types.length} parameters, and is given ${given.items.length}`];
  }
  return given.items.flatMap((value, index) =>
    valueFaults(of, value, types[index] ?? 0).map((fault) => `$${index + 1} ${fault}`),
  );
}

/** What the driver sends rightly for a type, beside null. */
function accepted({ catalog }: Comparison, type: number): Kind[] {
  const name = typeName(catalog, type);
  const kind = driverKind(catalog, type);
  if (['bigint', 'numeric', 'oid'].includes(name)) return ['number', 'string'];
  if (kind === 'list') return [kind];
  if (name.startsWith('timestamp')) return ['Date', 'string'];
  if (kind === 'Date' || kind === 'object') return ['string'];
  // A list would be sent as an array of PostgreSQL.
  return kind === 'JSON' ? ['string', 'object'] : [kind];
}

function valueFaults(of: Comparison, value: Value, type: number): string[] {
  const kinds = accepted(of, type);
  const isGiven = (what: string): string[] => [`is ${typeName(of.catalog, type)}, and is given ${what}`];
  switch (value.kind) {
    case 'known':
      if (value.value === undefined) return ['is given undefined'];
      return value.value === null || kinds.includes(typeof value.value as Kind)
        ? []
        : isGiven(typeof value.value);
    case 'list':
      if (!kinds.includes('list')) return isGiven('a list');
      return [...new Set(value.items.flatMap((item) => valueFaults(of, item, elementOf(of, type))))];
    case 'structure':
      return kinds.includes('object') ? [] : isGiven('an object');
    case 'opaque':
      return opaqueFaults(of, value, type, kinds);
    case 'closure':
    case 'pattern':
      return isGiven(`a ${value.kind}`);
  }
}

const elementOf = ({ catalog }: Comparison, type: number): number => catalog.types.get(type)?.element ?? 0;

function opaqueFaults(of: Comparison, value: Opaque, type: number, kinds: readonly Kind[]): string[] {
  const members = possible(value);
  if (members.some(isUndefined)) return ['may be undefined'];
  if (members.some(isAnything))
    return [`is given ${of.checker.typeToString(value.type)}, which says nothing`];
  const faults = members.flatMap((member) => {
    const isList = isOfKind(of.checker, member, 'list');
    if (isNull(member)) return [];
    if (!kinds.some((kind) => isOfKind(of.checker, member, kind) && (kind === 'list' || !isList))) {
      return [`is ${typeName(of.catalog, type)}, and is given ${of.checker.typeToString(member)}`];
    }
    const element = isList ? of.checker.getIndexTypeOfType(member, ts.IndexKind.Number) : undefined;
    return element
      ? opaqueFaults(of, { ...value, type: element }, elementOf(of, type), accepted(of, elementOf(of, type)))
      : [];
  });
  return [...new Set(faults)];
}

/** Whether a value, or an element of it, may be null: of all ways together. */
export function givenOf(checker: ts.TypeChecker, ways: readonly Value[], index: number): Given {
  const values = ways.flatMap((way) => (way.kind === 'list' ? (way.items[index] ?? []) : []));
  return {
    isNullable: values.length === 0 || values.some(mayBeNull),
    hasNullableElements: values.some((value) => hasNullElements(checker, value)),
  };
}

function mayBeNull(value: Value): boolean {
  if (value.kind === 'known') return value.value === null || value.value === undefined;
  return (
    value.kind === 'opaque' &&
    possible(value).some((type) => isNull(type) || isUndefined(type) || isAnything(type))
  );
}

function hasNullElements(checker: ts.TypeChecker, value: Value): boolean {
  if (value.kind === 'list') return value.items.some(mayBeNull);
  if (value.kind !== 'opaque') return value.kind !== 'known';
  return possible(value).some((type) => {
    const element = checker.getIndexTypeOfType(type, ts.IndexKind.Number);
    return isNull(type) ? false : !element || mayBeNull({ ...value, type: element });
  });
}

/** Columns that take no NULL and are written with a parameter that may be it. */
export function writtenNulls(
  { catalog }: Comparison,
  query: TreeNode,
  parameters: readonly Given[],
): string[] {
  if (!['2', '3'].includes(String(query['commandType']))) return [];
  const target = nodesIn(query['rtable'])[numberIn(query['resultRelation']) - 1];
  const table = catalog.tables.get(numberIn(target?.['relid'] ?? '0'));
  return nodesIn(query['targetList']).flatMap(({ expr, resno }) => {
    const column = table?.columns.get(numberIn(resno));
    if (!isNode(expr) || expr.tag !== 'PARAM' || !column?.isNotNull) return [];
    const number = numberIn(expr['paramid']);
    return parameters[number - 1]?.isNullable
      ? [`$${number} may be null, and ${table?.name}.${column.name} takes no null`]
      : [];
  });
}
