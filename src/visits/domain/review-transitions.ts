import type { Transition } from './visit-vocabulary.js';

const objecting = ['reviewer', 'host-office'] as const;
const objectingEntry = ['entry-host', 'host-office'] as const;

/** What others say of a visit that was recorded: it stays what it is, and is disputed or not. */
export const reviews = (['confirmed', 'held', 'closed'] as const).flatMap((from): Transition[] => [
  {
    from,
    action: 'vouch',
    to: from,
    by: ['reviewer'],
    needs: ['review-open'],
    when: 'undisputed',
    effects: ['set-review'],
  },
  {
    from,
    action: 'object',
    to: from,
    by: objecting,
    needs: ['review-open', 'reason'],
    when: 'undisputed',
    effects: ['set-objection'],
  },
  {
    from,
    action: 'withdraw-objection',
    to: from,
    by: ['objector'],
    when: 'disputed',
    effects: ['drop-objection'],
  },
  {
    from,
    action: 'settle-objection',
    to: from,
    by: ['regional'],
    needs: ['reason'],
    when: 'disputed',
    effects: ['drop-objection'],
  },
  {
    from,
    action: 'retract',
    // What calendars have is taken back.
    to: from === 'confirmed' ? 'cancelled' : 'withdrawn',
    by: ['recorder'],
    needs: ['reason'],
    effects: ['drop-proposal', 'drop-objection'],
  },
]);

/**
 * What the host says of an answer that its guest entered for it and that is not agreed upon yet: objected to, it never was,
 * and the host is asked again.
 */
export const entryReviews: readonly Transition[] = (
  [
    { from: 'arranged', to: 'arranged', when: 'host-offers-unheard' },
    { from: 'counter-proposed', to: 'requested', when: 'host-offers-heard' },
    { from: 'counter-proposed', to: 'arranged', when: 'host-offers-unheard' },
    { from: 'declined', to: 'requested', when: 'guest-heard' },
    { from: 'declined', to: 'arranged', when: 'guest-unheard' },
  ] as const
).flatMap(({ from, to, when }): Transition[] => [
  {
    from,
    action: 'vouch',
    to: from,
    by: ['entry-host'],
    needs: ['review-open'],
    when,
    effects: ['set-review'],
  },
  {
    from,
    action: 'object',
    to,
    by: objectingEntry,
    needs: ['review-open', 'time-ahead', 'reason'],
    when,
    effects: ['drop-proposal', 'drop-entry'],
  },
]);
