import ts from 'typescript';
import type { Catalog } from './catalog.js';
import { driverKind, jsonKind, typeName, type Kind } from './driver-kinds.js';
import type { Shape, Source } from './shape.js';
import { isAnything, isNull, isUndefined, membersOf } from './types.js';

/** What types of TypeScript are held against. */
export interface Comparison {
  checker: ts.TypeChecker;
  catalog: Catalog;
  entities: ReadonlyMap<string, ts.Type>;
  /** Told of each field that is declared with null, whether null comes. */
  declaredNull(field: ts.Symbol, comes: boolean): void;
}

/**
 * In what a declared type differs from what comes, each as the end of a sentence about it.
 *
 * @param field what is declared so, where it is a field: other statements may share it
 */
export function typeFaults(
  of: Comparison,
  type: ts.Type,
  shape: Shape,
  { field = null, inJson = false }: { field?: ts.Symbol | null; inJson?: boolean } = {},
): string[] {
  if (isAnything(type)) return [];
  const isDeclaredNull = membersOf(type).some(isNull);
  const members = membersOf(type).filter((member) => !isNull(member) && !isUndefined(member));
  const faults: string[] = [];
  if (shape.isNullable && !isDeclaredNull)
    faults.push(`may be null, and is declared ${of.checker.typeToString(type)}`);
  if (isDeclaredNull && field) of.declaredNull(field, shape.isNullable);
  else if (isDeclaredNull && !shape.isNullable) faults.push('is never null, and is declared with null');
  return [...faults, ...valueFaults(of, members, shape, inJson)];
}

function valueFaults(of: Comparison, members: readonly ts.Type[], shape: Shape, inJson: boolean): string[] {
  const kind = (inJson ? jsonKind : driverKind)(of.catalog, shape.type);
  const declared = members.map((member) => of.checker.typeToString(member)).join(' | ');
  if (kind === 'JSON') return jsonFaults(of, members, shape);
  if (members.length === 0 || !members.every((member) => isOfKind(of.checker, member, kind))) {
    return [
      `is ${typeName(of.catalog, shape.type)}, which comes as ${nameOf[kind]}, and is declared ${declared || 'null'}`,
    ];
  }
  if (kind === 'string') return textFaults(of, members, shape);
  return kind === 'list' ? elementFaults(of, members, shape, inJson) : [];
}

const nameOf: Record<Kind, string> = {
  string: 'a string',
  number: 'a number',
  boolean: 'a boolean',
  Date: 'a Date',
  Buffer: 'a Buffer',
  JSON: 'JSON',
  object: 'an object of its own',
  list: 'a list',
};

/** Whether values of a kind can be of a type. */
export function isOfKind(checker: ts.TypeChecker, type: ts.Type, kind: Kind): boolean {
  if (isAnything(type)) return true;
  const name = type.getSymbol()?.name ?? '';
  switch (kind) {
    case 'string':
      return (
        (type.flags & ts.TypeFlags.StringLike) !== 0 ||
        (type.isIntersection() && type.types.some((each) => isOfKind(checker, each, kind)))
      );
    case 'number':
      return (type.flags & ts.TypeFlags.NumberLike) !== 0;
    case 'boolean':
      return (type.flags & ts.TypeFlags.BooleanLike) !== 0;
    case 'Date':
      return name === 'Date';
    case 'Buffer':
      return name === 'Buffer' || name === 'Uint8Array';
    case 'list':
      return checker.isArrayType(type) || checker.isTupleType(type);
    case 'JSON':
    case 'object':
      return (type.flags & (ts.TypeFlags.Object | ts.TypeFlags.NonPrimitive)) !== 0;
  }
}

function elementFaults(
  of: Comparison,
  members: readonly ts.Type[],
  { type, element }: Shape,
  inJson: boolean,
): string[] {
  if (element === 'none') return [];
  const shape = element ?? {
    type: of.catalog.types.get(type)?.element ?? 0,
    isNullable: false,
    sources: null,
    element: null,
    fields: null,
  };
  return members.flatMap((member) => {
    if (of.checker.isTupleType(member)) return [];
    const declared = of.checker.getIndexTypeOfType(member, ts.IndexKind.Number);
    return declared ? typeFaults(of, declared, shape, { inJson }).map((fault) => `holds what ${fault}`) : [];
  });
}

/** A text is one of a closed set, or it is not: the type says the same. */
function textFaults(of: Comparison, members: readonly ts.Type[], { sources }: Shape): string[] {
  const isOpen = members.some(
    (member) => !member.isStringLiteral() && (member.flags & ts.TypeFlags.TemplateLiteral) === 0,
  );
  const declared = new Set(members.flatMap((member) => (member.isStringLiteral() ? [member.value] : [])));
  const known = sources?.map((source) => textsOf(of, source)) ?? [null];
  const unbounded = known.findIndex((texts) => texts === null);
  if (unbounded >= 0) {
    const source = sources?.[unbounded];
    const whose = source && 'table' in source ? `${source.table}.${source.column}` : 'nothing';
    return isOpen
      ? []
      : [
          `may be any text (${whose} closes the set), and is declared ${[...declared].join(' | ')}`.replace(
            /\((\w+\.\w+) closes the set\)/,
            '($1 is no closed set)',
          ),
        ];
  }
  const texts = [...new Set(known.flatMap((each) => each ?? []))];
  const missing = texts.filter((text) => !declared.has(text));
  if (!isOpen)
    return missing.length === 0 ? [] : [`may be '${missing.join("', '")}', and is not declared so`];
  return sources?.some((source) => 'table' in source)
    ? [`is one of '${texts.join("', '")}', and is declared string`]
    : [];
}

/** Whether all that a text may be is known. */
export const isClosed = (of: Comparison, { sources }: Shape): boolean =>
  sources !== null && sources.every((source) => textsOf(of, source) !== null);

/** The texts that a source may give; null when that is any. */
function textsOf({ checker, entities }: Comparison, source: Source): string[] | null {
  if ('literal' in source) return [source.literal];
  const type = entityType({ checker, entities }, source);
  const members = type ? membersOf(type).filter((member) => !isNull(member)) : [];
  const texts = members.flatMap((member) => (member.isStringLiteral() ? [member.value] : []));
  return texts.length > 0 && texts.length === members.length ? texts : null;
}

/** The entity's type of a column; of a list that of what it holds. */
function entityType(
  { checker, entities }: Pick<Comparison, 'checker' | 'entities'>,
  { table, column }: Exclude<Source, { literal: string }>,
): ts.Type | undefined {
  const type = entities.get(`${table}.${column}`);
  const bare = type && checker.getNonNullableType(type);
  return bare && checker.isArrayType(bare) ? checker.getIndexTypeOfType(bare, ts.IndexKind.Number) : bare;
}

function jsonFaults(of: Comparison, members: readonly ts.Type[], shape: Shape): string[] {
  const { element, fields } = shape;
  if (fields) return members.flatMap((member) => fieldFaults(of, member, fields));
  if (element) {
    const others = members.filter((member) => !isOfKind(of.checker, member, 'list'));
    if (others.length === 0) return elementFaults(of, members, shape, true);
    return [
      `is a list of JSON, and is declared ${others.map((member) => of.checker.typeToString(member)).join(' | ')}`,
    ];
  }
  const [source] = shape.sources ?? [];
  const stored =
    source && 'table' in source ? of.entities.get(`${source.table}.${source.column}`) : undefined;
  if (!stored || shape.sources?.length !== 1) return [];
  const type = of.checker.getNonNullableType(stored);
  const isStored = members.some((member) => of.checker.isTypeAssignableTo(type, member));
  return isStored
    ? []
    : [
        `is stored as ${of.checker.typeToString(type)}, and is declared ${members.map((member) => of.checker.typeToString(member)).join(' | ')}`,
      ];
}

function fieldFaults(of: Comparison, type: ts.Type, fields: ReadonlyMap<string, Shape>): string[] {
  if (isAnything(type)) return [];
  const declared = type.getProperties().map(({ name }) => name);
  return [
    ...type
      .getProperties()
      .filter((property) => !fields.has(property.name) && (property.flags & ts.SymbolFlags.Optional) === 0)
      .map(({ name }) => `lacks the declared field ${name}`),
    ...[...fields.keys()]
      .filter((name) => !declared.includes(name))
      .map((name) => `has a field ${name}, which is not declared`),
    ...type.getProperties().flatMap((property) => {
      const shape = fields.get(property.name);
      const faults = shape
        ? typeFaults(of, of.checker.getTypeOfSymbol(property), shape, { field: property, inJson: true })
        : [];
      return faults.map((fault) => `has a field ${property.name} that ${fault}`);
    }),
  ];
}
