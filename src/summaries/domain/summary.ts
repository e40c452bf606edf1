import { hasTrait, type VisitState } from '../../visits/domain/index.js';

/** A file or page that a summary points at. */
export interface SummaryLink {
  title: string;
  url: string;
}

/** What people write of a visit. */
export interface SummaryTexts {
  outcomes: string;
  decisions: string;
  notes: string;
  links: SummaryLink[];
}

/** A published summary, as it was mailed: what people wrote and what the system knew then. */
export interface SummaryContent extends SummaryTexts {
  attendance: { present: string[]; absent: string[]; unknown: string[] };
  followUps: { what: string; unitName: string; person: string; dueOn: string }[];
  practices: string[];
  /** Documents kept with the visit. */
  files: SummaryLink[];
  /** Whether it went out by itself because nobody had published one. */
  automatic: boolean;
}

export const blankTexts: SummaryTexts = { outcomes: '', decisions: '', notes: '', links: [] };

/** Whether a visit's summary is written; that of a closed one is corrected. */
export const isOpenForSummary = (state: VisitState): boolean => hasTrait(state, 'takesSummary');

/** Whether there is anything to publish. */
export function saysSomething({ outcomes, decisions, notes }: SummaryTexts): boolean {
  return [outcomes, decisions, notes].some((text) => text.trim() !== '');
}

/** Names by what is known of their attendance, each list in the given order. */
export function attendanceOf(
  participants: readonly { name: string; attendance: string | null }[],
): SummaryContent['attendance'] {
  const named = (attendance: string | null) =>
    participants.filter((participant) => participant.attendance === attendance).map(({ name }) => name);
  return { present: named('present'), absent: named('absent'), unknown: named(null) };
}
