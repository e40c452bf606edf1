import ts from 'typescript';
import { member, told } from './judgements.js';
import { known, Scope, type Opaque, type Structure, type Value } from './values.js';
import { opaque, opaqueAt, type Walk } from './walk.js';

/** A field of a value: what is known of it, else its type where it is read. */
export function fieldOf(walk: Walk, of: Value, name: string, node: ts.Node): Value {
  if (of.kind === 'structure') return fieldOfStructure(walk, of, name, node);
  if (of.kind === 'list') {
    if (name === 'length') return known(of.items.length);
    if (/^\d+$/.test(name)) return of.items[Number(name)] ?? known(undefined);
  }
  if (of.kind === 'known') {
    if (typeof of.value === 'string' && name === 'length') return known(of.value.length);
    if (of.value === null || of.value === undefined) return known(undefined);
  }
  return of.kind === 'opaque' ? partOf(walk, of, name, node) : opaqueAt(walk, node);
}

/** A field of something of which only the type is known. */
const partOf = (walk: Walk, of: Opaque, name: string, node: ts.Node): Value =>
  told(
    walk,
    opaque(walk, walk.checker.getTypeAtLocation(node), node, {
      id: `${of.id}.${name}`,
      parameterOf: of.parameterOf,
    }),
  );

function fieldOfStructure(walk: Walk, of: Structure, name: string, node: ts.Node): Value {
  const field = of.fields.get(name);
  if (field) return field;
  const declared = of.class && memberNamed(of.class, name);
  if (declared && ts.isGetAccessor(declared)) {
    return walk.invoke({ kind: 'closure', node: declared, scope: null, self: of }, [], node);
  }
  if (declared && ts.isMethodDeclaration(declared)) {
    return { kind: 'closure', node: declared, scope: null, self: of };
  }
  if (declared && ts.isPropertyDeclaration(declared) && declared.initializer) {
    return walk.evaluate(declared.initializer, new Scope(null, of));
  }
  return of.isPartial ? opaqueAt(walk, node) : known(undefined);
}

const memberNamed = (of: ts.ClassLikeDeclaration, name: string): ts.ClassElement | undefined =>
  of.members.find((each) => each.name !== undefined && each.name.getText() === name);

/** The element under a key. */
export function elementOf(walk: Walk, of: Value, key: Value, node: ts.Node): Value {
  const one =
    key.kind === 'opaque' && (of.kind === 'structure' || of.kind === 'list') ? member(walk, key) : key;
  if (one?.kind === 'known') return fieldOf(walk, of, String(one.value), node);
  return opaqueAt(walk, node, of.kind === 'opaque' ? { ...of, id: `${of.id}[]` } : undefined);
}
