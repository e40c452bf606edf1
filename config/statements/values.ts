import type ts from 'typescript';

/** What the reader knows of a value while it follows the code. */
export type Value = Known | Opaque | List | Structure | Closure | Pattern;

export interface Known {
  kind: 'known';
  value: string | number | boolean | null | undefined;
}

/** A value of which only the type is known. */
export interface Opaque {
  kind: 'opaque';
  /** The same for whatever is the same value on one way through the code. */
  id: string;
  type: ts.Type;
  /** Where it came up first. */
  node: ts.Node;
  /** The function whose parameter it comes from, when nobody is known to call that. */
  parameterOf: ts.Node | null;
  /** What the way taken rules out. */
  without: { null: boolean; undefined: boolean };
}

export interface List {
  kind: 'list';
  items: Value[];
}

/** An object: its fields, and its class where it is an instance. */
export interface Structure {
  kind: 'structure';
  fields: Map<string, Value>;
  class: ts.ClassLikeDeclaration | null;
  /** Whether it has more fields than those known here. */
  isPartial: boolean;
}

export interface Closure {
  kind: 'closure';
  node: ts.FunctionLikeDeclaration;
  scope: Scope | null;
  self: Value | null;
}

export interface Pattern {
  kind: 'pattern';
  value: RegExp;
}

/** The names that a piece of code sees. */
export class Scope {
  private readonly values = new Map<ts.Symbol, Value>();

  constructor(
    private readonly outer: Scope | null,
    readonly self: Value | null,
  ) {}

  declare(symbol: ts.Symbol, value: Value): void {
    this.values.set(symbol, value);
  }

  get(symbol: ts.Symbol): Value | undefined {
    return this.values.get(symbol) ?? this.outer?.get(symbol);
  }

  assign(symbol: ts.Symbol, value: Value): void {
    if (this.values.has(symbol) || this.outer === null) this.values.set(symbol, value);
    else this.outer.assign(symbol, value);
  }
}

export const known = (value: Known['value']): Known => ({ kind: 'known', value });
export const list = (items: Value[]): List => ({ kind: 'list', items });
export const structure = (
  fields: Iterable<readonly [string, Value]>,
  of: ts.ClassLikeDeclaration | null = null,
  isPartial = false,
): Structure => ({ kind: 'structure', fields: new Map(fields), class: of, isPartial });

export const isText = (value: Value): value is Known & { value: string } =>
  value.kind === 'known' && typeof value.value === 'string';

/** Whether values stand for an instance of a class, alone or in a field. */
export const isInstance = (value: Value): boolean =>
  value.kind === 'structure' &&
  ((value.class !== null && !value.isPartial) || [...value.fields.values()].some(isInstance));
