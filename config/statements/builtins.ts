import type ts from 'typescript';
import { isText, known, list, structure, type Value } from './values.js';

type Built = (given: Value[]) => Value | null;

const entriesOf = ([of]: Value[]): [string, Value][] | null =>
  of?.kind === 'structure' && !of.isPartial && of.class === null ? [...of.fields] : null;

/** Functions of the language that texts are made with. */
const functions: Record<string, Built> = {
  'Object.entries': (given) => {
    const entries = entriesOf(given);
    return entries && list(entries.map(([name, value]) => list([known(name), value])));
  },
  'Object.keys': (given) => {
    const entries = entriesOf(given);
    return entries && list(entries.map(([name]) => known(name)));
  },
  'Object.values': (given) => {
    const entries = entriesOf(given);
    return entries && list(entries.map(([, value]) => value));
  },
  'Object.fromEntries': ([of]) => {
    if (of?.kind !== 'list') return null;
    const pairs = of.items.map((pair) => (pair.kind === 'list' ? pair.items : []));
    return structure(
      pairs.flatMap(([name, value]) => (name && value && isText(name) ? [[name.value, value]] : [])),
    );
  },
  String: ([of]) => (of?.kind === 'known' ? known(String(of.value)) : null),
  Number: ([of]) => (of?.kind === 'known' ? known(Number(of.value)) : null),
  Boolean: ([of]) => (of?.kind === 'known' ? known(Boolean(of.value)) : null),
};

/** What a function of the language gives; null for what is not known here. */
export const languageCall = (callee: ts.Expression, given: Value[]): Value | null =>
  functions[callee.getText()]?.(given) ?? null;

/** What a method of a known text gives; null for what is not known here. */
export function textMethod(text: string, name: string, given: Value[]): Value | null {
  const arguments_ = given.map((value) =>
    value.kind === 'known' || value.kind === 'pattern' ? value.value : undefined,
  );
  const isKnown = given.every((value) => value.kind === 'known' || value.kind === 'pattern');
  const method = (String.prototype as unknown as Record<string, unknown>)[name];
  if (!isKnown || typeof method !== 'function') return null;
  const result: unknown = (method as (...values: unknown[]) => unknown).apply(text, arguments_);
  if (Array.isArray(result)) return list(result.map((part: string) => known(part)));
  return ['string', 'number', 'boolean'].includes(typeof result) ? known(result as string) : null;
}
