import type { PastedPerson } from '../../platform/text/pasted-people/parse-people.js';
import {
  readPasted,
  type PastedList,
  type ShownColumns,
} from '../../platform/text/pasted-people/pasted-list.js';

/** Somebody of a pasted list, with whether that person was there. */
export interface AttendedPerson extends Omit<PastedPerson, 'line'> {
  attendance: 'present' | 'absent' | null;
}

export interface AttendedList {
  list: PastedList;
  /** Lines of those who were not there. */
  absent: ReadonlySet<number>;
}

/** What stands behind somebody's cells: `Budi; Kasubsi; tidak hadir`. */
const MARK = /\s*[\t;,|]\s*(tidak hadir|absen|berhalangan|hadir)\s*\.?\s*$/i;

/** People of a pasted list, a line each, who were there unless their line ends with `tidak hadir`. */
export function readAttended(text: string, shown: ShownColumns): AttendedList {
  const absent = new Set<number>();
  const lines = text.split(/\r\n|\n|\r/).map((line, index) => {
    const mark = MARK.exec(line)?.[1]?.toLowerCase();
    if (mark !== undefined && mark !== 'hadir') absent.add(index + 1);
    return mark === undefined ? line : line.replace(MARK, '');
  });
  return { list: readPasted(lines.join('\n'), shown), absent };
}

/** @param isOver whether the visit was: of one to come nobody is marked */
export const attendedPeople = ({ list, absent }: AttendedList, isOver: boolean): AttendedPerson[] =>
  list.people.map(({ line, ...person }) => ({
    ...person,
    attendance: isOver ? (absent.has(line) ? 'absent' : 'present') : null,
  }));
