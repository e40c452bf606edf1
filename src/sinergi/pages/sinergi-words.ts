import { visitStates, visitStateWords } from '../../visits/index.js';
import type { PromiseKind } from '../queries/scoped-follow-ups.js';

/** States of visits in the order in which they are told, and how each is called; drafts are never told. */
export const stateNames: ReadonlyMap<string, string> = new Map(
  visitStates.filter((state) => state !== 'draft').map((state) => [state, visitStateWords[state].name]),
);

export const promiseNames: Readonly<Record<PromiseKind, string>> = {
  waiting: 'Berjalan',
  overdue: 'Terlambat',
  done: 'Selesai',
  dropped: 'Tidak diteruskan',
};

const months = 'Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember'.split(
  ' ',
);

/** `2025-10` gives `Oktober 2025`. */
export function monthName(month: string): string {
  const [year = '', number = ''] = month.split('-');
  return `${months[Number(number) - 1] ?? number} ${year}`;
}

/** The last calendar date of a month: `2025-02` gives `2025-02-28`. */
export function lastDayOf(month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const days = [31, year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28, 31, 30, 31, 30];
  return `${month}-${days[number - 1] ?? [31, 31, 30, 31, 30, 31][number - 7] ?? 30}`;
}

/** A span in the words of an office: under two days in hours, else in days. */
export function spanWords(hours: number): string {
  if (hours < 1) return 'kurang dari 1 jam';
  return hours < 48 ? `${Math.round(hours)} jam` : `${Math.round(hours / 24)} hari`;
}
