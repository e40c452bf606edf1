import type ts from 'typescript';
import type { Choices } from './choices.js';
import { isNull, isUndefined, literalOf, membersOf } from './types.js';
import { known, type Closure, type Opaque, type Scope, type Value } from './values.js';

/** A statement as one way through the code sends it. */
export interface Sent {
  call: ts.CallExpression;
  text: Value;
  parameters: Value;
}

/** One way through the code. */
export interface Walk {
  checker: ts.TypeChecker;
  choices: Choices;
  /** Calls over lists whose being empty makes a difference to a statement. */
  relevant: Set<string>;
  /** Functions that are followed whatever they give. */
  forced: ReadonlySet<ts.Node>;
  /** The calls that led here. */
  path: string[];
  stack: ts.Node[];
  /** How often something changed that outlives a call: a list, a field, a statement sent. */
  effects: number;
  send(sent: Sent): void;
  evaluate(node: ts.Expression, scope: Scope): Value;
  invoke(closure: Closure, given: Value[], call: ts.Node): Value;
}

/** The code goes no further on this way. */
export class EndOfWay extends Error {}

const NOTHING_RULED_OUT = { null: false, undefined: false };

export const placeOf = (node: ts.Node): string => `${node.getSourceFile().fileName}:${node.pos}`;

/** A value of which the checker knows the type at a place. */
export function opaqueAt(
  walk: Walk,
  node: ts.Node,
  from?: { id: string; parameterOf: ts.Node | null },
): Value {
  const id = from?.id ?? [...walk.path, placeOf(node)].join('>');
  return opaque(walk, walk.checker.getTypeAtLocation(node), node, {
    id,
    parameterOf: from?.parameterOf ?? null,
  });
}

/** A value of a type; the one it must be when only one is left. */
export function opaque(
  walk: Walk,
  type: ts.Type,
  node: ts.Node,
  { id, parameterOf }: { id: string; parameterOf: ts.Node | null },
): Value {
  const only = type.isUnion() ? null : literalOf(type);
  if (only) return known(only.value);
  const value: Opaque = { kind: 'opaque', id, type, node, parameterOf, without: NOTHING_RULED_OUT };
  const made = walk.choices.made;
  const member = made.get(memberKey(value));
  const chosen = member && literalsOf(value)?.[member.option];
  if (chosen) return known(chosen.value);
  const isThere = made.get(truthKey(value))?.option === 0;
  return {
    ...value,
    without: {
      null: isThere || made.get(nullKey(value, null))?.option === 1,
      undefined: isThere || made.get(nullKey(value, undefined))?.option === 1,
    },
  };
}

export const memberKey = ({ id }: Opaque): string => `${id} is`;
export const truthKey = ({ id }: Opaque): string => `${id}?`;
export const nullKey = ({ id }: Opaque, value: null | undefined): string => `${id} is ${value}`;

/** Members of what a value may still be. */
export const possible = ({ type, without }: Opaque): readonly ts.Type[] =>
  membersOf(type).filter(
    (member) => !(isNull(member) && without.null) && !(isUndefined(member) && without.undefined),
  );

const MOST_LITERALS = 12;

/** All that a value may be, where that is a short list. */
export function literalsOf(value: Opaque): { value: string | number | boolean | null | undefined }[] | null {
  const literals = membersOf(value.type).flatMap((member) => literalOf(member) ?? []);
  const isClosed = literals.length === membersOf(value.type).length;
  return isClosed && literals.length <= MOST_LITERALS ? literals : null;
}
