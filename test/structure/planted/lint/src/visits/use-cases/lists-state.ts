// breaks: house/visit-states-are-asked-for-facts
import type { VisitState } from '../domain/states.js';

export const filter: { states: readonly VisitState[] } = { states: ['draft'] };
