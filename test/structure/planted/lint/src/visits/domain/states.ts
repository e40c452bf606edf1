/** Its own domain tells the states by name. */
export type VisitState =
  | 'draft'
  | 'requested'
  | 'counter-proposed'
  | 'confirmed'
  | 'held'
  | 'closed'
  | 'declined'
  | 'withdrawn'
  | 'expired'
  | 'cancelled'
  | 'not-held';

export const tookPlace: readonly VisitState[] = ['held', 'closed'];
