import ts from 'typescript';
import { fieldOf } from './fields.js';
import { isSame } from './judgements.js';
import { known, list, structure, type Scope, type Value } from './values.js';
import { opaqueAt, type Walk } from './walk.js';

/** Declares the names of a binding, each with its part of the value. */
export function bind(walk: Walk, name: ts.BindingName, value: Value, scope: Scope): void {
  if (ts.isIdentifier(name)) {
    const symbol = walk.checker.getSymbolAtLocation(name);
    if (symbol) scope.declare(symbol, value);
    return;
  }
  name.elements.forEach((element, index) => {
    if (ts.isBindingElement(element)) bindElement(walk, element, index, value, scope);
  });
}

function bindElement(
  walk: Walk,
  element: ts.BindingElement,
  index: number,
  value: Value,
  scope: Scope,
): void {
  if (element.dotDotDotToken) {
    bind(walk, element.name, restOf(walk, element, index, value), scope);
    return;
  }
  const key = ts.isArrayBindingPattern(element.parent)
    ? String(index)
    : (element.propertyName ?? element.name).getText();
  const part = fieldOf(walk, value, key, element.name);
  bind(walk, element.name, orInitial(walk, part, element.initializer, scope), scope);
}

/** The value, or what stands for a missing one. */
export function orInitial(
  walk: Walk,
  value: Value,
  initializer: ts.Expression | undefined,
  scope: Scope,
): Value {
  if (!initializer || (value.kind === 'opaque' && value.parameterOf !== null)) return value;
  return isSame(walk, value, known(undefined), initializer) ? walk.evaluate(initializer, scope) : value;
}

function restOf(walk: Walk, element: ts.BindingElement, index: number, value: Value): Value {
  if (value.kind === 'list') return list(value.items.slice(index));
  if (value.kind !== 'structure') return opaqueAt(walk, element.name);
  const taken = (element.parent as ts.ObjectBindingPattern).elements.map((each) =>
    (each.propertyName ?? each.name).getText(),
  );
  return structure([...value.fields].filter(([name]) => !taken.includes(name)));
}
