import type { FormFaults } from '../../platform/pages/forms.js';
import type { Zone } from '../../platform/text/zones.js';
import { describeFault } from '../domain/agenda-faults.js';
import { checkAgenda, type VisitFrame } from '../domain/agenda-items.js';
import { personClashes } from '../domain/person-clashes.js';
import { personNamesOf, readStart, type AgendaRow } from './agenda-rows.js';

/** What is wrong with a row, by field of the API's body, and what is only worth a look. */
export interface RowRemarks {
  faults: Readonly<Record<string, string>>;
  warnings: readonly string[];
}

const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;

/** Remarks on every row: what a refused form said, and conflicts as the rows stand. */
export function remarksOn(
  rows: readonly AgendaRow[],
  visit: VisitFrame,
  zone: Zone,
  refused: FormFaults | null,
): RowRemarks[] {
  const timed = rows.flatMap((row, index) =>
    row.time ? [{ ...row.time, place: row.place, persons: personNamesOf(row), index }] : [],
  );
  const placeOf = (index: number): number => timed[index]?.index ?? index;
  const named = rows.map(({ title, time }) => ({ title, startsAt: time?.startsAt ?? visit.startsAt }));
  const found = checkAgenda(timed, { ...visit, timeZone: zone }).map((fault) => {
    const index = placeOf(fault.index);
    const placed =
      'otherIndex' in fault
        ? { ...fault, index, otherIndex: placeOf(fault.otherIndex) }
        : { ...fault, index };
    return describeFault(placed, named, visit, zone);
  });
  const fields: Record<string, string> = { ...refused?.fields, ...unreadStarts(rows, zone, refused) };
  for (const { field, message } of found) fields[field] ??= sentence(message);
  const clashes = personClashes(timed);
  return rows.map((_, index) => ({
    faults: faultsOf(fields, index),
    warnings: clashes
      .filter((clash) => placeOf(clash.index) === index)
      .map(({ person, otherIndex }) => {
        const other = placeOf(otherIndex);
        return `${person} pada saat yang sama juga bertugas di sesi ke-${other + 1} (“${rows[other]?.title ?? ''}”).`;
      }),
  }));
}

/** Starts that cannot be read; one that is still empty is no fault until it is sent. */
function unreadStarts(
  rows: readonly AgendaRow[],
  zone: Zone,
  refused: FormFaults | null,
): Record<string, string> {
  const faults = rows.flatMap((row, index) => {
    const field = `items.${index}.startsAt`;
    const { fault } = readStart(row, zone);
    const isTold = row.from.trim() !== '' || refused?.fields[field] !== undefined;
    return fault !== null && isTold ? [[field, fault]] : [];
  });
  return Object.fromEntries(faults) as Record<string, string>;
}

function faultsOf(fields: Readonly<Record<string, string>>, index: number): Record<string, string> {
  const start = `items.${index}.`;
  return Object.fromEntries(
    Object.entries(fields)
      .filter(([field]) => field.startsWith(start))
      .map(([field, text]) => [field.slice(start.length), text]),
  );
}
