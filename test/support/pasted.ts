import type { ColumnKind } from '../../src/platform/text/pasted-people/words.js';
import { kindsField, markField, readPasted } from '../../src/platform/text/pasted-people/pasted-list.js';

/** What a form says of a list whose columns it showed. */
export function asSeen<Field extends string>(field: Field, text: string, second?: 'position' | 'office') {
  const { mark, columns } = readPasted(text, { of: '', kinds: [] }, second);
  return {
    [markField(field)]: mark,
    [kindsField(field)]: columns.map(({ kind }) => kind),
  } as Record<`dilihat${Capitalize<Field>}`, string> & Record<`kolom${Capitalize<Field>}`, ColumnKind[]>;
}
