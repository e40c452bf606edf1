// breaks: house/visit-states-are-asked-for-facts
import type { VisitState } from '../domain/states.js';

export const isOver = (state: VisitState | null): boolean => state === 'held';
