import type ts from 'typescript';
import { isAnything, isNull, isUndefined, mayBeFalsy } from './types.js';
import { known, type Opaque, type Value } from './values.js';
import { literalsOf, memberKey, nullKey, opaque, placeOf, possible, truthKey, type Walk } from './walk.js';

/** The value again, as far as the way taken tells of it. */
const asTold = (walk: Walk, value: Opaque): Value => opaque(walk, value.type, value.node, value);

/** One of the few values that it may be. */
export function member(walk: Walk, value: Opaque): Value | null {
  const told = asTold(walk, value);
  if (told.kind !== 'opaque') return told;
  const literals = literalsOf(told);
  if (!literals) return null;
  const option = walk.choices.decide(memberKey(told), literals.length);
  return known(literals[option]?.value);
}

/** Whether a value holds as a condition. */
export function isTrue(walk: Walk, value: Value): boolean {
  const told = value.kind === 'opaque' ? asTold(walk, value) : value;
  if (told.kind === 'known') return Boolean(told.value);
  if (told.kind !== 'opaque') return true;
  if (!isAnything(told.type) && !possible(told).some(mayBeFalsy)) return true;
  return walk.choices.decide(truthKey(told), 2) === 0;
}

/** Whether a value is null (or undefined). */
function is(walk: Walk, value: Opaque, what: null | undefined): boolean {
  const told = asTold(walk, value);
  if (told.kind !== 'opaque') return told.kind === 'known' && told.value === what;
  const mayBe = possible(told).some((type) => (what === null ? isNull(type) : isUndefined(type)));
  const isUntold = isAnything(told.type) && !(what === null ? told.without.null : told.without.undefined);
  return (mayBe || isUntold) && walk.choices.decide(nullKey(told, what), 2) === 0;
}

export function isNullish(walk: Walk, value: Value): boolean {
  if (value.kind === 'known') return value.value === null || value.value === undefined;
  return value.kind === 'opaque' && (is(walk, value, undefined) || is(walk, value, null));
}

/** Whether two values are the same. */
export function isSame(walk: Walk, left: Value, right: Value, node: ts.Node): boolean {
  if (left.kind === 'known' && right.kind === 'known') return left.value === right.value;
  const [value, other] = left.kind === 'opaque' ? [left, right] : [right, left];
  if (value.kind === 'opaque' && other.kind === 'known') {
    if (other.value === null || other.value === undefined) return is(walk, value, other.value);
    const one = member(walk, value);
    if (one) return one.kind === 'known' && one.value === other.value;
    return walk.choices.decide(`${value.id} is ${String(other.value)}`, 2) === 0;
  }
  if (value.kind !== 'opaque' && other.kind === 'known') return false;
  return walk.choices.decide([...walk.path, placeOf(node)].join('>'), 2) === 0;
}

/** A value without what a condition ruled out. */
export const told = (walk: Walk, value: Value): Value =>
  value.kind === 'opaque' ? asTold(walk, value) : value;

/** The text that a template makes of a value; the value that it cannot be made of. */
export function asText(walk: Walk, value: Value): string | Value {
  const one = value.kind === 'opaque' ? (member(walk, value) ?? value) : value;
  if (one.kind === 'known') return String(one.value);
  if (one.kind === 'list') {
    const parts = one.items.map((item) => asText(walk, item));
    return parts.every((part) => typeof part === 'string') ? parts.join(',') : one;
  }
  return one;
}
