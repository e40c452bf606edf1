import { describe, expect, test } from '@jest/globals';
import { hasTrait } from './visit-state-traits.js';
import { allowedActions, decide, type SteppedVisit, type StepContext } from './visit-states.js';
import { wayOut } from './way-out.js';

const parties = {
  submittedAt: new Date('2025-10-20T01:00:00Z'),
  guestUnit: 'tamu',
  hostUnit: 'tuan',
  guestRegionalOffice: 'a',
  hostRegionalOffice: 'a',
  joinedGuests: [],
  askedGuests: [],
  joinedOffices: [],
  startsAt: new Date('2025-10-30T02:00:00Z'),
  endsAt: new Date('2025-10-30T05:00:00Z'),
};
const context: StepContext = { now: new Date('2025-10-21T01:00:00Z'), missingApprovals: [], office: null };
const begun = (state: SteppedVisit['state'], proposedBy: SteppedVisit['proposedBy'] = null) => ({
  ...parties,
  state,
  proposedBy,
});

describe('wayOut', () => {
  test.each([
    ['guest', 'tamu', 'draft', null],
    ['guest', 'tamu', 'requested', null],
    ['guest', 'tamu', 'counter-proposed', 'guest'],
    ['guest', 'tamu', 'counter-proposed', 'host'],
    ['guest', 'tamu', 'confirmed', null],
    ['guest', 'tamu', 'confirmed', 'guest'],
    ['guest', 'tamu', 'confirmed', 'host'],
    ['host', 'tuan', 'requested', null],
    ['host', 'tuan', 'counter-proposed', 'guest'],
    ['host', 'tuan', 'counter-proposed', 'host'],
    ['host', 'tuan', 'confirmed', 'guest'],
  ] as const)('leads the %s out of every state that is to come: %s %s by %s', (side, unit, state, by) => {
    const actor = { personId: '1', role: 'officer', unit, regionalOffice: 'a' } as const;
    let visit: ReturnType<typeof begun> = begun(state, by);
    for (let steps = 0; steps < 3 && !hasTrait(visit.state, 'endedEarly'); steps += 1) {
      const action = wayOut(allowedActions(visit, actor, context));
      expect(action).not.toBeNull();
      const decision = decide(visit, action ?? 'accept', [side], { reason: 'berhalangan' }, context);
      if (!('to' in decision)) throw new Error(decision.code);
      visit = begun(decision.to, decision.effects.includes('drop-proposal') ? null : visit.proposedBy);
    }
    expect(hasTrait(visit.state, 'endedEarly')).toBe(true);
  });

  test('there is none out of what is over', () => {
    const actor = { personId: '1', role: 'officer', unit: 'tamu', regionalOffice: 'a' } as const;
    expect(wayOut(allowedActions(begun('held'), actor, context))).toBeNull();
    expect(wayOut(allowedActions(begun('cancelled'), actor, context))).toBeNull();
  });
});
