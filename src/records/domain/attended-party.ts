import type { PastedPerson } from '../../platform/text/pasted-people/parse-people.js';
import {
  readPasted,
  type PastedList,
  type ShownColumns,
} from '../../platform/text/pasted-people/pasted-list.js';

import { attendanceWords, type Attendance } from '../../visits/domain/index.js';

/** Somebody of a pasted list, with whether that person was there. */
export interface AttendedPerson extends Omit<PastedPerson, 'line'> {
  attendance: Attendance | null;
  /** Who came instead, by name. */
  representedBy: string | null;
}

export interface AttendedList {
  list: PastedList;
  /** What lines say of those who were not simply there. */
  told: ReadonlyMap<number, Told>;
}

type Told = Pick<AttendedPerson, 'attendance' | 'representedBy'>;

/** What stands behind somebody's cells: `Budi; Kasubsi; tidak hadir`, `Budi; diwakili Sari`. */
const MARK =
  /\s*[\t;,|]\s*(?:(tidak hadir|absen|berhalangan|izin|sakit|terlambat|hadir)\s*\.?|diwakili(?:\s+oleh)?\s+([^\t;|]+?))\s*$/i;

/** Beside the words of the vocabulary itself. */
const otherWords: Readonly<Record<string, Attendance>> = {
  absen: 'absent',
  berhalangan: 'absent',
  sakit: 'excused',
};

const byWord = new Map<string, Attendance>([
  ...Object.entries(attendanceWords).map(([state, words]) => [words, state as Attendance] as const),
  ...Object.entries(otherWords),
]);

function toldBy([, word, representative]: RegExpExecArray): Told {
  if (representative) return { attendance: 'represented', representedBy: representative };
  return { attendance: byWord.get((word ?? '').toLowerCase()) ?? 'present', representedBy: null };
}

/** What a line says of somebody's coming, in words; empty where it says nothing. */
export const toldWords = ({ attendance, representedBy }: Told): string =>
  [attendance && attendanceWords[attendance], representedBy].filter(Boolean).join(' ');

/** People of a pasted list, a line each, who were there unless their line ends with another word. */
export function readAttended(text: string, shown: ShownColumns): AttendedList {
  const told = new Map<number, Told>();
  const lines = text.split(/\r\n|\n|\r/).map((line, index) => {
    const mark = MARK.exec(line);
    if (!mark) return line;
    told.set(index + 1, toldBy(mark));
    return line.replace(MARK, '');
  });
  return { list: readPasted(lines.join('\n'), shown), told };
}

const cameAsListed: Told = { attendance: 'present', representedBy: null };
const unknown: Told = { attendance: null, representedBy: null };

/** @param isOver whether the visit was: of one to come nobody is marked */
export const attendedPeople = ({ list, told }: AttendedList, isOver: boolean): AttendedPerson[] =>
  list.people.map(({ line, ...person }) => ({
    ...person,
    ...(isOver ? (told.get(line) ?? cameAsListed) : unknown),
  }));
