import { describe, expect, test } from '@jest/globals';
import type { Side } from './visit-policies.js';
import {
  allowedActions,
  begin,
  decide,
  stateDiagram,
  visitActions,
  visitStates,
  type VisitState,
} from './visit-states.js';
import { beginnings, transitions } from './visit-transitions.js';

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
  arranged: `
    none guest accept requested hear-guest
    none host accept arranged offer-own-time
    guest host accept confirmed take-proposal
    host guest accept confirmed take-proposal
    any guest propose requested move hear-guest
    any host propose counter-proposed set-proposal
    any guest decline declined drop-proposal
    any host decline declined drop-proposal
    guest guest withdraw arranged drop-proposal
    host host withdraw arranged drop-proposal
    any regional approve arranged record-approval
    any system expire expired drop-proposal`,
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
    any system cancel cancelled drop-proposal
    any host not-held not-held drop-proposal
    guest host accept confirmed take-proposal
    guest host decline confirmed drop-proposal
    guest guest withdraw confirmed drop-proposal
    host guest accept confirmed take-proposal
    host guest decline confirmed drop-proposal
    host host withdraw confirmed drop-proposal
    guest regional approve confirmed record-approval
    host regional approve confirmed record-approval`,
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
  endsAt: startsAt,
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

describe('A visit that was entered afterwards', () => {
  const entered = (state: VisitState, reviewedBy: string[] = [], disputedBy: 'host' | null = null) => ({
    ...visitIn(state, 'none'),
    ...{ recordedBy: 'guest' as const, createdAt: startsAt, reviewedBy, disputedBy },
  });
  const taken = (visit: ReturnType<typeof entered>, side: Side, now = startsAt) =>
    (['vouch', 'object', 'withdraw-objection', 'settle-objection', 'retract'] as const).filter(
      (action) => !('code' in decide(visit, action, [side], input, { ...context, now })),
    );

  test.each(visitStates)('%s: who may say what of it', (state) => {
    const isOf = ['confirmed', 'held', 'closed'].includes(state);
    const only = (...actions: string[]) => (isOf ? actions : []);
    expect(taken(entered(state), 'host')).toEqual(only('vouch', 'object'));
    expect(taken(entered(state), 'guest')).toEqual(only('retract'));
    expect(taken(entered(state), 'regional')).toEqual([]);
    expect(taken(entered(state, ['host']), 'host')).toEqual([]);
    expect(taken(entered(state, ['host'], 'host'), 'host')).toEqual(only('withdraw-objection'));
    expect(taken(entered(state, ['host'], 'host'), 'regional')).toEqual(only('settle-objection'));
  });

  test('it can be objected to for a week, and is taken back from calendars only where they have it', () => {
    const week = 7 * 86_400_000;
    expect(taken(entered('held'), 'host', new Date(+startsAt + week - 1))).toContain('object');
    expect(taken(entered('held'), 'host', new Date(+startsAt + week))).toEqual([]);
    expect(decide(entered('confirmed'), 'retract', ['guest'], input, context)).toMatchObject({
      to: 'cancelled',
    });
    expect(decide(entered('closed'), 'retract', ['guest'], input, context)).toMatchObject({
      to: 'withdrawn',
    });
  });

  test('how it begins follows from whether it is over, and a draft is the guest’s alone', () => {
    const before = new Date(+startsAt - 1);
    for (const side of ['guest', 'host', 'regional'] as const) {
      expect(begin('record', [side], { endsAt: startsAt }, startsAt)).toBe('held');
      expect(begin('record', [side], { endsAt: startsAt }, before)).toBe('confirmed');
      expect(begin('record', [side], { endsAt: startsAt, isSummarised: true }, startsAt)).toBe('closed');
      expect(begin('create', [side], { endsAt: startsAt }, startsAt)).toBe(side === 'guest' ? 'draft' : null);
    }
    expect(begin('record', ['system'], { endsAt: startsAt }, startsAt)).toBeNull();
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

  test('completing before the planned end is said twice', () => {
    const planned = { ...visitIn('confirmed', 'none'), endsAt: new Date(startsAt.getTime() + 1) };
    const refused = decide(planned, 'complete', ['host'], {}, context);
    expect(refused).toEqual({ code: 'not-yet-over', facts: { endsAt: planned.endsAt } });
    expect(decide(planned, 'complete', ['host'], { early: true }, context)).toMatchObject({ to: 'held' });
    expect(decide(planned, 'not-held', ['host'], input, context)).toMatchObject({ to: 'not-held' });
    const over = { ...context, now: planned.endsAt };
    expect(decide(planned, 'complete', ['host'], {}, over)).toMatchObject({ to: 'held' });
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
  test('every state is reached from a beginning', () => {
    const reached = new Set<string>(beginnings.map(({ to }) => to));
    for (let size = 0; size !== reached.size;) {
      size = reached.size;
      for (const { from, to } of transitions) if (reached.has(from)) reached.add(to);
    }
    expect([...reached].sort()).toEqual([...visitStates].sort());
  });

  test('no way leads out of a final state', () => {
    const final = ['closed', 'declined', 'withdrawn', 'expired', 'cancelled', 'not-held'];
    // What was entered is taken back by whoever entered it, or falls where the host objects to what was entered for it.
    const ways = transitions.filter(({ action }) => action !== 'retract' && action !== 'object');
    expect(ways.filter(({ from, to }) => final.includes(from) && from !== to)).toEqual([]);
    expect(
      visitStates.filter((state) => !ways.some((row) => row.from === state && row.to !== state)).sort(),
    ).toEqual([...final].sort());
  });

  test('the diagram draws every step once and is the same each time', () => {
    const lines = stateDiagram().split('\n');
    expect(stateDiagram()).toBe(lines.join('\n'));
    expect(lines[0]).toBe('stateDiagram-v2');
    expect(lines.filter((line) => line.includes(' --> ')).length).toBe(
      transitions.length + beginnings.length + 6,
    );
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
    joinedGuests: [],
    askedGuests: [],
    joinedOffices: [],
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
