import { describe, expect, test } from '@jest/globals';
import { isReachUrgent, reachGapOf, reachNewsOf, type ReachablePerson, type ReachedVisit } from './reach.js';

const NOW = new Date('2025-10-20T03:00:00Z');
const visit: ReachedVisit = { state: 'confirmed', sequence: 0, endsAt: new Date('2025-10-30T05:00:00Z') };
const person: ReachablePerson = { hasEmail: true, mailStatus: null, answer: 'needs-action', invitedAt: NOW };

const off = { state: 'cancelled' } as const;

test.each<[string, Partial<ReachedVisit>, Partial<ReachablePerson>, string | null]>([
  ['invited and silent', {}, {}, 'not-answered'],
  ['whose invitation has yet to leave', {}, { invitedAt: null }, null],
  ['who answered', {}, { answer: 'accepted' }, null],
  ['who said maybe', {}, { answer: 'tentative' }, null],
  ['without mail', {}, { hasEmail: false, invitedAt: null }, 'no-mail'],
  ['at whose address nobody may be mailed', {}, { isMailClosed: true, invitedAt: null }, 'no-mail'],
  ['without mail, whose answer an officer wrote down', {}, { hasEmail: false, answer: 'accepted' }, null],
  ['whose mail came back', {}, { mailStatus: '5.1.1' }, 'bounced'],
  ['who does not come', {}, { hasEmail: false, answer: 'declined' }, null],
  ['of a visit that is off, with mail that goes', off, { answer: 'accepted' }, null],
  ['of a visit that is off, and who never answered', off, {}, 'not-answered'],
  [
    'of a visit that is off, without mail, who had said yes',
    off,
    { hasEmail: false, answer: 'accepted' },
    'no-mail',
  ],
  [
    'of a visit that is off, whose mail came back',
    off,
    { mailStatus: '5.1.1', answer: 'accepted' },
    'bounced',
  ],
  ['of a visit that is off, who had said no', off, { hasEmail: false, answer: 'declined' }, null],
  ['of a visit that is not agreed upon', { state: 'requested' }, { hasEmail: false }, null],
  ['of a visit that is over', { endsAt: NOW }, { hasEmail: false }, null],
  ['of a visit that took place', { state: 'held' }, { hasEmail: false }, null],
])('somebody %s', (_, changed, given, gap) => {
  expect(reachGapOf({ ...visit, ...changed }, { ...person, ...given }, NOW)).toBe(gap);
});

describe('What is urgent', () => {
  test.each([
    ['a visit that stands as it was confirmed', visit, false, 'invited'],
    ['one that moved', { ...visit, sequence: 1 }, true, 'moved'],
    ['one that is off', { ...visit, ...off }, true, 'off'],
  ] as const)('%s', (_, seen, isUrgent, news) => {
    expect([isReachUrgent(seen), reachNewsOf(seen)]).toEqual([isUrgent, news]);
  });
});
