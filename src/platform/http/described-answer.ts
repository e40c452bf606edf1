import type { FieldTable, ValuesOf } from '../text/field-description.js';

type PlaceOf<Fields extends FieldTable, Name extends keyof Fields & string> = Fields[Name] extends {
  answer: infer Place extends string;
}
  ? Place
  : Name;

type Placed<Place extends string, Value> = Place extends `${infer First}.${infer Rest}`
  ? { [Key in First]: Placed<Rest, Value> }
  : { [Key in Place]: Value };

type Together<Parts> = (Parts extends unknown ? (part: Parts) => void : never) extends (
  whole: infer Whole,
) => void
  ? Whole
  : never;

/** What the API answers of such fields, each in its place; a view `implements` it, so that none is forgotten. */
export type AnswerOf<Fields extends FieldTable> = Together<
  {
    [Name in keyof Fields & string]: Placed<PlaceOf<Fields, Name>, ValuesOf<Fields>[Name]>;
  }[keyof Fields & string]
>;

interface Branch {
  [key: string]: unknown;
}

/** The described part of an object as the API answers it. */
export function answerOf<Fields extends FieldTable>(
  fields: Fields,
  values: Readonly<ValuesOf<Fields>>,
): AnswerOf<Fields> {
  const answer: Branch = {};
  for (const [name, field] of Object.entries(fields)) {
    const path = (field.answer ?? name).split('.');
    const last = path.pop() ?? name;
    const branch = path.reduce<Branch>((at, key) => (at[key] ??= {}) as Branch, answer);
    branch[last] = values[name];
  }
  return answer as AnswerOf<Fields>;
}
