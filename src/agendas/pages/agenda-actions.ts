import { addDays } from '../../platform/text/calendar-dates.js';
import { formatTimeRange, localDate } from '../../platform/text/dates.js';
import type { Zone } from '../../platform/text/zones.js';
import { hoursOf, type VisitFrame } from '../domain/agenda-items.js';
import { moveSession, shiftAlong } from '../domain/shift-along.js';
import { rowAt, type AgendaRow } from './agenda-rows.js';

const NEW_MINUTES = 30;

/** Rows after a button of the editor, and what a screen reader says of it. */
export interface Rearranged {
  rows: AgendaRow[];
  said: string;
}

/** Lets later sessions follow what was typed. */
export const settled = (rows: readonly AgendaRow[], zone: Zone): AgendaRow[] =>
  shiftAlong(rows, zone).map((row) => rowAt(row, row.time, zone));

/**
 * Does what a button of the editor says, on what was typed; nothing is stored. `naik:2`, `turun:2`, `hapus:2` and
 * `tarik:4:1` name rows by their place from 0; with `tarik` the rows come as they were dragged already.
 */
export function rearrange(
  action: string,
  typed: readonly AgendaRow[],
  visit: VisitFrame,
  zone: Zone,
): Rearranged {
  const [name, ...places] = action.split(':');
  const [index = -1, target = -1] = places.map((place) => (/^\d{1,3}$/.test(place) ? Number(place) : -1));
  if (name === 'tarik') {
    const row = typed[target];
    const before = row ? typed.toSpliced(target, 1).toSpliced(index, 0, row) : typed;
    return moved(settled(before, zone), index, target, zone);
  }
  const rows = settled(typed, zone);
  if (name === 'naik') return moved(rows, index, index - 1, zone);
  if (name === 'turun') return moved(rows, index, index + 1, zone);
  if (name === 'hapus') return removed(rows, index);
  if (name === 'tambah') return added(rows, visit, zone);
  return { rows, said: 'Waktu sesi telah dihitung ulang.' };
}

function moved(rows: AgendaRow[], index: number, target: number, zone: Zone): Rearranged {
  const after = moveSession(rows, index, target, zone).map((row) => rowAt(row, row.time, zone));
  const row = after[target];
  if (!row) return { rows, said: 'Sesi ini tidak dapat dipindahkan lebih jauh.' };
  const when = row.time ? `, pukul ${formatTimeRange(row.time.startsAt, row.time.endsAt, zone)}` : '';
  return {
    rows: after,
    said: `Sesi “${row.title}” kini urutan ke-${target + 1} dari ${after.length}${when}.`,
  };
}

function removed(rows: AgendaRow[], index: number): Rearranged {
  const row = rows[index];
  if (!row) return { rows, said: '' };
  return { rows: rows.toSpliced(index, 1), said: `Sesi “${row.title}” dikeluarkan dari daftar.` };
}

/** A new row where the last one ends, or where the visit, or its next day, begins. */
function added(rows: AgendaRow[], visit: VisitFrame, zone: Zone): Rearranged {
  const from = rows.findLast(({ time }) => time)?.time?.endsAt ?? visit.startsAt;
  const day = hoursOf({ ...visit, timeZone: zone }).find(({ endsAt: end }) => from < end) ?? visit;
  const startsAt = from < day.startsAt ? day.startsAt : from;
  const left = Math.floor((day.endsAt.getTime() - startsAt.getTime()) / 60_000);
  const minutes = left > 0 ? Math.min(NEW_MINUTES, left) : NEW_MINUTES;
  const endsAt = new Date(startsAt.getTime() + minutes * 60_000);
  const blank = { id: '', day: '', from: '', minutes: '', title: '', kind: 'presentation', place: '' };
  const row = rowAt(
    { ...blank, persons: '', note: '', isOpen: false, time: null, before: null },
    { startsAt, endsAt },
    zone,
  );
  return { rows: [...rows, row], said: `Sesi ke-${rows.length + 1} ditambahkan. Isi judulnya.` };
}

/** Local days of a visit. */
export function daysOf({ startsAt, endsAt }: VisitFrame, zone: Zone): string[] {
  const last = localDate(endsAt, zone);
  const days = [localDate(startsAt, zone)];
  for (let day = addDays(days[0] ?? last, 1); day <= last; day = addDays(day, 1)) days.push(day);
  return days;
}
