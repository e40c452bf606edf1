import { statesWithout, visitStateWords, type VisitState } from '../../visits/index.js';
import type { PromiseKind } from '../queries/scoped-follow-ups.js';
import { summaryKinds, type SummaryKind } from './sinergi-figures.js';

/** States of visits in the order in which they are told, and how each is called; drafts are never told. */
export const stateNames: ReadonlyMap<VisitState, string> = new Map(
  statesWithout('unsent').map((state) => [state, visitStateWords[state].name]),
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
