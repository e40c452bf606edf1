import { monthWords } from '../../platform/text/calendar-words.js';
import type { Period } from './period.js';

/** A period in words: `Januari 2025 sampai Desember 2025`. */
export const periodWords = ({ from, to }: Period): string =>
  from === to ? monthWords(from) : `${monthWords(from)} sampai ${monthWords(to)}`;

/** A span in the words of an office: under two days in hours, else in days. */
export function spanWords(hours: number): string {
  if (hours < 1) return 'kurang dari 1 jam';
  return hours < 48 ? `${Math.round(hours)} jam` : `${Math.round(hours / 24)} hari`;
}
