import { typed, type SentForm } from '../../platform/pages/forms.js';
import { MOST_BOXES, type BlurBox } from '../domain/blur-boxes.js';
import { BlurBody } from '../use-cases/album.dto.js';

/** The boxes of a form, and the photo that they were drawn on. */
export class BlurForm extends BlurBody {}

/** The numbers of a box as they are typed. */
export const boxFields = ['x', 'y', 'width', 'height'] as const;
export type TypedBox = Record<(typeof boxFields)[number], string>;

/** Name of a number in the form; boxes count from 1. */
export const boxField = (name: (typeof boxFields)[number], box: number): string => `${name}-${box}`;

/** Rows of the form that stand without any being asked for. */
const FIRST_ROWS = 4;

export const emptyBox: TypedBox = { x: '', y: '', width: '', height: '' };

/** The rows as they were sent, as many as there were. */
export function sentRows(sent: SentForm | undefined): TypedBox[] {
  const rows = Array.from({ length: MOST_BOXES }, (_, at): TypedBox => {
    const value = (name: (typeof boxFields)[number]): string => typed(sent, boxField(name, at + 1)).trim();
    return { x: value('x'), y: value('y'), width: value('width'), height: value('height') };
  });
  const last = rows.findLastIndex((_, at) =>
    boxFields.some((name) => boxField(name, at + 1) in (sent ?? {})),
  );
  return rows.slice(0, Math.max(FIRST_ROWS, last + 1));
}

const isEmpty = (row: TypedBox): boolean => boxFields.every((name) => row[name] === '');
const numberOf = (text: string): number => (text === '' ? Number.NaN : Number(text.replace(',', '.')));

/** What the form asks for: its rows that say something, and which picture they are about. */
export function sentBlur(sent: SentForm | undefined): SentForm {
  const boxes = sentRows(sent)
    .filter((row) => !isEmpty(row))
    .map((row) => Object.fromEntries(boxFields.map((name) => [name, numberOf(row[name])])));
  return { boxes, version: Number(typed(sent, 'version') || Number.NaN) };
}

/** Boxes in an address: `10,20,30,40;…`. */
export const writtenBoxes = (boxes: readonly BlurBox[]): string =>
  boxes.map(({ x, y, width, height }) => [x, y, width, height].join(',')).join(';');

/** The boxes of an address; what is none is left for the rule to refuse. */
export const readBoxes = (text: string): BlurBox[] =>
  text
    .split(';')
    .slice(0, MOST_BOXES)
    .map((part) => {
      const [x = Number.NaN, y = Number.NaN, width = Number.NaN, height = Number.NaN] = part
        .split(',')
        .map(numberOf);
      return { x, y, width, height };
    });
