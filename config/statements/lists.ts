import ts from 'typescript';
import { isTrue } from './judgements.js';
import { isText, known, list, type List, type Opaque, type Value } from './values.js';
import { opaque, opaqueAt, placeOf, type Walk } from './walk.js';

type Each = (item: Value, index: number) => Value;

/** What a method of a known list gives; null for one that is not known here. */
export function listMethod(walk: Walk, of: List, name: string, given: Value[], call: ts.Node): Value | null {
  const each: Each = (item, index) => apply(walk, given[0], [item, known(index), of], call);
  switch (name) {
    case 'map':
      return list(of.items.map(each));
    case 'flatMap':
      return list(of.items.map(each).flatMap((item) => (item.kind === 'list' ? item.items : [item])));
    case 'filter':
      return list(of.items.filter((item, index) => isTrue(walk, each(item, index))));
    case 'some':
      return known(of.items.some((item, index) => isTrue(walk, each(item, index))));
    case 'every':
      return known(of.items.every((item, index) => isTrue(walk, each(item, index))));
    case 'push':
      walk.effects++;
      return known(of.items.push(...given));
    case 'concat':
      return list([...of.items, ...given.flatMap((item) => (item.kind === 'list' ? item.items : [item]))]);
    case 'includes':
      return included(of, given[0]);
    case 'join':
      return joined(of, given[0]);
    case 'slice':
      return sliced(of, given);
    default:
      return null;
  }
}

function joined({ items }: List, separator: Value = known(',')): Value | null {
  if (!isText(separator)) return null;
  const unread = items.find((item) => item.kind !== 'known');
  if (unread) return unread;
  return known(items.map((item) => String((item as { value: unknown }).value)).join(separator.value));
}

function included({ items }: List, wanted: Value | undefined): Value | null {
  if (wanted?.kind !== 'known' || items.some((item) => item.kind !== 'known')) return null;
  return known(items.some((item) => item.kind === 'known' && item.value === wanted.value));
}

function sliced(of: List, given: Value[]): Value | null {
  const bounds = given.map((value) => (value.kind === 'known' ? Number(value.value) : NaN));
  return bounds.some(Number.isNaN) ? null : list(of.items.slice(...bounds));
}

/** The result of a function, or something unknown where it is none. */
export function apply(walk: Walk, work: Value | undefined, given: Value[], call: ts.Node): Value {
  return work?.kind === 'closure' ? walk.invoke(work, given, call) : opaqueAt(walk, call);
}

const OVER_EACH = new Set(['map', 'flatMap', 'filter', 'forEach', 'some', 'every', 'find']);

/** A method of a list of which nothing is known: its function runs for one item, or for none where that differs. */
export function unknownListMethod(
  walk: Walk,
  of: Opaque,
  name: string,
  given: Value[],
  call: ts.Node,
): Value | null {
  if (!OVER_EACH.has(name) || given[0]?.kind !== 'closure') return null;
  const work = given[0];
  const results: Value[] = [];
  const ran = forEach(walk, of, call, (item) => {
    const result = walk.invoke(work, [item], call);
    results.push(result);
    return isText(result);
  });
  return ran && (name === 'map' || name === 'flatMap') ? list(results) : null;
}

/**
 * Runs work for an item of a list that nothing is known of. @returns whether it makes a difference that the list is
 * empty: then another way is walked in which it is
 */
export function forEach(walk: Walk, of: Opaque, node: ts.Node, work: (item: Value) => boolean): boolean {
  const key = `${of.id} has items`;
  const at = [...walk.path, placeOf(node)].join('>');
  if (walk.relevant.has(at) && walk.choices.decide(key, 2) === 1) return true;
  const before = walk.effects;
  const matters = work(itemOf(walk, of, node));
  if (!matters && walk.effects === before) return walk.relevant.has(at);
  walk.relevant.add(at);
  walk.choices.took(key, 0, 2);
  return true;
}

function itemOf(walk: Walk, of: Opaque, node: ts.Node): Value {
  const type = walk.checker.getIndexTypeOfType(walk.checker.getNonNullableType(of.type), ts.IndexKind.Number);
  return type ? opaque(walk, type, node, { ...of, id: `${of.id}[]` }) : opaqueAt(walk, node);
}
