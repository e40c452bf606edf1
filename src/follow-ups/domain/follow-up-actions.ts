/** What was done to a follow-up, as its history says it. */
export const followUpActions = [
  'promised',
  'changed',
  'moved',
  'postponed',
  'replication-confirmed',
  'replication-withdrawn',
] as const;
export type FollowUpAction = (typeof followUpActions)[number];
