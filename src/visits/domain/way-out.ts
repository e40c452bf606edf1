import type { VisitAction } from './visit-transitions.js';

/** In this order: whoever may take back a proposal ends by that only what is not agreed yet. */
const waysOut: readonly VisitAction[] = ['cancel', 'decline', 'withdraw'];

/** The step by which somebody goes about ending a visit to come, of those that are allowed; null where there is none. */
export const wayOut = (allowed: readonly VisitAction[]): VisitAction | null =>
  waysOut.find((action) => allowed.includes(action)) ?? null;
