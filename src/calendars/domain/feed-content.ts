import { AppError } from '../../platform/errors/app-error.js';
import { statesWith, type VisitState } from '../../visits/domain/index.js';
import type { CalendarVisit } from './calendar-visit.js';

/** `me`: visits one takes part in; `unit`, `region`: of the own unit or regional office; `visit`: one visit. */
export const feedScopes = ['me', 'unit', 'region', 'visit'] as const;
export type FeedScope = (typeof feedScopes)[number];

/** `visits`: agendas in the descriptions; `sessions`: each session an event; `busy`: times only (VFREEBUSY). */
export const feedForms = ['visits', 'sessions', 'busy'] as const;
export type FeedForm = (typeof feedForms)[number];

export type ShownState = CalendarVisit['state'];

/** What a feed holds, fixed when it is made. */
export interface FeedContent {
  scope: FeedScope;
  /** The visit of a feed of one visit, otherwise null. */
  visitId: string | null;
  shows: FeedForm;
  /** Codes; none: every program, and visits without one. */
  programs: string[];
  /** None: every state. */
  states: ShownState[];
}

/** How calendars show the states of visits; a draft is in none of them. */
const statesShownAs: Readonly<Record<ShownState, readonly VisitState[]>> = {
  tentative: statesWith('awaitsAnswer'),
  confirmed: statesWith('agreed'),
  cancelled: statesWith('calledOff'),
};

export const shownStates = Object.keys(statesShownAs) as ShownState[];

/** The visits' own states that are shown as the given ones. */
export function statesBehind(shown: readonly ShownState[]): VisitState[] {
  return shown.flatMap((state) => statesShownAs[state]);
}

/** How calendars show a visit's state. */
export function shownState(state: VisitState): ShownState {
  return shownStates.find((shown) => statesShownAs[shown].includes(state)) ?? 'tentative';
}

/** Why a feed is not made as it was asked for. */
export type FeedErrorCode = 'feed-visit-missing' | 'feed-busy-unfit';

class FeedError extends AppError<FeedErrorCode> {}

/** @throws FeedError when what is asked for does not go together */
export function assertFits({ scope, visitId, shows, programs, states }: FeedContent): void {
  if ((scope === 'visit') !== (visitId !== null)) throw new FeedError('feed-visit-missing');
  const isFiltered = programs.length > 0 || states.length > 0;
  if (shows === 'busy' && (scope !== 'unit' || isFiltered)) throw new FeedError('feed-busy-unfit');
}

/** What a feed is called in the reader's calendar. */
export function feedName({ shows, ownerName }: Pick<FeedContent, 'shows'> & { ownerName: string }): string {
  return `${shows === 'busy' ? 'Waktu sibuk' : 'Kunjungan'} ${ownerName}`;
}
