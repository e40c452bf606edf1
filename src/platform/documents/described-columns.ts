import {
  readLabel,
  type FieldDescription,
  type FieldTable,
  type ValuesOf,
} from '../text/field-description.js';
import { fieldWords } from '../text/field-words.js';
import type { Cell, ColumnKind } from './document-table.js';
import type { ListColumn } from './list-export.js';

const columnKinds: Readonly<Record<FieldDescription['kind'], ColumnKind>> = {
  text: 'text',
  'long-text': 'text',
  words: 'text',
  codes: 'text',
  phone: 'text',
  'mail-address': 'text',
  'web-page': 'text',
  'secure-link': 'text',
  choice: 'text',
  postcode: 'text',
  'yes-no': 'text',
  date: 'date',
  whole: 'number',
  latitude: 'text',
  longitude: 'text',
};

/**
 * The columns of described fields, in the order of their table.
 *
 * @param nameOf what a code is called
 * @param titleOf what a column is called, if not by its label
 */
export function describedColumns<Fields extends FieldTable>(
  fields: Fields,
  nameOf: (code: string) => string,
  titleOf: (name: keyof Fields & string) => string = (name) => readLabel(fieldIn(fields, name)),
): ListColumn<ValuesOf<Fields>>[] {
  return Object.keys(fields).map((name) => {
    const field = fieldIn(fields, name);
    return {
      title: titleOf(name),
      kind: columnKinds[field.kind],
      cell: (item) => cellOf(field, item[name], nameOf),
    };
  });
}

const fieldIn = (fields: FieldTable, name: string): FieldDescription => {
  const field = fields[name];
  if (!field) throw new RangeError(`no field ${name}`);
  return field;
};

function cellOf(field: FieldDescription, value: unknown, nameOf: (code: string) => string): Cell {
  if (value === null || value === undefined || value === '') return null;
  if (Array.isArray(value)) {
    const names = field.kind === 'codes' ? value.map((code) => nameOf(String(code))) : value.map(String);
    return names.join(', ') || null;
  }
  if (field.kind === 'choice') return fieldWords(field, value) || null;
  if (typeof value === 'boolean') return value ? 'Ya' : 'Tidak';
  return typeof value === 'number' && field.kind === 'whole' ? value : String(value as string | number);
}
