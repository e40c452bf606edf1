/** Names of other sets, and a table that is exhaustive, name no state of a visit. */
import type { VisitState } from '../domain/states.js';

type Hold = 'confirmed' | 'offer';
type NoteState = 'draft' | 'proposed' | 'published' | 'archived';

export const isOffer = (kind: Hold): boolean => kind !== 'confirmed';
export const isWritten = (note: { state: NoteState }): boolean => note.state !== 'draft';
export const answers = ['accepted', 'tentative', 'declined'];
export const secrets = `UPDATE mail SET secrets = CASE WHEN secrets = 'held' THEN 'redacted' END WHERE state = 'queued'`;
export const marks: Record<VisitState, string> = {
  draft: '',
  requested: '?',
  'counter-proposed': '?',
  confirmed: '!',
  held: '.',
  closed: '.',
  declined: 'x',
  withdrawn: 'x',
  expired: 'x',
  cancelled: 'x',
  'not-held': 'x',
};
