// breaks: house/visit-states-are-asked-for-facts
import type { VisitState } from '../domain/states.js';

export const begun = (title: string): { title: string; state: VisitState } => ({ title, state: 'draft' });
