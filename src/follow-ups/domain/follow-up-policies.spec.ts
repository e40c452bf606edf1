import { describe, expect, test } from '@jest/globals';
import {
  allowedVerbs,
  faultOfVerb,
  followUpVerbs,
  mayDo,
  otherUnit,
  sideOf,
  type FollowUpVerb,
} from './follow-up-policies.js';
import type { Role } from '../../platform/security/actor.js';
import { followUpStates, type FollowUpState } from './follow-up-states.js';

const parties = {
  unit: 'tamu',
  guestUnit: 'tamu',
  hostUnit: 'tuan',
  guestRegionalOffice: 'jateng',
  hostRegionalOffice: 'bali',
};
const of = (role: Role, unit: string | null, regionalOffice: string | null) => ({
  role,
  unit,
  regionalOffice,
});

const carriers = ['change', 'move', 'prove', 'postpone', 'comment'];
const judges = ['comment', 'confirm-replication', 'withdraw-replication'];

describe('who does what', () => {
  test.each([
    ['officer of the responsible unit', of('officer', 'tamu', 'jateng'), carriers],
    ['head of the responsible unit', of('unit-head', 'tamu', 'jateng'), carriers],
    ['officer of the other unit', of('officer', 'tuan', 'bali'), judges],
    ['head of the other unit', of('unit-head', 'tuan', 'bali'), judges],
    ["guest's regional office", of('regional', null, 'jateng'), judges],
    ["host's regional office", of('regional', null, 'bali'), judges],
    ['officer elsewhere in the region', of('officer', 'lain', 'jateng'), []],
    ['another regional office', of('regional', null, 'papua'), []],
    ['administrator', of('administrator', null, null), []],
  ])('%s', (_, actor, expected) => {
    expect(followUpVerbs.filter((verb) => mayDo(verb, parties, actor))).toEqual(expected);
  });

  test('the host carries what it promised, and then the guest judges', () => {
    const ofHost = { ...parties, unit: 'tuan' };
    expect(sideOf(ofHost, of('officer', 'tuan', 'bali'))).toBe('carrier');
    expect(sideOf(ofHost, of('officer', 'tamu', 'jateng'))).toBe('counterpart');
    expect([otherUnit(parties), otherUnit(ofHost)]).toEqual(['tuan', 'tamu']);
  });
});

const standing = followUpStates.flatMap((state) => [
  { state, isReplicated: false },
  ...(state === 'done' ? [{ state, isReplicated: true }] : []),
]);
/** What a verb meets in each state; `done` stands twice: without and with a replication. */
const expected: Record<FollowUpVerb, [FollowUpState, boolean, string | null][]> = {
  change: row(
    null,
    null,
    'follow-up-step-not-allowed',
    'follow-up-step-not-allowed',
    'follow-up-step-not-allowed',
  ),
  move: row(null, null, null, 'replication-stands', null),
  prove: row(null, null, null, null, 'follow-up-step-not-allowed'),
  postpone: row(
    null,
    null,
    'follow-up-step-not-allowed',
    'follow-up-step-not-allowed',
    'follow-up-step-not-allowed',
  ),
  comment: row(null, null, null, null, null),
  'confirm-replication': row(
    'replication-needs-done',
    'replication-needs-done',
    null,
    'replication-stands',
    'replication-needs-done',
  ),
  'withdraw-replication': row(
    'replication-missing',
    'replication-missing',
    'replication-missing',
    null,
    'replication-missing',
  ),
};

function row(...faults: (string | null)[]): [FollowUpState, boolean, string | null][] {
  return standing.map(({ state, isReplicated }, index) => [state, isReplicated, faults[index] ?? null]);
}

describe('what the state allows', () => {
  test.each(followUpVerbs.flatMap((verb) => expected[verb].map((line) => [verb, ...line] as const)))(
    '%s when %s (replicated: %s): %s',
    (verb, state, isReplicated, fault) => {
      expect(faultOfVerb(verb, { state, isReplicated })).toBe(fault);
    },
  );

  test('a page shows what both rules allow', () => {
    const done = { ...parties, state: 'done', replication: null } as const;
    expect(allowedVerbs(done, of('regional', null, 'bali'))).toEqual(['comment', 'confirm-replication']);
    expect(allowedVerbs({ ...done, replication: {} }, of('officer', 'tuan', 'bali'))).toEqual([
      'comment',
      'withdraw-replication',
    ]);
    expect(allowedVerbs({ ...done, replication: {} }, of('officer', 'tamu', 'jateng'))).toEqual([
      'prove',
      'comment',
    ]);
  });
});
