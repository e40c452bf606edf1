import { LONGEST_VISIT_DAYS } from '../domain/visit-time.js';

const longest = `interval '${LONGEST_VISIT_DAYS} days'`;

/** The condition that a visit of that start may not be over at an instant, a place of the statement. */
export const mayLastTo = (at: string, start: string): string =>
  `${start} > (${at})::timestamptz - ${longest}`;

const timeEndsAfter = (at: string, startsAt: string, endsAt: string): string =>
  `${endsAt} > ${at} AND ${mayLastTo(at, startsAt)}`;

/**
 * The condition that the visit ends after an instant, a place of the statement. It bounds the start too, since a constraint
 * says how long a visit lasts at the most: an index by start then leaves out all that was long ago.
 */
export const endsAfter = (at: string, visit = 'v', start = `${visit}.starts_at`): string =>
  timeEndsAfter(at, start, `${visit}.ends_at`);

/** The condition that a visit of that start may lie in a period, two places of the statement, or reach into it. */
export const mayReachInto = (start: string, from: string, to: string): string =>
  `${start} < ${to} AND ${mayLastTo(from, start)}`;

/** The condition that the time proposed for the visit `v` ends after an instant, likewise. */
export const proposalEndsAfter = (at: string): string =>
  timeEndsAfter(at, 'v.proposed_starts_at', 'v.proposed_ends_at');
