import { visitStates, visitStateWords } from '../../visits/index.js';
import type { Period } from '../domain/period.js';
import type { PromiseKind } from '../queries/scoped-follow-ups.js';
import { summaryKinds, type SummaryKind } from '../use-cases/sinergi-figures.js';

/** States of visits in the order in which they are told, and how each is called; drafts are never told. */
export const stateNames: ReadonlyMap<string, string> = new Map(
  visitStates.filter((state) => state !== 'draft').map((state) => [state, visitStateWords[state].name]),
);

/** What a list of visits may be cut to: a state, or all that were agreed upon. */
export const cutNames: ReadonlyMap<string, string> = new Map([['disepakati', 'Disepakati'], ...stateNames]);

export const promiseNames: Readonly<Record<PromiseKind, string>> = {
  waiting: 'Berjalan',
  overdue: 'Terlambat',
  done: 'Selesai',
  dropped: 'Tidak diteruskan',
};

/** Kinds of summaries as addresses and pages call them. */
export const summaryNames: Readonly<Record<SummaryKind, readonly [inAddress: string, name: string]>> = {
  waiting: ['menunggu', 'Ringkasan belum terbit'],
  late: ['terlambat', 'Ringkasan terlambat'],
  person: ['petugas', 'Ringkasan terbit'],
  system: ['otomatis', 'Ringkasan terbit otomatis'],
};

/** The kind of summary that an address asks for, if it asks for one. */
export const summaryOf = (inAddress: string | undefined): SummaryKind | undefined =>
  summaryKinds.find((kind) => summaryNames[kind][0] === inAddress);

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
