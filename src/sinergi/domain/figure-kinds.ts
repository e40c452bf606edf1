/**
 * What each figure of Sinergi is of: what happened in a period (it has a period, and is compared with the one before), or
 * what stands now, which no period may hide: a promise that is a year late is late in every month that one looks at.
 */
const figureKinds = {
  total: 'happened',
  agreed: 'happened',
  states: 'happened',
  months: 'happened',
  programs: 'happened',
  offices: 'happened',
  officePairs: 'happened',
  pairs: 'happened',
  silent: 'happened',
  answers: 'happened',
  summaries: 'happened',
  followUps: 'happened',
  notes: 'happened',
  replications: 'happened',
  learning: 'happened',
  practices: 'happened',
  /** Requests and proposed times that wait for a unit's yes or no. */
  unanswered: 'now',
  /** Visits that are over, whose summary is not due yet or late. */
  summariesDue: 'now',
  summariesLate: 'now',
  /** Promises that are open, and not due yet or overdue. */
  promisesOpen: 'now',
  promisesOverdue: 'now',
} as const;

type FigureKinds = typeof figureKinds;
type FiguresOf<Kind> = {
  [Name in keyof FigureKinds]: FigureKinds[Name] extends Kind ? Name : never;
}[keyof FigureKinds];

export type HappenedFigure = FiguresOf<'happened'>;
export type NowFigure = FiguresOf<'now'>;

export const nowFigures = (Object.keys(figureKinds) as (keyof FigureKinds)[]).filter(
  (name): name is NowFigure => figureKinds[name] === 'now',
);

/** How much of each there is now. */
export type NowFigures = Readonly<Record<NowFigure, number>>;
