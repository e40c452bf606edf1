import type { Type } from '@nestjs/common';
import { MetadataScanner } from '@nestjs/core';

/** What is said of a field or an answer, as far as components come from it. */
interface Described {
  type?: unknown;
  enumName?: string;
  enum?: unknown;
  items?: { enum?: unknown };
}

/** What a component is made from: a class, or the values of a closed set as text. */
type Source = Type<object> | string;

const FIELDS = 'swagger/apiModelPropertiesArray';
const FIELD = 'swagger/apiModelProperties';
const ANSWERS = 'swagger/apiResponse';
const HIDDEN = 'swagger/apiExcludeController';

/** Names of components that are made from more than one class or closed set; one of them would replace the others. */
export function ambiguousNames(controllers: readonly Type<object>[]): string[] {
  const sources = new Map<string, Set<Source>>();
  const note = (name: string, source: Source): boolean => {
    const known = sources.get(name) ?? new Set();
    if (known.has(source)) return false;
    sources.set(name, known.add(source));
    return true;
  };
  const visit = ({ type, enumName, ...said }: Described): void => {
    if (enumName !== undefined) note(enumName, JSON.stringify(said.enum ?? said.items?.enum));
    const model = modelOf(type);
    if (!model || !note(model.name, model)) return;
    for (const field of fieldsOf(model)) visit(field);
  };
  for (const described of controllers.flatMap(describedBy)) visit(described);
  return [...sources].filter(([, made]) => made.size > 1).map(([name]) => name);
}

/** What the routes of a controller take and answer. */
function describedBy(controller: Type<object>): Described[] {
  if (Reflect.getMetadata(HIDDEN, controller)) return [];
  const prototype = controller.prototype as Record<string, object>;
  return new MetadataScanner().getAllMethodNames(prototype).flatMap((name) => {
    const handler = prototype[name] as object;
    const taken = (Reflect.getMetadata('design:paramtypes', prototype, name) ?? []) as unknown[];
    const answers = (Reflect.getMetadata(ANSWERS, handler) ?? {}) as Record<string, Described>;
    return [...taken.map((type) => ({ type })), ...Object.values(answers)];
  });
}

const fieldNames = (model: Type<object>): string[] =>
  ((Reflect.getMetadata(FIELDS, model.prototype as object) ?? []) as string[]).map((name) => name.slice(1));

const fieldsOf = (model: Type<object>): Described[] =>
  fieldNames(model).map((name) => Reflect.getMetadata(FIELD, model.prototype as object, name) as Described);

/** The class with fields that a type is, is a list of, or gives when it is called; null for anything else. */
function modelOf(type: unknown): Type<object> | null {
  if (Array.isArray(type)) return modelOf(type[0]);
  if (typeof type !== 'function') return null;
  if (!type.prototype) return modelOf((type as () => unknown)());
  const model = type as Type<object>;
  return fieldNames(model).length > 0 ? model : null;
}
