import { describe, expect, test } from '@jest/globals';
import type { Side } from './visit-policies.js';
import {
  allowedActions,
  decide,
  stateDiagram,
  visitActions,
  visitStates,
  type VisitState,
} from './visit-states.js';
import { transitions } from './visit-transitions.js';

type Proposal = 'none' | 'guest' | 'host';
const proposals: Proposal[] = ['none', 'guest', 'host'];
const sides: (Side | 'nobody')[] = ['guest', 'host', 'regional', 'system', 'nobody'];
const startsAt = new Date('2025-10-30T02:00:00Z');
const context = { now: startsAt, missingApprovals: [] as string[], office: 'jawa-tengah' };
const input = {
  reason: 'Ada rapat',
  startsAt: new Date('2025-11-05T02:00:00Z'),
  endsAt: new Date('2025-11-05T05:00:00Z'),
};

/** Written by hand from what people may do: `proposal side action state-after [effects]`; the rest is refused. */
const permitted: Record<(typeof visitStates)[number], string> = {
  draft: `
    any guest submit requested
    any guest withdraw withdrawn`,
  requested: `
    any guest propose counter-proposed set-proposal
    any guest withdraw withdrawn
    any host accept confirmed
    any host decline declined
    any host propose counter-proposed set-proposal
    any regional approve requested record-approval
    any system expire expired`,
  'counter-proposed': `
    guest guest propose counter-proposed set-proposal
    guest guest withdraw requested drop-proposal
    guest host accept confirmed take-proposal
    guest host decline declined drop-proposal
    guest host propose counter-proposed set-proposal
    host host propose counter-proposed set-proposal
    host host withdraw requested drop-proposal
    host guest accept confirmed take-proposal
    host guest decline declined drop-proposal
    host guest propose counter-proposed set-proposal
    any regional approve counter-proposed record-approval
    any system expire expired drop-proposal`,
  confirmed: `
    any guest reschedule confirmed set-proposal
    any guest cancel cancelled drop-proposal
    any guest complete held drop-proposal
    any guest not-held not-held drop-proposal
    any host reschedule confirmed set-proposal
    any host cancel cancelled drop-proposal
    any host complete held drop-proposal
    any system complete held drop-proposal
    any host not-held not-held drop-proposal
    guest host accept confirmed take-proposal
    guest host decline confirmed drop-proposal
    guest guest withdraw confirmed drop-proposal
    host guest accept confirmed take-proposal
    host guest decline confirmed drop-proposal
    host host withdraw confirmed drop-proposal`,
  held: `
    any guest publish-summary closed
    any host publish-summary closed
    any system publish-summary closed`,
  closed: `
    any guest publish-summary closed
    any host publish-summary closed`,
  declined: '',
  withdrawn: '',
  expired: '',
  cancelled: '',
  'not-held': '',
};

function expected(state: (typeof visitStates)[number], proposal: Proposal, side: string, action: string) {
  const words = permitted[state]
    .split('\n')
    .map((line) => line.trim().split(' '))
    .find(([on, by, what]) => (on === 'any' || on === proposal) && by === side && what === action);
  return words ? { to: words[3], effects: words.slice(4) } : { code: 'step-not-allowed' };
}

const visitIn = (state: VisitState, proposal: Proposal) => ({
  state,
  startsAt,
  proposedBy: proposal === 'none' ? null : proposal,
});

describe('Every state × proposal × side × action', () => {
  const cases = visitStates.flatMap((state) =>
    proposals.flatMap((proposal) => sides.map((side) => ({ state, proposal, side }))),
  );

  test.each(cases)('$state, proposal by $proposal: what $side may do', ({ state, proposal, side }) => {
    const acting: Side[] = side === 'nobody' ? [] : [side];
    const needed = side === 'regional' ? ['jawa-tengah'] : [];
    const outcome = visitActions.map((action) => [
      action,
      decide(visitIn(state, proposal), action, acting, input, { ...context, missingApprovals: needed }),
    ]);
    expect(outcome).toEqual(visitActions.map((action) => [action, expected(state, proposal, side, action)]));
  });
});

describe('What an action asks for', () => {
  const withReason = [
    ['requested', 'host', 'none', 'decline'],
    ['counter-proposed', 'guest', 'host', 'decline'],
    ['confirmed', 'guest', 'host', 'decline'],
    ['confirmed', 'guest', 'none', 'reschedule'],
    ['confirmed', 'host', 'none', 'cancel'],
    ['confirmed', 'host', 'none', 'not-held'],
  ] as const;
  test.each(withReason)('in %s %s (proposal by %s) gives a reason to %s', (state, side, proposal, action) => {
    for (const reason of [undefined, null, '', ' \n']) {
      const refused = decide(visitIn(state, proposal), action, [side], { ...input, reason }, context);
      expect(refused).toEqual({ code: 'reason-needed' });
    }
  });

  const withTimes = [
    ['requested', 'none', 'propose'],
    ['counter-proposed', 'guest', 'propose'],
    ['confirmed', 'none', 'reschedule'],
  ] as const;
  test.each(withTimes)(
    'in %s (proposal by %s) %s names a time that ends after it starts',
    (state, by, action) => {
      const asked = (times: object) =>
        decide(visitIn(state, by), action, ['host'], { ...input, ...times }, context);
      expect(asked({ startsAt: undefined })).toEqual({ code: 'times-needed' });
      expect(asked({ endsAt: undefined })).toEqual({ code: 'times-needed' });
      expect(asked({ endsAt: input.startsAt })).toEqual({ code: 'ends-before-start' });
    },
  );

  test.each(['complete', 'not-held'] as const)('%s waits for the start', (action) => {
    const early = { ...context, now: new Date(startsAt.getTime() - 1) };
    const refused = decide(visitIn('confirmed', 'none'), action, ['host'], input, early);
    expect(refused).toEqual({ code: 'not-yet-started' });
  });

  test('nobody accepts before every office has approved', () => {
    const waiting = { ...context, missingApprovals: ['bali'] };
    const refusal = { code: 'approval-missing' };
    expect(decide(visitIn('requested', 'none'), 'accept', ['host'], {}, waiting)).toEqual(refusal);
    expect(decide(visitIn('counter-proposed', 'host'), 'accept', ['guest'], {}, waiting)).toEqual(refusal);
  });

  test('an office approves once, and only where it must', () => {
    const of = (missingApprovals: string[], office: string | null) =>
      decide(
        visitIn('requested', 'none'),
        'approve',
        ['regional'],
        {},
        { ...context, missingApprovals, office },
      );
    expect(of(['bali'], 'jawa-tengah')).toEqual({ code: 'step-not-allowed' });
    expect(of([], 'jawa-tengah')).toEqual({ code: 'step-not-allowed' });
    expect(of(['bali'], 'bali')).toEqual({ to: 'requested', effects: ['record-approval'] });
  });
});

describe('The table as a whole', () => {
  test('every state is reached from a draft', () => {
    const reached = new Set<string>(['draft']);
    for (let size = 0; size !== reached.size;) {
      size = reached.size;
      for (const { from, to } of transitions) if (reached.has(from)) reached.add(to);
    }
    expect([...reached].sort()).toEqual([...visitStates].sort());
  });

  test('no way leads out of a final state', () => {
    const final = ['closed', 'declined', 'withdrawn', 'expired', 'cancelled', 'not-held'];
    expect(transitions.filter(({ from, to }) => final.includes(from) && from !== to)).toEqual([]);
    expect(
      visitStates
        .filter((state) => !transitions.some((row) => row.from === state && row.to !== state))
        .sort(),
    ).toEqual([...final].sort());
  });

  test('the diagram draws every step once and is the same each time', () => {
    const lines = stateDiagram().split('\n');
    expect(stateDiagram()).toBe(lines.join('\n'));
    expect(lines[0]).toBe('stateDiagram-v2');
    expect(lines.filter((line) => line.includes(' --> ')).length).toBe(transitions.length + 1 + 6);
    expect(lines).toContain('  confirmed --> confirmed: accept (answerer) [pending-proposal]');
    expect(lines).toContain('  counter_proposed: counter-proposed');
    expect(lines).toContain('  not_held --> [*]');
  });
});

describe('What is on offer', () => {
  const visit = {
    ...visitIn('requested', 'none'),
    submittedAt: new Date('2025-10-21T02:00:00Z'),
    guestUnit: 'bapas-purwokerto',
    hostUnit: 'rutan-denpasar',
    guestRegionalOffice: 'jawa-tengah',
    hostRegionalOffice: 'bali',
  };
  const host = { personId: 'h', role: 'officer', unit: 'rutan-denpasar', regionalOffice: 'bali' } as const;
  const office = { personId: 'k', role: 'regional', unit: null, regionalOffice: 'bali' } as const;
  const early = new Date(startsAt.getTime() - 1);

  test('accepting is offered once the offices have approved, approving until then', () => {
    const waiting = { now: early, missingApprovals: ['bali'] };
    expect(allowedActions(visit, host, waiting)).toEqual(['decline', 'propose']);
    expect(allowedActions(visit, office, waiting)).toEqual(['approve']);
    const approved = { now: early, missingApprovals: [] };
    expect(allowedActions(visit, host, approved)).toEqual(['accept', 'decline', 'propose']);
    expect(allowedActions(visit, office, approved)).toEqual([]);
  });

  test('ending a visit is offered from its start on', () => {
    const confirmed = { ...visit, state: 'confirmed' as const };
    expect(allowedActions(confirmed, host, { now: early, missingApprovals: [] })).toEqual([
      'reschedule',
      'cancel',
    ]);
    expect(allowedActions(confirmed, host, { now: startsAt, missingApprovals: [] })).toEqual([
      'reschedule',
      'cancel',
      'complete',
      'not-held',
    ]);
  });
});
