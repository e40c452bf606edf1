import type { LearningFigure } from '../domain/learning-figures.js';
import type { VisitState } from '../../visits/index.js';
import type { HappenedFigure, NowFigures } from '../domain/figure-kinds.js';
import type { Period } from '../domain/period.js';
import type { CopiedPractice } from '../queries/copied-practices.js';
import type { Scope } from '../domain/scope.js';
import type { EndedPromise } from '../queries/scoped-follow-ups.js';
import type { SilentUnit } from '../queries/silent-units.js';
import type { SinergiChoiceLists } from '../queries/sinergi-choices.js';
import type { VisitPair } from '../queries/visit-pairs.js';

/** A count of the period, and the same count of the period before it. */
export interface Compared {
  count: number;
  before: number;
}

/** Summaries that are out: published by a person, or by the system because nobody did in time. */
export const publishedKinds = ['person', 'system'] as const;
export type PublishedKind = (typeof publishedKinds)[number];

/** Summaries of visits that are over: due but not yet late, late, or out. */
export const summaryKinds = ['waiting', 'late', ...publishedKinds] as const;
export type SummaryKind = (typeof summaryKinds)[number];

/** Visits that have a unit of an office as guest or host. */
export interface OfficeCount extends Compared {
  office: string;
  name: string;
  /** Visits of its units to others, and of others to its units; one inside the office is in both. */
  asGuest: number;
  asHost: number;
}

/** Visits that were agreed upon, between regional offices. */
export interface OfficePair {
  guestOffice: string;
  hostOffice: string;
  count: number;
}

export interface HostAnswers {
  host: string;
  hostName: string;
  /** Requests that it answered. */
  count: number;
  /** Whole hours to its first answer; half of its answers took no longer. */
  medianHours: number;
}

/** Who visited whom, when, and how fast hosts answered. Visits are counted without drafts. */
export interface VisitFigures {
  total: Compared;
  /** Confirmed, held or closed. */
  agreed: Compared;
  /** How the visits that begin in the period stand; states that have any, in no order. */
  states: ({ state: VisitState } & Compared)[];
  /** Every month of the period; `before` is that of the month in the same place of the period before. */
  months: ({ month: string } & Compared)[];
  /** Most first; a visit with several programs counts in each. */
  programs: ({ program: string } & Compared)[];
  /** One line an office with any, by its code. */
  offices: Omit<OfficeCount, 'name'>[];
  officePairs: OfficePair[];
  /** The most frequent pairs of units, of visits that were agreed upon; as many as were asked for, at the most. */
  pairs: VisitPair[];
  /** Units that neither visited nor hosted, by visits that were agreed upon. */
  silent: Compared & { units: SilentUnit[] };
  answers: Compared & {
    /** Null when nothing was answered. */
    medianHours: number | null;
    medianHoursBefore: number | null;
    /** The slowest first. */
    hosts: HostAnswers[];
  };
}

/** What came of visits in the period. */
export interface OutcomeFigures {
  summaries: Record<PublishedKind, Compared>;
  followUps: Record<EndedPromise, Compared>;
  /** Practices that were published for everybody in the period, and still are. */
  notes: Compared;
  /** Practices that began to be copied in the period. */
  replications: Compared;
  /** Visits with learning questions, and those of which their guests say that it is done, or begun. */
  learning: Record<LearningFigure, Compared>;
  /** The twenty that were copied most often. */
  practices: CopiedPractice[];
}

/** Every figure that is declared to have happened in a period, and no other. */
type Happened = Pick<
  Omit<VisitFigures, 'programs' | 'offices'> &
    OutcomeFigures & {
      programs: ({ program: string; name: string } & Compared)[];
      /** Of the whole country one line for every office, otherwise none. */
      offices: OfficeCount[];
    },
  HappenedFigure
>;

/**
 * Sinergi in figures: `now` is what stands whatever the period, all others are of what happened in it (`figureKinds`).
 * Each count is the length of the list behind it, which takes the same scope: of `states` and
 * `months` the visits with that state or month, of `programs` those with the program, of `offices` those of the office,
 * of `officePairs` and `pairs` those agreed upon between the two, of `answers` those that were answered (by hosts of
 * the scope's office), of `summaries`, `followUps`, `notes`, `replications` and all of `now` those of the kind, of
 * `silent` the units.
 */
export interface SinergiFigures extends Happened {
  now: NowFigures;
  scope: Scope;
  /** The period of the same length before the scope's. */
  before: Period;
  /** Every program and office that one may ask for. */
  choices: SinergiChoiceLists;
}
