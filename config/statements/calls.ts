import ts from 'typescript';
import { languageCall, textMethod } from './builtins.js';
import { bind, orInitial } from './bindings.js';
import { fieldOf } from './fields.js';
import { isNullish } from './judgements.js';
import { apply, listMethod, unknownListMethod } from './lists.js';
import { isAnything } from './types.js';
import {
  isInstance,
  isText,
  known,
  list,
  Scope,
  structure,
  type Closure,
  type Structure,
  type Value,
} from './values.js';
import { opaqueAt, type Walk } from './walk.js';

const DEEPEST = 24;

/** The values of arguments; what a spread of unknown length adds is left unknown. */
const argumentsOf = (
  walk: Walk,
  given: readonly ts.Expression[] | undefined,
  scope: Scope,
): { values: Value[]; isWhole: boolean } => {
  const values: Value[] = [];
  let isWhole = true;
  for (const each of given ?? []) {
    const value = walk.evaluate(ts.isSpreadElement(each) ? each.expression : each, scope);
    if (!ts.isSpreadElement(each)) values.push(value);
    else if (value.kind === 'list') values.push(...value.items);
    else isWhole = false;
  }
  return { values, isWhole };
};

/** Follows a call: into functions that make texts, and into those that are handed on. */
export function evaluateCall(walk: Walk, call: ts.CallExpression, scope: Scope): Value {
  const { expression } = call;
  if (ts.isPropertyAccessExpression(expression)) return methodCall(walk, call, expression, scope);
  const callee = walk.evaluate(expression, scope);
  const { values } = argumentsOf(walk, call.arguments, scope);
  const built = languageCall(expression, values);
  if (built) return built;
  if (callee.kind === 'closure' && isFollowed(walk, callee, values, call)) {
    return walk.invoke(callee, values, call);
  }
  return unknownCall(walk, call, values);
}

function methodCall(
  walk: Walk,
  call: ts.CallExpression,
  { expression, name, questionDotToken }: ts.PropertyAccessExpression,
  scope: Scope,
): Value {
  const of = walk.evaluate(expression, scope);
  if (questionDotToken && isNullish(walk, of)) return known(undefined);
  const { values, isWhole } = argumentsOf(walk, call.arguments, scope);
  if (name.text === 'query') return sent(walk, call, values, isWhole);
  const result = languageCall(call.expression, values) ?? methodOf(walk, call, of, name.text, values);
  return result ?? unknownCall(walk, call, values);
}

function methodOf(
  walk: Walk,
  call: ts.CallExpression,
  of: Value,
  name: string,
  given: Value[],
): Value | null {
  if (of.kind === 'list') return listMethod(walk, of, name, given, call);
  if (isText(of)) return textMethod(of.value, name, given);
  if (of.kind === 'pattern' && name === 'test' && given[0] && isText(given[0])) {
    return known(of.value.test(given[0].value));
  }
  if (of.kind === 'opaque') return unknownListMethod(walk, of, name, given, call);
  if (of.kind !== 'structure') return null;
  const method = fieldOf(walk, of, name, call.expression);
  if (method.kind !== 'closure') return null;
  const isOwn = of.class !== null && !of.isPartial;
  return isOwn || isFollowed(walk, method, given, call) ? walk.invoke(method, given, call) : null;
}

/** A call of `query`: the statement is sent. */
function sent(walk: Walk, call: ts.CallExpression, given: Value[], isWhole: boolean): Value {
  walk.effects++;
  const [text, parameters = list([])] = given;
  if (text) walk.send({ call, text, parameters: isWhole ? parameters : opaqueAt(walk, call) });
  return opaqueAt(walk, call);
}

/** Functions that are handed to others run once, with whatever they are given. */
function unknownCall(walk: Walk, call: ts.CallExpression, given: readonly Value[]): Value {
  for (const value of given) if (value.kind === 'closure') walk.invoke(value, [], call);
  return opaqueAt(walk, call);
}

/** Whether a function is looked into: one that has to do with conditions, or gives a text. */
function isFollowed(
  walk: Walk,
  { node }: Closure,
  given: readonly Value[],
  call: ts.CallExpression,
): boolean {
  if (!('body' in node) || !node.body || walk.stack.length > DEEPEST || walk.stack.includes(node))
    return false;
  if (walk.forced.has(node) || given.some(isInstance) || (ts.isArrowFunction(node) && asks(node)))
    return true;
  return givesText(walk, walk.checker.getTypeAtLocation(call), 2);
}

/** Whether a function has a call of `query` in it. */
const asks = (node: ts.Node): boolean =>
  (ts.isPropertyAccessExpression(node) && node.name.text === 'query') || ts.forEachChild(node, asks) === true;

function givesText(walk: Walk, type: ts.Type, depth: number): boolean {
  if (isAnything(type) || depth < 0) return false;
  if (type.isUnion()) return type.types.some((member) => givesText(walk, member, depth));
  if ((type.flags & ts.TypeFlags.String) !== 0) return true;
  if (walk.checker.isArrayType(type)) return hasNames(walk, type as ts.TypeReference);
  if (walk.checker.isTupleType(type)) {
    return walk.checker
      .getTypeArguments(type as ts.TypeReference)
      .some((each) => givesText(walk, each, depth - 1));
  }
  if (type.getSymbol()?.name === 'Conditions') return true;
  if (type.getSymbol()?.declarations?.some((each) => each.getSourceFile().isDeclarationFile)) return false;
  return type
    .getProperties()
    .some((field) => givesText(walk, walk.checker.getTypeOfSymbol(field), depth - 1));
}

/** Whether a list is of names out of a closed set, as the columns of a table are. */
function hasNames(walk: Walk, list: ts.TypeReference): boolean {
  const [item] = walk.checker.getTypeArguments(list);
  const members = item?.isUnion() ? item.types : [item];
  return members.every((member) => member?.isStringLiteral());
}

/** Runs a function with values for its parameters; what is not given is unknown. */
export function invoke(walk: Walk, closure: Closure, given: Value[], call: ts.Node, run: Body): Value {
  const { node } = closure;
  const scope = new Scope(closure.scope, closure.self ?? closure.scope?.self ?? null);
  walk.stack.push(node);
  walk.path.push(`${call.pos}`);
  try {
    node.parameters.forEach((parameter, index) => {
      bind(walk, parameter.name, argumentFor(walk, parameter, index, given, call, scope), scope);
    });
    return run(node, scope);
  } finally {
    walk.path.pop();
    walk.stack.pop();
  }
}

type Body = (node: ts.FunctionLikeDeclaration, scope: Scope) => Value;

function argumentFor(
  walk: Walk,
  parameter: ts.ParameterDeclaration,
  index: number,
  given: readonly Value[],
  call: ts.Node,
  scope: Scope,
): Value {
  if (parameter.dotDotDotToken) return list(given.slice(index));
  const isCalled =
    ts.isCallExpression(call) && walk.checker.getResolvedSignature(call)?.declaration === parameter.parent;
  const value =
    given[index] ?? (isCalled || given.length > 0 ? known(undefined) : opaqueAt(walk, parameter.name));
  return orInitial(walk, value, parameter.initializer, scope);
}

/** Makes an instance of a class of the project. */
export function evaluateNew(walk: Walk, node: ts.NewExpression, scope: Scope): Value {
  const { values } = argumentsOf(walk, node.arguments, scope);
  const of = classOf(walk, node.expression);
  if (!of) return unknownInstance(walk, node, values);
  const instance: Structure = structure([], of);
  const fields = new Scope(null, instance);
  for (const member of of.members) {
    if (!ts.isPropertyDeclaration(member)) continue;
    instance.fields.set(
      member.name.getText(),
      member.initializer ? walk.evaluate(member.initializer, fields) : known(undefined),
    );
  }
  return instance;
}

/** Classes that are followed: those without a constructor and an ancestor. */
function classOf(walk: Walk, expression: ts.Expression): ts.ClassDeclaration | null {
  const symbol = walk.checker.getTypeAtLocation(expression).getProperty('prototype')?.valueDeclaration;
  const declared = walk.checker.getTypeAtLocation(expression).getSymbol()?.valueDeclaration ?? symbol;
  if (!declared || !ts.isClassDeclaration(declared) || declared.getSourceFile().isDeclarationFile)
    return null;
  return declared.heritageClauses || declared.members.some(ts.isConstructorDeclaration) ? null : declared;
}

function unknownInstance(walk: Walk, node: ts.NewExpression, given: Value[]): Value {
  for (const value of given) apply(walk, value, [], node);
  return opaqueAt(walk, node);
}
