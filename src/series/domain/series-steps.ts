/** What can be done to several dates of a series at once. */
export const seriesSteps = ['submit', 'accept', 'decline', 'approve', 'move', 'call-off'] as const;
export type SeriesStep = (typeof seriesSteps)[number];

/** Dates that a step is for: one alone, it and those after it, those named, or all. */
export interface SeriesScope {
  dates?: readonly string[] | undefined;
  from?: string | undefined;
}

/** Whether a date is one of those. */
export const isInScope = (date: string, { dates, from }: SeriesScope): boolean =>
  (dates === undefined || dates.includes(date)) && (from === undefined || date >= from);
