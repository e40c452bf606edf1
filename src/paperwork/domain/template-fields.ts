import { BLANK } from '../../platform/text/paper.js';
import type { LetterKind } from './letter-kinds.js';
import { templateLists, type TemplateList } from './template-lists.js';
import type { TemplateSource, TemplateValue } from './template-source.js';
import { detailValues, letterValues, visitValues } from './template-values.js';

/** Every value that stands for itself, by the name in its braces: what it says, and how it is made. */
const values: Readonly<Record<string, TemplateValue<TemplateSource>>> = {
  ...letterValues,
  ...visitValues,
  ...detailValues,
};

/** A placeholder of a kind of letter, or a list with those inside it, as people are told. */
export interface TemplateField {
  name: string;
  says: string;
  /** Null for a value. */
  inside: readonly Omit<TemplateField, 'inside'>[] | null;
}

const isOf =
  (kind: LetterKind) =>
  ({ kinds }: { kinds?: readonly LetterKind[] }): boolean =>
    kinds?.includes(kind) ?? true;

const entriesOf = <Field extends { kinds?: readonly LetterKind[] }>(
  table: Readonly<Record<string, Field>>,
  kind: LetterKind,
): [string, Field][] => Object.entries(table).filter(([, field]) => isOf(kind)(field));

/** All that a template of a kind may name, in the order in which people are told. */
export function templateFields(kind: LetterKind): TemplateField[] {
  return [
    ...entriesOf(values, kind).map(([name, { says }]) => ({ name, says, inside: null })),
    ...entriesOf(templateLists, kind).map(([name, { says, inside }]) => ({
      ...{ name, says },
      inside: Object.entries(inside).map(([field, told]) => ({ name: field, says: told })),
    })),
  ];
}

/** What a template is filled in with: texts, and lists of texts by their names; a text of a list itself goes by a dot. */
export type TemplateData = Record<string, string | (string | Record<string, string>)[]>;

/** The values of every placeholder of a kind; what is not known is the place where it is filled in by hand. */
export function templateData(kind: LetterKind, source: TemplateSource): TemplateData {
  const data: TemplateData = {};
  for (const [name, { of }] of entriesOf(values, kind)) data[name] = of(source)?.trim() || BLANK;
  for (const [name, list] of entriesOf<TemplateList>(templateLists, kind)) data[name] = list.rows(source);
  return data;
}
