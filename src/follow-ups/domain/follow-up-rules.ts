import type { FollowUpErrorCode } from './error-codes.js';

/** What speaks against another due date (`YYYY-MM-DD`), or null: a later one is a postponement and says why. */
export function faultOfDueDate(
  from: string,
  to: string,
  reason: string,
  { isPostponement }: { isPostponement: boolean },
): FollowUpErrorCode | null {
  if (to <= from) return isPostponement ? 'postpone-not-later' : null;
  return reason.trim() === '' ? 'postpone-reason-needed' : null;
}

/** Whether a link to evidence is an address of the web; an empty one is none at all. */
export function isEvidenceLink(link: string): boolean {
  if (link === '') return true;
  if (/\s/.test(link) || !URL.canParse(link)) return false;
  const { protocol, username } = new URL(link);
  return (protocol === 'https:' || protocol === 'http:') && username === '';
}

/** What a replication tells. */
export interface ReplicationTold {
  /** Title of the practice, from its note or in own words. */
  practice: string;
  /** Calendar date `YYYY-MM-DD`. */
  since: string;
  result: string;
}

/** What speaks against confirming, or null; `today` is the calendar date of whoever confirms. */
export function faultOfReplication(
  { practice, since, result }: ReplicationTold,
  today: string,
): FollowUpErrorCode | null {
  if (practice.trim() === '' || result.trim() === '') return 'replication-incomplete';
  return since > today ? 'replication-since-ahead' : null;
}
