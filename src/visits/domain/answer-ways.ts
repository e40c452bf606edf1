import { can } from '../../platform/security/capabilities.js';
import { actorSides, type Side, type VisitActor, type VisitParties } from './visit-policies.js';
import type { VisitAction } from './visit-transitions.js';

/** How an answer of the host comes: by an account of its own people, or otherwise. */
export const answerWays = ['account', 'link', 'regional', 'letter', 'telephone'] as const;
export type AnswerWay = (typeof answerWays)[number];

/** What a line of history says of it; nothing of an account. */
export const otherWays = ['link', 'regional', 'letter', 'telephone'] as const satisfies AnswerWay[];
export type OtherWay = (typeof otherWays)[number];

interface WayFacts {
  /** For whom whoever brings it acts, as the history has it; what the host itself says counts in its answer times. */
  broughtBy: Extract<Side, 'host' | 'regional' | 'guest'>;
  /** What stands behind it in histories and mails; empty for the usual way. */
  words: string;
}

/** Each way: whose hand writes the host's answer down. The answer itself is the host's in every case. */
const ways: Readonly<Record<AnswerWay, WayFacts>> = {
  account: { broughtBy: 'host', words: '' },
  link: { broughtBy: 'host', words: 'lewat tautan' },
  regional: { broughtBy: 'regional', words: 'oleh Kanwil atas nama tuan rumah' },
  letter: { broughtBy: 'guest', words: 'lewat surat, dicatat oleh tamu' },
  telephone: { broughtBy: 'guest', words: 'lewat telepon, dicatat oleh tamu' },
};

export const broughtBy = (way: AnswerWay): WayFacts['broughtBy'] => ways[way].broughtBy;
export const wayWords = (way: AnswerWay): string => ways[way].words;

/** `Budi Santoso (lewat tautan)`. */
export const withWay = (name: string, way: AnswerWay | null): string =>
  way === null || wayWords(way) === '' ? name : `${name} (${wayWords(way)})`;

/** The steps by which a host answers, whoever brings the answer. */
export const answerSteps = ['accept', 'propose', 'decline'] as const satisfies VisitAction[];
export type AnswerStep = (typeof answerSteps)[number];

export const isAnswerStep = (action: string): action is AnswerStep =>
  answerSteps.some((step) => step === action);

/** The steps that a regional office takes for a host where nobody can: its answers, and what it says of those entered for it. */
export const isStandInStep = (action: string): boolean =>
  isAnswerStep(action) || ['vouch', 'object', 'withdraw-objection'].includes(action);

/** The ways of which a guest tells that an answer came by. */
export const enteredWays = ['letter', 'telephone'] as const satisfies OtherWay[];
export type EnteredWay = (typeof enteredWays)[number];

export const isEntered = (way: OtherWay | null | undefined): way is EnteredWay =>
  enteredWays.some((each) => each === way);

/**
 * Whether somebody answers for the host as its regional office: where nobody there has an account, so that no request
 * to one of its units is left unanswered.
 */
export const mayStandIn = (visit: VisitParties, actor: VisitActor): boolean =>
  can(actor, 'visits.stand-in') &&
  visit.hostUsesSambang === false &&
  actorSides(visit, actor).includes('regional') &&
  actor.regionalOffice === visit.hostRegionalOffice;

/** How a line of history brought an answer of the host; null for what is none. */
export const answerWayOf = (line: {
  action: string;
  side: Side | null;
  cameBy: OtherWay | null;
}): AnswerWay | null => line.cameBy ?? (line.side === 'host' && isAnswerStep(line.action) ? 'account' : null);
