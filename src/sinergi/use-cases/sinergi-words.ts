import { statesWithout, visitStateWords, type VisitState } from '../../visits/index.js';
import type { NowFigure } from '../domain/figure-kinds.js';
import { learningFigures, type LearningFigure } from '../domain/learning-figures.js';
import type { PromiseKind } from '../queries/scoped-follow-ups.js';
import { summaryKinds, type SummaryKind } from './sinergi-figures.js';

/** States of visits in the order in which they are told, and how each is called; drafts are never told. */
export const stateNames: ReadonlyMap<VisitState, string> = new Map(
  statesWithout('unsent').map((state) => [state, visitStateWords[state].name]),
);

/** What a list of visits may be cut to: a state, or all that were agreed upon. */
export const cutNames: ReadonlyMap<string, string> = new Map([
  ['disepakati', 'Disepakati'],
  ['belum-dijawab', 'Belum dijawab'],
  ...stateNames,
]);

/** What is said wherever figures of now stand. */
export const NOW_LEAD = 'Keadaan saat ini, dari semua periode.';

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

/** What is counted of visits with learning questions, and how addresses call it. */
export const learningNames: Readonly<Record<LearningFigure, readonly [inAddress: string, name: string]>> = {
  asked: ['ditanyakan', 'Kunjungan dengan pertanyaan belajar'],
  applied: ['diterapkan', 'Hasil belajar diterapkan'],
  begun: ['dikerjakan', 'Hasil belajar dikerjakan'],
};

/** What promises of a kind are called outside of their list. */
export const promiseTitle = (kind: PromiseKind): string =>
  `Tindak lanjut ${promiseNames[kind].toLowerCase()}`;

/** What stands now, by its name; figures are told in this order. */
export const nowNames: Readonly<Record<NowFigure, string>> = {
  unanswered: 'Kunjungan belum dijawab',
  summariesDue: summaryNames.waiting[1],
  summariesLate: summaryNames.late[1],
  promisesOpen: promiseTitle('waiting'),
  promisesOverdue: promiseTitle('overdue'),
};

/** The kind of summary that an address asks for, if it asks for one. */
export const summaryOf = (inAddress: string | undefined): SummaryKind | undefined =>
  summaryKinds.find((kind) => summaryNames[kind][0] === inAddress);

export const learningOf = (inAddress: string | undefined): LearningFigure | undefined =>
  learningFigures.find((figure) => learningNames[figure][0] === inAddress);
