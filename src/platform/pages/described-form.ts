import type { FieldDescription, FieldTable } from '../text/field-description.js';
import type { SentForm } from './forms.js';

/** How people write a list into one field: an item a line, or with commas or semicolons between them. */
export type ListStyle = 'lines' | 'commas';

const separators: Readonly<Record<ListStyle, RegExp>> = { lines: /[\r\n]+/, commas: /[,;\r\n]+/ };

/** What a box sends that is ticked. */
const TICKED = 'ya';

/** The items of a list as it was typed. */
export const itemsOf = (text: string, style: ListStyle): string[] =>
  text
    .split(separators[style])
    .map((item) => item.trim())
    .filter(Boolean);

/** A name sent once comes as a text, several times as a list. */
export const asList = (value: unknown): unknown[] =>
  value === undefined || value === '' ? [] : Array.isArray(value) ? value : [value];

/**
 * A sent form in the shape of a body of these fields (`bodyOf`): lists as lists, numbers as numbers, nothing as null.
 * A field that the form does not have is left out, but for boxes, which send nothing when none is ticked.
 */
export function readFields(fields: FieldTable, sent: SentForm = {}, style: ListStyle = 'lines'): SentForm {
  const read = Object.entries(fields).flatMap(([name, field]): [string, unknown][] => {
    const value = sent[name];
    if (field.kind === 'codes') return [[name, asList(value)]];
    if (field.kind === 'yes-no') return [[name, value === TICKED]];
    return typeof value === 'string' ? [[name, readText(field, value, style)]] : [];
  });
  return { ...sent, ...Object.fromEntries(read) };
}

const isNumber = ({ kind }: FieldDescription): boolean =>
  kind === 'whole' || kind === 'latitude' || kind === 'longitude';

function readText(field: FieldDescription, text: string, style: ListStyle): unknown {
  if (field.kind === 'words') return itemsOf(text, field.lists ?? style);
  const isEmpty = text.trim() === '';
  if (field.kind === 'choice' && isEmpty) return field.usual;
  if (isNumber(field)) return isEmpty ? null : Number(text.replace(',', '.'));
  return isEmpty && field.empty === 'null' ? null : text;
}

/** A stored value as a form shows it. */
export const fieldText = (value: unknown): string =>
  Array.isArray(value) ? value.join('\n') : typeof value === 'number' ? String(value) : textOf(value);

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
