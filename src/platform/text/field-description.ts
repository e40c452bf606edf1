interface Described {
  /** What it is when it is left empty: null, an empty text or list; or it may not be left empty. */
  empty: 'null' | 'blank' | 'refused';
  label: string;
  /** What it is called where it is only read, if otherwise. */
  shortLabel?: string;
  hint?: string;
  /** What the API's document says of it, in English. */
  meaning?: string;
  /** Its place in the API's answer, `contact.phone`, where that is not its own name. */
  answer?: string;
}

/**
 * What a field may hold; lengths in characters, `most` of a list in items. A choice is by code, with the words for each.
 * Items that hold commas themselves are typed a line each (`lists`), whatever the form does with others.
 */
type Kind =
  | { kind: 'text'; longest: number }
  /** `format` says how it is written, and with that how it is shown: lines and links, or Markdown. */
  | { kind: 'long-text'; longest: number; rows?: number; format: 'plain' | 'markdown' }
  | { kind: 'words'; longest: number; most: number; rows?: number; isDistinct?: boolean; lists?: 'lines' }
  | { kind: 'codes'; most: number }
  | { kind: 'phone' | 'mail-address' | 'web-page' | 'postcode' | 'date' | 'latitude' | 'longitude' }
  /** An address that is called over TLS alone. */
  | { kind: 'secure-link' }
  /** One of a closed set, `usual` where nothing was chosen. */
  | { kind: 'choice'; choices: Readonly<Record<string, string>>; usual: string }
  | { kind: 'yes-no' }
  | { kind: 'whole'; least: number; most: number; unit?: string; boundsBy?: 'rule' };

/**
 * One field of an object, as its table describes it: bodies of the API, forms, columns and pages are made from this.
 * `boundsBy: 'rule'` leaves a number's bounds to a rule of the domain, which has words of its own.
 */
export type FieldDescription = Described & Kind;

/** The fields of one kind of object by their names, which are those of the API, of forms and of the entity. */
export type FieldTable = Readonly<Record<string, FieldDescription>>;

interface ValueOfKind {
  'secure-link': string;
  choice: string;
  text: string;
  'long-text': string;
  words: string[];
  codes: string[];
  phone: string;
  'mail-address': string;
  'web-page': string;
  postcode: string;
  date: string;
  latitude: number;
  longitude: number;
  'yes-no': boolean;
  whole: number;
}

type ValueOf<Field extends FieldDescription> =
  | (Field extends { choices: infer Choices } ? keyof Choices & string : ValueOfKind[Field['kind']])
  | (Field['empty'] extends 'null' ? null : never);

/** What an object of such fields holds. */
export type ValuesOf<Fields extends FieldTable> = { -readonly [Name in keyof Fields]: ValueOf<Fields[Name]> };

/** What is given of it; undefined stays as it is. */
export type GivenOf<Fields extends FieldTable> = {
  [Name in keyof Fields]?: ValueOf<Fields[Name]> | undefined;
};

/** The names of those that are described so. */
export type NamesWith<Fields extends object, Description> = {
  [Name in keyof Fields]: Fields[Name] extends Description ? Name : never;
}[keyof Fields] &
  string;

/** What a field is called where it is only read. */
export const readLabel = ({ label, shortLabel }: FieldDescription): string => shortLabel ?? label;

/** The names of a table's fields, in its order. */
export const namesOf = <Fields extends FieldTable>(fields: Fields): (keyof Fields & string)[] =>
  Object.keys(fields);

/** What an object says in the fields of a table, and nothing else of it. */
export const valuesIn = <Fields extends FieldTable, Values extends GivenOf<Fields>>(
  fields: Fields,
  values: Readonly<Values>,
): Pick<Values, keyof Fields & keyof Values> =>
  Object.fromEntries(Object.keys(fields).map((name) => [name, values[name as keyof Values]])) as Pick<
    Values,
    keyof Fields & keyof Values
  >;

/** The part of a table with these names, in their order. */
export const fieldsNamed = <Fields extends FieldTable, Name extends keyof Fields & string>(
  fields: Fields,
  names: readonly Name[],
): Pick<Fields, Name> => Object.fromEntries(names.map((name) => [name, fields[name]])) as Pick<Fields, Name>;

type BlankName<Fields extends FieldTable> = NamesWith<Fields, { empty: 'null' | 'blank' }>;

/** An object of which nothing was filled in yet; what may not be left empty is not in it. */
export function blankOf<Fields extends FieldTable>(
  fields: Fields,
): Pick<ValuesOf<Fields>, BlankName<Fields>> {
  const blank = Object.entries(fields).flatMap(([name, field]): [string, unknown][] => {
    const { empty, kind } = field;
    if (empty === 'refused') return [];
    if (field.kind === 'choice') return [[name, field.usual]];
    if (empty === 'null') return [[name, null]];
    return [[name, kind === 'words' || kind === 'codes' ? [] : '']];
  });
  return Object.fromEntries(blank) as Pick<ValuesOf<Fields>, BlankName<Fields>>;
}

/** Lists whose order says nothing hold each item once; codes are sorted. */
export function withoutRepeats(field: FieldDescription, value: unknown): unknown {
  if (!Array.isArray(value)) return value;
  const once = [...new Set<unknown>(value)];
  return field.kind === 'codes' ? once.sort() : once;
}
