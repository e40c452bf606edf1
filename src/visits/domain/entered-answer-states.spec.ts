import { describe, expect, test } from '@jest/globals';
import type { Side } from './visit-policies.js';
import { decide, type VisitState } from './visit-states.js';

const startsAt = new Date('2025-10-30T02:00:00Z');
const context = { now: startsAt, missingApprovals: [] as string[] };
const input = { reason: 'Kami tidak menjawab begitu' };

describe('An answer that the guest entered for its host', () => {
  const entered = (state: VisitState, more: object = {}) => ({
    ...{ state, startsAt, endsAt: startsAt },
    proposedBy: state === 'declined' ? null : ('host' as const),
    ...{ answerEnteredAt: startsAt, hostRegionalOffice: 'jawa-tengah', ...more },
  });
  const object = (visit: ReturnType<typeof entered>, side: Side, office: string | null = null) =>
    decide(visit, 'object', [side], input, { ...context, office });
  const falls = { effects: ['drop-proposal', 'drop-entry'] };

  test.each([
    ['counter-proposed', false, 'requested'],
    ['counter-proposed', true, 'arranged'],
    ['declined', false, 'requested'],
    ['declined', true, 'arranged'],
    ['arranged', true, 'arranged'],
  ] as const)('%s, its guest yet to be heard %s: falls to %s', (state, awaitsGuest, to) => {
    const visit = entered(state, { awaitsGuest });
    expect(object(visit, 'host')).toEqual({ to, ...falls });
    expect(object(visit, 'regional', 'jawa-tengah')).toEqual({ to, ...falls });
    expect(object(visit, 'regional', 'bali')).toMatchObject({ code: 'step-not-allowed' });
    expect(object(visit, 'guest')).toMatchObject({ code: 'step-not-allowed' });
  });

  test('stays where the host said it is right, answered itself, or the guest proposed another time since', () => {
    const refused = { code: 'step-not-allowed' };
    expect(object(entered('declined', { reviewedBy: ['host'] }), 'host')).toMatchObject(refused);
    expect(object(entered('declined', { answerEnteredAt: null }), 'host')).toMatchObject(refused);
    expect(object(entered('counter-proposed', { proposedBy: 'guest' }), 'host')).toMatchObject(refused);
    expect(object(entered('withdrawn'), 'host')).toMatchObject(refused);
  });

  test('that is agreed upon stays in dispute until it is settled', () => {
    expect(object(entered('confirmed'), 'regional', 'jawa-tengah')).toMatchObject({
      to: 'confirmed',
      effects: ['set-objection'],
    });
  });
});
