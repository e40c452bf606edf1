import { describe, expect, test } from '@jest/globals';
import type { Side } from './visit-policies.js';
import { begin, decide, type SteppedVisit, type VisitAction, type VisitState } from './visit-states.js';

const startsAt = new Date('2025-10-30T02:00:00Z');
const context = { now: startsAt, missingApprovals: [] as string[], office: 'jawa-tengah' };
const input = { reason: 'Ada rapat' };

describe('A visit that a regional office arranged', () => {
  const arranged = (
    state: VisitState,
    proposedBy: SteppedVisit['proposedBy'] = null,
    awaitsGuest = true,
  ): SteppedVisit => ({
    ...{ state, startsAt, endsAt: startsAt, proposedBy, arrangedBy: 'jawa-tengah', awaitsGuest },
  });
  const to = (visit: SteppedVisit, action: VisitAction, side: Side, office = 'jawa-tengah') => {
    const decision = decide(visit, action, [side], input, { ...context, office });
    return 'to' in decision ? decision.to : decision.code;
  };

  test('it is withdrawn by its own office while it waits, and cancelled once it is confirmed', () => {
    for (const state of ['arranged', 'requested', 'counter-proposed'] as const) {
      expect(to(arranged(state, 'host'), 'withdraw', 'regional')).toBe('withdrawn');
      expect(to(arranged(state, 'host'), 'withdraw', 'regional', 'bali')).toBe('step-not-allowed');
      expect(to({ ...arranged(state), arrangedBy: null }, 'withdraw', 'regional')).toBe('step-not-allowed');
    }
    expect(to(arranged('confirmed', null, false), 'cancel', 'regional')).toBe('cancelled');
    expect(to(arranged('confirmed', null, false), 'cancel', 'regional', 'bali')).toBe('step-not-allowed');
    expect(to(arranged('confirmed', null, false), 'withdraw', 'regional')).toBe('step-not-allowed');
  });

  test('a proposal that is taken back asks both again, unless the guest had said yes', () => {
    for (const side of ['guest', 'host'] as const) {
      expect(to(arranged('counter-proposed', side), 'withdraw', side)).toBe('arranged');
      expect(to(arranged('counter-proposed', side, false), 'withdraw', side)).toBe('requested');
    }
  });

  test('it begins with a regional office, ahead of its end', () => {
    const endsAt = new Date(startsAt.getTime() + 1);
    expect(begin('arrange', ['regional'], { endsAt }, startsAt)).toBe('arranged');
    expect(begin('arrange', ['guest', 'host'], { endsAt }, startsAt)).toBeNull();
    expect(begin('arrange', ['regional'], { endsAt: startsAt }, startsAt)).toBeNull();
  });
});
