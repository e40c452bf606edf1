import type { Period } from './period.js';

const months = 'Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember'.split(
  ' ',
);

/** `2025-10` gives `Oktober 2025`. */
export function monthName(month: string): string {
  const [year = '', number = ''] = month.split('-');
  return `${months[Number(number) - 1] ?? number} ${year}`;
}

/** A period in words: `Januari 2025 sampai Desember 2025`. */
export const periodWords = ({ from, to }: Period): string =>
  from === to ? monthName(from) : `${monthName(from)} sampai ${monthName(to)}`;

/** A span in the words of an office: under two days in hours, else in days. */
export function spanWords(hours: number): string {
  if (hours < 1) return 'kurang dari 1 jam';
  return hours < 48 ? `${Math.round(hours)} jam` : `${Math.round(hours / 24)} hari`;
}
